import * as vscode from 'vscode';
import { cleanName } from '../../core/config/noteFileName';
import { message } from '../../core/message';
import { readTranscriptProfile } from '../../core/progress/transcriptProfile';
import { interfaceLanguage, render } from '../../l10n/catalogue';
import type { FromPage, NoteTarget } from '../../webview/picture/messages';
import type { ToTranscriptPage } from '../../webview/transcript/messages';
import { asPageRequest } from '../progress/pageRequest';
import { nameShown, onDidHideWords } from '../services/hiddenWords';
import { changesNote } from '../services/indexChange';
import { readNoteFile } from '../services/noteFiles';
import { readOpenTurns, readTurnsOf } from '../services/openTurns';
import { pageFolders, pageHtml } from '../services/pageHtml';
import { pathIn } from '../services/roots';
import { saveTo } from '../services/saveTo';
import type { Services } from '../services/services';
import { showBeside } from '../services/showBeside';
import { DisposableStore } from '../services/tools/disposableStore';
import { runYielding } from '../services/tools/yielding';

/** What VS Code knows these tabs by (see `TranscriptTools`). */
const pictureViewType = 'sessionNotes.transcriptPicture';

/** The tabs with the pictures of transcripts: one a transcript. */
export class TranscriptPanels extends DisposableStore {
  readonly #parts: Services;
  readonly #panels = new Map<string, TranscriptPanel>();

  constructor(parts: Services) {
    super();
    this.#parts = parts;
  }

  /** Shows the picture of a transcript in its tab, in a new one if it has none. */
  show(uri: vscode.Uri): void {
    const known = this.#panels.get(uri.toString());
    if (known !== undefined) known.reveal();
    else this.#fill(vscode.window.createWebviewPanel(pictureViewType, '', vscode.ViewColumn.Beside), uri);
  }

  /** Takes a tab that VS Code kept over a reload; closes it when what it showed cannot be told. */
  restore(panel: vscode.WebviewPanel, state: unknown): void {
    const kept = typeof state === 'object' && state !== null && 'uri' in state ? state.uri : undefined;
    if (typeof kept !== 'string' || this.#panels.has(kept)) panel.dispose();
    else this.#fill(panel, vscode.Uri.parse(kept));
  }

  #fill(panel: vscode.WebviewPanel, uri: vscode.Uri): void {
    const { extensionUri } = this.#parts;
    panel.webview.options = { enableScripts: true, localResourceRoots: pageFolders(extensionUri) };
    const made = this.register(new TranscriptPanel(panel, uri, this.#parts));
    this.#panels.set(uri.toString(), made);
    panel.onDidDispose(() => {
      this.#panels.delete(uri.toString());
      made.dispose();
    });
    panel.webview.html = pageHtml(panel.webview, extensionUri, 'transcript');
  }
}

/** One such tab. It is told its transcript anew whenever that changed. */
class TranscriptPanel extends DisposableStore {
  readonly #panel: vscode.WebviewPanel;
  readonly #uri: vscode.Uri;
  readonly #parts: Services;
  /** The newest request: an older one that ends later is dropped. */
  #request = 0;

  constructor(panel: vscode.WebviewPanel, uri: vscode.Uri, parts: Services) {
    super();
    this.#panel = panel;
    this.#uri = uri;
    this.#parts = parts;
    this.register(panel);
    this.register(panel.webview.onDidReceiveMessage(request => void this.#answer(request)));
    this.register(
      parts.index.onDidChange(change => {
        if (changesNote(change, uri)) void this.#tell();
      }),
    );
    this.register(parts.language.onDidChange(() => void this.#tell()));
    this.register(onDidHideWords(() => this.#entitle()));
    this.#entitle();
  }

  reveal(): void {
    this.#panel.reveal();
  }

  async #tell(): Promise<void> {
    this.#entitle();
    // A page that is out of sight is thrown away; it asks when it is back.
    if (!this.#panel.visible) return;
    const request = ++this.#request;
    const content = await this.#content();
    if (!this.isDisposed && request === this.#request) await this.#panel.webview.postMessage(content);
  }

  async #content(): Promise<ToTranscriptPage> {
    const uri = this.#uri.toString();
    const common = { uri, language: interfaceLanguage() };
    const root = this.#parts.roots.rootOf(this.#uri);
    const document = vscode.workspace.textDocuments.find(each => each.uri.toString() === uri);
    const open = document && this.#parts.openNotes.noteOf(document);
    const reading = open === undefined ? await readNoteFile(this.#uri, root) : undefined;
    const note = reading?.kind === 'note' ? reading.note : undefined;
    const turns = open === undefined ? note && (await readOpenTurns(note)) : await readTurnsOf(open);
    if (turns === undefined) return { ...common, kind: 'gone' };
    const profile = await runYielding(readTranscriptProfile(turns));
    return { ...common, kind: 'profile', file: pathIn(root, this.#uri), profile };
  }

  #entitle(): void {
    const file = this.#uri.path.split('/').at(-1) ?? '';
    this.#panel.title = render(message('transcript-picture.title', { file: nameShown(file, 'file') }));
  }

  async #answer(said: unknown): Promise<void> {
    const request = asPageRequest(said);
    if (request?.kind === 'ready') await this.#tell();
    else if (request?.kind === 'open') await this.#open(request.target);
    else if (request?.kind === 'save') await this.#save(request);
  }

  async #open({ offset = 0 }: NoteTarget): Promise<void> {
    const document = await vscode.workspace.openTextDocument(this.#uri);
    await showBeside(document, document.positionAt(offset), this.#panel.viewColumn);
  }

  async #save({ format, text }: Extract<FromPage, { readonly kind: 'save' }>): Promise<void> {
    const file = this.#uri.path.split('/').at(-1) ?? '';
    const name = cleanName(file.replace(/(?:\.session)?\.\w+$/, ''), `.${format}`);
    const uri = await vscode.window.showSaveDialog({
      filters: { [format.toUpperCase()]: [format] },
      ...(this.#uri.scheme !== 'untitled' && { defaultUri: vscode.Uri.joinPath(this.#uri, '..', name) }),
    });
    if (uri !== undefined) await saveTo(uri, text, true);
  }
}
