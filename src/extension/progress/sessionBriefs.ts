import * as vscode from 'vscode';
import { cleanName } from '../../core/config/noteFileName';
import { message } from '../../core/message';
import type { Note } from '../../core/note/note';
import { briefMarkdown } from '../../core/progress/briefMarkdown';
import { decisionWords, planWords, riskWords } from '../../core/progress/recordedWords';
import { sessionBrief } from '../../core/progress/sessionBrief';
import { render, renderer } from '../../l10n/catalogue';
import type { CasePlace } from '../../webview/progress/messages';
import { clientLabel } from '../services/caseLabels';
import { asPlace, casePlaceOf, placeKey } from '../services/casePlace';
import { sayShortly } from '../services/dialogs';
import { onDidHideWords } from '../services/hiddenWords';
import { changesCase, type IndexChange } from '../services/indexChange';
import { readNoteFile } from '../services/noteFiles';
import { reopenTabs } from '../services/reopenTabs';
import type { Root, RootCase } from '../services/roots';
import type { Services } from '../services/services';
import { affects, staleAfterSetting } from '../services/settings';
import { documentIn, showPage } from '../services/showPage';
import { DisposableStore } from '../services/tools/disposableStore';
import { today } from '../services/tools/today';
import { traceDrawn } from '../services/trace';
import { briefScheme } from './caseViewIds';

/** *Session Briefs*: documents that nobody writes, true to the notes as long as they are open. */
export class SessionBriefs extends DisposableStore {
  readonly #parts: Services;
  readonly #changed: vscode.EventEmitter<vscode.Uri>;
  /** The addresses of the notes whose words each open brief quotes. */
  readonly #quoted = new Map<string, readonly string[]>();

  constructor(parts: Services, changed: vscode.EventEmitter<vscode.Uri>) {
    super();
    this.#parts = parts;
    this.#changed = changed;
    this.register(parts.index.onDidChange(change => this.#update(change)));
    this.register(parts.language.onDidChange(() => this.#update({ kind: 'all' })));
    this.register(onDidHideWords(() => void this.#rename()));
    this.register(
      vscode.workspace.onDidChangeConfiguration(event => {
        if (affects(event, 'goals')) this.#update({ kind: 'all' });
      }),
    );
    this.register(
      vscode.workspace.onDidCloseTextDocument(document => this.#quoted.delete(document.uri.toString())),
    );
  }

  /** Opens the brief of a case, beside the active editor where it is only to be looked at. */
  async show(found: RootCase, isBeside = false): Promise<void> {
    const { Beside, Active } = vscode.ViewColumn;
    await showPage(briefUri(found), {
      viewColumn: isBeside ? Beside : Active,
      preserveFocus: isBeside,
    });
  }

  /** Gives the tabs of open briefs the names that they have now. */
  #rename(): Promise<void> {
    return reopenTabs(briefScheme, uri => {
      const place = placeIn(uri);
      const found = place && this.#parts.index.caseAt(place.root, place.client);
      return found === undefined ? uri : briefUri(found);
    });
  }

  /** The text of a brief. */
  async text(uri: vscode.Uri): Promise<string> {
    const { index } = this.#parts;
    const place = placeIn(uri);
    const found = place && index.caseAt(place.root, place.client);
    this.#quoted.delete(uri.toString());
    if (found === undefined) {
      return `${render(message(index.state === 'indexing' ? 'brief.indexing' : 'brief.gone'))}\n`;
    }
    traceDrawn(this.#parts.trace, 'Session Brief');
    const { root, case: ofCase } = found;
    const brief = sessionBrief(ofCase, root.protocols, today(), staleAfterSetting());
    const quoted = [brief.decisionNote, brief.planNote, brief.riskNote].map(
      note => note && index.uriOf(root, note.path),
    );
    this.#quoted.set(uri.toString(), quoted.map(String));
    const [decision, plan, risk] = await Promise.all(quoted.map(at => this.#read(root, at)));
    const words = {
      decision: decision === undefined ? [] : decisionWords(decision),
      plan: plan === undefined ? [] : planWords(plan),
      risk: risk === undefined ? [] : riskWords(risk),
    };
    return briefMarkdown(brief, words, renderer());
  }

  /** Copies the brief in the active editor. */
  async copy(): Promise<void> {
    const uri = documentIn(vscode.window.tabGroups.activeTabGroup.activeTab);
    if (uri?.scheme !== briefScheme) return;
    await vscode.env.clipboard.writeText(await this.text(uri));
    sayShortly(message('brief.copied'));
  }

  #update(change: IndexChange): void {
    for (const { uri } of vscode.workspace.textDocuments)
      if (uri.scheme === briefScheme && this.#concerns(change, uri)) this.#changed.fire(uri);
  }

  #concerns(change: IndexChange, brief: vscode.Uri): boolean {
    const place = placeIn(brief);
    if (place !== undefined && changesCase(change, place.root, [place.client])) return true;
    const quoted = this.#quoted.get(brief.toString());
    return change.kind === 'all' || change.uris.some(uri => quoted?.includes(uri.toString()));
  }

  /** A note as it is now: in its editor, else on disk. Opening it as a document would make it a change of the case. */
  async #read(root: Root, uri: vscode.Uri | undefined): Promise<Note | undefined> {
    if (uri === undefined) return undefined;
    const open = vscode.workspace.textDocuments.find(document => document.uri.toString() === uri.toString());
    if (open !== undefined) return this.#parts.openNotes.noteOf(open)?.note;
    const reading = await readNoteFile(uri, root);
    return reading.kind === 'note' ? reading.note : undefined;
  }
}

/** The name is what the tab shows, the query what the brief is found by. */
function briefUri(found: RootCase): vscode.Uri {
  const name = clientLabel(found.case);
  return vscode.Uri.from({
    scheme: briefScheme,
    path: `/${cleanName(`${render(message('brief.file'))} ${name}`, '.md')}`,
    query: placeKey(casePlaceOf(found)),
  });
}

function placeIn({ query }: vscode.Uri): CasePlace | undefined {
  try {
    return asPlace(JSON.parse(query));
  } catch {
    // Not made here.
    return undefined;
  }
}
