import * as vscode from 'vscode';
import { agreementReport } from '../../core/agreement/agreementReport';
import { compareRaters } from '../../core/agreement/compareRaters';
import { type Pairing, pairVersions, ratersFault } from '../../core/agreement/pairVersions';
import { type PageLink, type ReportPage, reportMarkdown } from '../../core/agreement/reportMarkdown';
import { lineOfTurn, type PairingFault } from '../../core/agreement/version';
import { message } from '../../core/message';
import { render, renderer, renderQuoting } from '../../l10n/catalogue';
import { onDidHideWords } from '../services/hiddenWords';
import type { IndexChange } from '../services/indexChange';
import { reopenTabs } from '../services/reopenTabs';
import type { Services } from '../services/services';
import { DisposableStore } from '../services/tools/disposableStore';
import { runYielding } from '../services/tools/yielding';
import { type AgreementQuestion, pageUri, questionIn } from './agreementQuestion';
import { agreementScheme } from './agreementScheme';
import { type OpenVersion, openVersions, transcriptUris } from './openVersions';
import { pickQuestion } from './pickQuestion';

/** A stretch of a page and the file and line, from 0, that it leads to. */
interface OpenLink extends Pick<PageLink, 'range'> {
  readonly target: vscode.Uri;
  readonly line: number;
}

/** Pages that say how far raters agree: nobody writes them, and they are true to the transcripts while they are open. */
export class AgreementPages extends DisposableStore {
  readonly #parts: Services;
  readonly #changed: vscode.EventEmitter<vscode.Uri>;
  readonly #links = new Map<string, readonly OpenLink[]>();
  /** The transcripts that the open pages were made from. */
  #read: ReadonlySet<string> = new Set();

  constructor(parts: Services, changed: vscode.EventEmitter<vscode.Uri>) {
    super();
    this.#parts = parts;
    this.#changed = changed;
    this.register(parts.index.onDidChange(change => this.#follow(change)));
    this.register(parts.language.onDidChange(() => this.#update()));
    this.register(onDidHideWords(() => void reopenTabs(agreementScheme, uriNow)));
    this.register(vscode.workspace.onDidCloseTextDocument(({ uri }) => this.#links.delete(uri.toString())));
  }

  /** Asks what is to be compared, and opens the page. */
  async show(): Promise<void> {
    const question = await pickQuestion(this.#parts);
    if (question === undefined) return;
    const document = await vscode.workspace.openTextDocument(pageUri(question));
    await vscode.window.showTextDocument(document);
  }

  /** The text of a page; undefined where it is not wanted any more. */
  async text(uri: vscode.Uri, token: vscode.CancellationToken): Promise<string | undefined> {
    const question = questionIn(uri);
    if (question === undefined) return '';
    const versions = await openVersions(this.#parts, question.transcript);
    this.#read = new Set(transcriptUris(this.#parts).map(([each]) => each.toString()));
    const page = await pageOf(question, versions, token);
    if (page === undefined) return undefined;
    this.#links.set(
      uri.toString(),
      page.links.flatMap(link => openLink(link, versions)),
    );
    return page.text;
  }

  /** What in a page leads to a turn. */
  links(document: vscode.TextDocument): vscode.DocumentLink[] {
    const links = this.#links.get(document.uri.toString()) ?? [];
    return links.map(({ range, target, line }) => {
      const place = new vscode.Range(document.positionAt(range.start), document.positionAt(range.end));
      return new vscode.DocumentLink(place, target.with({ fragment: `L${line + 1}` }));
    });
  }

  #follow(change: IndexChange): void {
    if (openPages().length === 0) return;
    const { index } = this.#parts;
    const concerns = (uri: vscode.Uri): boolean => index.isTranscript(uri) || this.#read.has(uri.toString());
    if (change.kind === 'all' || change.uris.some(concerns)) this.#update();
  }

  #update(): void {
    for (const uri of openPages()) this.#changed.fire(uri);
  }
}

/** The page by the name that it has now. */
function uriNow(uri: vscode.Uri): vscode.Uri {
  const question = questionIn(uri);
  return question === undefined ? uri : pageUri(question);
}

function openPages(): readonly vscode.Uri[] {
  const open = vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === agreementScheme);
  return open.map(({ uri }) => uri);
}

async function pageOf(
  options: AgreementQuestion,
  versions: readonly OpenVersion[],
  token: vscode.CancellationToken,
): Promise<ReportPage | undefined> {
  const rated = versions.filter(({ isConsensus }) => !isConsensus).map(({ version }) => version);
  const pairing = pairVersions(rated);
  if ('reason' in pairing) return faultPage(pairing);
  const [doubled] = pairing.doubled;
  if (pairing.rated.length === 0)
    return doubled === undefined ? textPage(render(message('agree.nothing'))) : faultPage(doubled);
  const tooMany = ratersFault(pairing);
  if (tooMany !== undefined) return textPage(render(tooMany));
  const agreement = await runYielding(compareRaters(pairing.rated, options), token);
  return agreement && withLeftOut(reportMarkdown(agreementReport(agreement, renderer())), pairing);
}

function withLeftOut(page: ReportPage, { alone, doubled }: Pairing): ReportPage {
  const lines = [
    ...doubled.map(({ reason }) => renderQuoting(reason)),
    ...alone.map(({ file, transcript }) =>
      render(message(transcript.id === undefined ? 'agree.no-id' : 'agree.alone', { file })),
    ),
  ];
  return lines.length === 0
    ? page
    : { ...page, text: `${page.text}\n${lines.map(line => `- ${line}\n`).join('')}` };
}

function faultPage({ reason, places }: PairingFault): ReportPage {
  const table = {
    head: places.map(({ version }) => version.rater),
    rows: [
      places.map(place => ({
        text: `${place.version.file}:${lineOfTurn(place.version, place.turn) + 1}`,
        place,
      })),
    ],
  };
  const section = { title: render(message('agree.where')), lines: [], table };
  return reportMarkdown({
    title: render(message('agree.refused')),
    lines: [renderQuoting(reason)],
    sections: [section],
  });
}

function textPage(text: string): ReportPage {
  return { text: `${text}\n`, links: [] };
}

function openLink({ range, place }: PageLink, versions: readonly OpenVersion[]): readonly OpenLink[] {
  const found = versions.find(({ version }) => version === place.version);
  if (found === undefined) return [];
  return [{ range, target: found.uri, line: lineOfTurn(place.version, place.turn) }];
}
