import * as vscode from 'vscode';
import { agreementPage } from '../../core/agreement/agreementPage';
import type { Cell, Report } from '../../core/agreement/agreementReport';
import { reportMarkdown } from '../../core/agreement/reportMarkdown';
import { lineOfTurn, type Version } from '../../core/agreement/version';
import { cleanName } from '../../core/config/noteFileName';
import type { Renderer } from '../../core/describe/markdown';
import { message } from '../../core/message';
import { interfaceLanguage, render, renderQuoting } from '../../l10n/catalogue';
import type {
  AgreementQuestion,
  LineTarget,
  ShownCell,
  ShownReport,
  ToAgreementPage,
} from '../../webview/agreement/messages';
import { sayShortly } from '../services/dialogs';
import { nameShown, onDidHideWords } from '../services/hiddenWords';
import type { IndexChange } from '../services/indexChange';
import { saveTo } from '../services/saveTo';
import type { Services } from '../services/services';
import { showBeside } from '../services/showBeside';
import { DisposableStore } from '../services/tools/disposableStore';
import { runYielding } from '../services/tools/yielding';
import { traceDrawn } from '../services/trace';
import { pageName } from './agreementQuestion';
import { asAgreementRequest } from './agreementRequest';
import { type OpenVersion, openVersions, transcriptUris } from './openVersions';

/** One tab that says how far raters agree. It is true to the transcripts while it is in sight. */
export class AgreementPanel extends DisposableStore {
  readonly #panel: vscode.WebviewPanel;
  readonly #question: AgreementQuestion;
  readonly #parts: Services;
  /** The transcripts that the page was made from. */
  #read: ReadonlySet<string> = new Set();
  #work = new vscode.CancellationTokenSource();

  constructor(panel: vscode.WebviewPanel, question: AgreementQuestion, parts: Services) {
    super();
    this.#panel = panel;
    this.#question = question;
    this.#parts = parts;
    this.register(panel);
    this.register(panel.webview.onDidReceiveMessage(request => void this.#answer(request)));
    this.register(parts.index.onDidChange(change => this.#follow(change)));
    this.register(parts.language.onDidChange(() => void this.#tell()));
    this.register(onDidHideWords(() => this.#entitle()));
    this.register({ dispose: () => this.#work.cancel() });
    this.#entitle();
  }

  get isActive(): boolean {
    return this.#panel.active;
  }

  reveal(): void {
    this.#panel.reveal();
  }

  /** Copies what is to be read now, as Markdown. */
  async copy(): Promise<void> {
    await vscode.env.clipboard.writeText(await this.#markdown());
    sayShortly(message('agree.copied'));
  }

  /** Saves what is to be read now as Markdown, where the user says. */
  async save(): Promise<void> {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    const name = cleanName(pageName(this.#question), '.md');
    const uri = await vscode.window.showSaveDialog({
      filters: { Markdown: ['md'] },
      ...(folder !== undefined && { defaultUri: vscode.Uri.joinPath(folder, name) }),
    });
    if (uri === undefined || !(await saveTo(uri, await this.#markdown(), true))) return;
    const file = nameShown(vscode.workspace.asRelativePath(uri), 'file');
    sayShortly(message('agree.saved', { file }));
  }

  #follow(change: IndexChange): void {
    const { index } = this.#parts;
    const concerns = (uri: vscode.Uri): boolean => index.isTranscript(uri) || this.#read.has(uri.toString());
    if (change.kind === 'all' || change.uris.some(concerns)) void this.#tell();
  }

  async #tell(): Promise<void> {
    this.#entitle();
    // A page that is out of sight is thrown away; it asks when it is back.
    if (!this.#panel.visible) return;
    this.#work.cancel();
    this.#work = new vscode.CancellationTokenSource();
    const { token } = this.#work;
    const versions = await openVersions(this.#parts, this.#question.transcript);
    const report = await this.#report(versions, token);
    if (report === undefined || token.isCancellationRequested) return;
    const told: ToAgreementPage = {
      language: interfaceLanguage(),
      question: this.#question,
      report: shownReport(report, versions),
    };
    await this.#panel.webview.postMessage(told);
    traceDrawn(this.#parts.trace, 'Compare Raters');
  }

  /** What is to be read now; undefined once it is not wanted any more. */
  async #report(
    versions: readonly OpenVersion[],
    token?: vscode.CancellationToken,
  ): Promise<Report | undefined> {
    this.#read = new Set(transcriptUris(this.#parts).map(([each]) => each.toString()));
    if (this.#parts.index.state === 'indexing')
      return { title: pageName(this.#question), lines: [render(message('brief.indexing'))], sections: [] };
    const rated = versions.filter(({ isConsensus }) => !isConsensus).map(({ version }) => version);
    return runYielding(agreementPage(rated, this.#question, quoting()), token);
  }

  #entitle(): void {
    this.#panel.title = pageName(this.#question);
  }

  async #answer(said: unknown): Promise<void> {
    const request = asAgreementRequest(said);
    if (request?.kind === 'ready') await this.#tell();
    else if (request?.kind === 'open') await this.#open(request.target);
  }

  /** Only transcripts that the page was made from are opened. */
  async #open({ uri, line }: LineTarget): Promise<void> {
    if (!this.#read.has(uri)) return;
    const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri));
    await showBeside(document, new vscode.Position(line, 0), this.#panel.viewColumn);
  }

  async #markdown(): Promise<string> {
    const report = await this.#report(await openVersions(this.#parts, this.#question.transcript));
    return report === undefined ? '' : reportMarkdown(report);
  }
}

/** The page is for who has the transcripts before them. */
function quoting(): Renderer {
  return { language: interfaceLanguage(), say: renderQuoting };
}

function shownReport(report: Report, versions: readonly OpenVersion[]): ShownReport {
  const uris = new Map<Version, vscode.Uri>(versions.map(({ version, uri }) => [version, uri]));
  const shownCell = ({ text, place }: Cell): ShownCell => {
    const uri = place && uris.get(place.version)?.toString();
    if (place === undefined || uri === undefined) return { text };
    return { text, target: { uri, line: lineOfTurn(place.version, place.turn) } };
  };
  return {
    ...report,
    sections: report.sections.map(({ title, lines, table }) => ({
      title,
      lines,
      ...(table !== undefined && {
        table: { head: table.head, rows: table.rows.map(row => row.map(shownCell)) },
      }),
    })),
  };
}
