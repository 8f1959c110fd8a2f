import * as vscode from 'vscode';
import { type ExportedVersion, exportedVersion } from '../../core/exchange/exporters/exportedTranscript';
import { type FoundPassage, findPassages, lineOfPassage } from '../../core/exchange/exporters/passages';
import { passagesCsv } from '../../core/exchange/exporters/passagesCsv';
import { type PassagesPage, passagesMarkdown } from '../../core/exchange/exporters/passagesMarkdown';
import { message, titleIn } from '../../core/message';
import type { Steps } from '../../core/steps';
import { interfaceLanguage, render, renderer } from '../../l10n/catalogue';
import { excelCsv } from '../../l10n/excelCsv';
import { pickMany, pickOne, sayShortly } from '../services/dialogs';
import { nameShown, onDidHideWords, unlessHidden } from '../services/hiddenWords';
import { notesAmong } from '../services/notesAmong';
import { reopenTabs } from '../services/reopenTabs';
import { saveTo } from '../services/saveTo';
import type { Services } from '../services/services';
import { DisposableStore } from '../services/tools/disposableStore';
import { runYielding } from '../services/tools/yielding';
import type { CodedTranscripts } from './codedTranscripts';
import { codeElements } from './codeElements';
import { type PassageQuestion, passageQuestionIn, passagesUri } from './passageQuestion';
import { passagesScheme } from './passagesScheme';

/** A stretch of a page and where it leads. */
interface OpenLink extends Pick<PassagesPage['links'][number], 'range'> {
  readonly target: vscode.Uri;
}

/** How many turns before and behind can be asked for; the first is the usual. */
const contexts = [1, 0, 2, 3, 5, 10];
const noFilter = { stages: new Set<string>(), roles: new Set<string>(), raters: new Set<string>() };

/** What a page is made of. */
interface Found {
  readonly passages: readonly FoundPassage[];
  readonly uris: ReadonlyMap<FoundPassage['version'], vscode.Uri>;
}

/** Pages that show what is coded with codes: nobody writes them, and they are true to the transcripts while they are open. */
export class PassagePages extends DisposableStore {
  readonly #parts: Services;
  readonly #transcripts: CodedTranscripts;
  readonly #links = new Map<string, readonly OpenLink[]>();

  constructor(parts: Services, transcripts: CodedTranscripts, changed: vscode.EventEmitter<vscode.Uri>) {
    super();
    this.#parts = parts;
    this.#transcripts = transcripts;
    const update = (): void => {
      for (const { uri } of vscode.workspace.textDocuments)
        if (uri.scheme === passagesScheme) changed.fire(uri);
    };
    this.register(transcripts.onDidChange(update));
    this.register(parts.language.onDidChange(update));
    this.register(onDidHideWords(() => void reopenTabs(passagesScheme, uriNow)));
    this.register(vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#links.delete(uri.toString())));
  }

  /** Asks for codes, where none is told, and for how much is shown around each, and opens the page. */
  async show(code: string | undefined): Promise<void> {
    const codes = code === undefined ? await this.#pickCodes() : [code];
    if (codes === undefined || codes.length === 0) return;
    const context = await pickContext();
    if (context === undefined) return;
    const document = await vscode.workspace.openTextDocument(passagesUri({ codes, context }));
    await vscode.window.showTextDocument(document);
  }

  /** The text of a page; undefined where it is not wanted any more. */
  async text(uri: vscode.Uri, token: vscode.CancellationToken): Promise<string | undefined> {
    const question = passageQuestionIn(uri);
    if (question === undefined) return '';
    const { passages, uris } = await this.#find(question);
    if (token.isCancellationRequested) return undefined;
    const { text, links } = passagesMarkdown(passages, { ...question, bare: false }, renderer());
    this.#links.set(
      uri.toString(),
      links.flatMap(({ range, to }) => {
        const target = uris.get(to.version);
        return target === undefined
          ? []
          : [{ range, target: target.with({ fragment: `L${lineOfPassage(to) + 1}` }) }];
      }),
    );
    return text;
  }

  /** What in a page leads to a turn. */
  links(document: vscode.TextDocument): vscode.DocumentLink[] {
    const links = this.#links.get(document.uri.toString()) ?? [];
    return links.map(({ range, target }) => {
      const place = new vscode.Range(document.positionAt(range.start), document.positionAt(range.end));
      return new vscode.DocumentLink(place, target);
    });
  }

  /** Saves the page in the active editor as Markdown or as a table, where the user says. */
  async save(): Promise<void> {
    const uri = vscode.window.activeTextEditor?.document.uri;
    const question = uri?.scheme === passagesScheme ? passageQuestionIn(uri) : undefined;
    if (question === undefined) return;
    const kind = await pickFormat();
    if (kind === undefined) return;
    const { ending } = kind;
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    const name = `${render(message('passages.file'))}.${ending}`;
    const to = await vscode.window.showSaveDialog({
      filters: { [ending.toUpperCase()]: [ending] },
      ...(folder !== undefined && { defaultUri: vscode.Uri.joinPath(folder, name) }),
    });
    if (to === undefined) return;
    const { passages } = await this.#find(question);
    const content =
      ending === 'md'
        ? passagesMarkdown(passages, { ...question, bare: false }, renderer()).text
        : passagesCsv(passages, false, kind.isForExcel ? excelCsv() : {});
    if (!(await saveTo(to, content, true))) return;
    sayShortly(message('passages.saved', { file: nameShown(vscode.workspace.asRelativePath(to), 'file') }));
  }

  async #find({ codes, context }: PassageQuestion): Promise<Found> {
    const { roots, openNotes } = this.#parts;
    const all = await this.#transcripts.all();
    const coded = all.filter(each => each.coded.places.some(({ code }) => codes.includes(code)));
    const notes = await notesAmong(
      coded.map(({ uri }) => uri),
      roots,
      openNotes,
    );
    const read = (await runYielding(versionsIn(notes))) ?? [];
    const passages = findPassages(
      read.map(({ version }) => version),
      codes,
      context,
    );
    return { passages, uris: new Map(read.map(({ uri, version }) => [version.version, uri])) };
  }

  async #pickCodes(): Promise<readonly string[] | undefined> {
    const elements = codeElements(await this.#transcripts.all(), noFilter);
    if (elements.length === 0) {
      sayShortly(message('passages.none'));
      return undefined;
    }
    const items = elements.map(({ code, term, coded }) => ({
      label:
        term === undefined
          ? unlessHidden(`#${code}`, message('hidden.code'))
          : titleIn(term.term.title, interfaceLanguage()),
      description: [
        ...(term === undefined ? [] : [`#${code}`]),
        String(coded.reduce((sum, { places }) => sum + places.length, 0)),
      ].join(' · '),
      code,
    }));
    const picked = await pickMany(items, { placeHolder: message('passages.pick'), matchOnDescription: true });
    return picked?.map(({ code }) => code);
  }
}

/** A version of a transcript and where it is. */
interface FoundVersion {
  readonly uri: vscode.Uri;
  readonly version: ExportedVersion;
}

/** Reads transcripts, one at each step. */
function* versionsIn(notes: Awaited<ReturnType<typeof notesAmong>>): Steps<readonly FoundVersion[]> {
  const found: FoundVersion[] = [];
  for (const { uri, note } of notes) {
    const version = exportedVersion(note, vscode.workspace.asRelativePath(uri));
    if (version !== undefined) found.push({ uri, version });
    yield;
  }
  return found;
}

async function pickContext(): Promise<number | undefined> {
  const items = contexts.map(context => ({
    label: render(message('passages.context', { count: context })),
    context,
  }));
  const picked = await pickOne(items, { placeHolder: message('passages.pick-context') });
  return picked?.context;
}

async function pickFormat(): Promise<
  { readonly ending: 'md' | 'csv'; readonly isForExcel: boolean } | undefined
> {
  const items = [
    { label: render(message('passages.format.md')), ending: 'md', isForExcel: false },
    { label: render(message('passages.format.csv')), ending: 'csv', isForExcel: false },
    { label: render(message('export.format.excel')), ending: 'csv', isForExcel: true },
  ] as const;
  return pickOne(items, { placeHolder: message('passages.pick-format') });
}

/** The page by the name that it has now. */
function uriNow(uri: vscode.Uri): vscode.Uri {
  const question = passageQuestionIn(uri);
  return question === undefined ? uri : passagesUri(question);
}
