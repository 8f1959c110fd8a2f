import * as vscode from 'vscode';
import type { Message } from '../../core/message';
import { indexLines, type LineIndex } from '../../core/text/lineIndex';
import { unreadableFileProblem } from '../../core/validate/fileProblems';
import { atConfiguredLevels } from '../../core/validate/levels';
import type { Problem } from '../../core/validate/problem';
import { encodingFault } from '../services/documentEncoding';
import { onDidHideWords } from '../services/hiddenWords';
import type { IndexChange } from '../services/indexChange';
import type { InterfaceLanguageService } from '../services/interfaceLanguage';
import { readNoteFile } from '../services/noteFiles';
import type { NoteIndex } from '../services/noteIndex';
import type { OpenNote, OpenNotes } from '../services/openNotes';
import type { Root, Roots, RootsChange } from '../services/roots';
import { affects } from '../services/settings';
import { DisposableStore } from '../services/tools/disposableStore';
import { toRange } from '../services/tools/vscodeTypes';
import { forEachYielding } from '../services/tools/yielding';
import { type Trace, traceValidated } from '../services/trace';
import { toDiagnostic } from './diagnostic';
import type { allProblems, problemsOnDisk } from './problemsOfNote';
import { urisInScope } from './validationScope';

/** That the problems of a file be shown. */
interface Request {
  /** The version of an open note, which is validated once. */
  readonly open?: OpenNote;
  /** Why its file could not be read, where that is to be said too. */
  readonly unreadable?: Message | undefined;
  /** Whether its editor shows other words than its file holds, or may. */
  readonly isMisread?: boolean;
}

/**
 * Shows the problems of the notes in scope: those of an open note follow its text, those of a note that is only on
 * disk follow the file. Sets are per file; what goes out of scope loses its problems.
 */
export class NoteDiagnostics extends DisposableStore {
  readonly #collection = this.register(vscode.languages.createDiagnosticCollection('sessionNotes'));
  readonly #roots: Roots;
  readonly #openNotes: OpenNotes;
  readonly #index: NoteIndex;
  readonly #trace: Trace;
  readonly #shown = new Set<string>();
  /** The newest request per file: an older one that ends later is dropped. */
  readonly #requests = new Map<string, Request>();
  #sweep: vscode.CancellationTokenSource | undefined;
  #practiceFiles: readonly vscode.Uri[] = [];

  constructor(
    roots: Roots,
    openNotes: OpenNotes,
    index: NoteIndex,
    language: InterfaceLanguageService,
    trace: Trace,
  ) {
    super();
    this.#roots = roots;
    this.#openNotes = openNotes;
    this.#index = index;
    this.#trace = trace;
    this.register({ dispose: () => this.#sweep?.cancel() });
    this.register(index.onDidChange(change => this.#indexChanged(change)));
    this.register(language.onDidChange(() => this.#showAnew()));
    this.register(onDidHideWords(() => this.#showAnew()));
    this.register(roots.onDidChange(({ kind }) => this.#rootsChanged(kind)));
    // The text may be saved in another encoding than it was read in.
    this.register(vscode.workspace.onDidSaveTextDocument(({ uri }) => this.#validateNotes([uri])));
    this.register(
      vscode.workspace.onDidChangeConfiguration(event => {
        if (affects(event, 'validate') || event.affectsConfiguration('files.encoding')) this.#validateAll();
      }),
    );
  }

  /** What is open need not wait until all notes have been read. */
  #rootsChanged(kind: RootsChange['kind']): void {
    if (kind === 'protocols') this.#showPracticeFiles();
    else this.#validateNotes(this.#openNotes.all().map(({ document }) => document.uri));
  }

  #indexChanged(change: IndexChange): void {
    if (change.kind === 'all') {
      this.#showAll();
      return;
    }
    this.#validateNotes(change.uris);
  }

  /** Validates these notes, and those that are in scope because of them. */
  #validateNotes(uris: readonly vscode.Uri[]): void {
    this.#validateScope(new Set(uris.map(uri => uri.toString())));
  }

  /** The same problems in other words. */
  #showAnew(): void {
    this.#requests.clear();
    this.#showAll();
  }

  #showAll(): void {
    this.#showPracticeFiles();
    this.#validateAll();
  }

  #validateAll(): void {
    this.#sweep?.cancel();
    this.#sweep = new vscode.CancellationTokenSource();
    this.#validateScope('all', this.#sweep.token);
  }

  /** Brings the set of shown files to what is in scope, validating those that changed and those that are new in it. */
  #validateScope(changed: ReadonlySet<string> | 'all', token?: vscode.CancellationToken): void {
    // Before that, nothing is known of a practice's own protocols and configuration.
    if (!this.#roots.areKnown) return;
    const inScope = urisInScope(this.#index, this.#openNotes);
    const hasChanged = (key: string): boolean => changed !== 'all' && changed.has(key);
    // While the notes are being read, what is not known yet is not gone.
    const isWhole = this.#index.state !== 'indexing';
    const gone = [...this.#shown].filter(key => !inScope.has(key) && (isWhole || hasChanged(key)));
    for (const key of gone) this.#clear(vscode.Uri.parse(key));
    const stale = [...inScope].filter(
      ([key]) => changed === 'all' || hasChanged(key) || !this.#shown.has(key),
    );
    for (const [key] of stale) this.#shown.add(key);
    void forEachYielding(stale, ([, uri]) => this.#validate(uri), token);
  }

  async #validate(uri: vscode.Uri): Promise<void> {
    const key = uri.toString();
    const { allProblems, problemsOnDisk } = await import('../shown');
    // It may have gone out of scope while others were validated.
    if (!this.#shown.has(key)) return;
    const document = vscode.workspace.textDocuments.find(open => open.uri.toString() === key);
    const open = document && this.#openNotes.noteOf(document);
    await (open === undefined
      ? this.#validateFile(uri, problemsOnDisk)
      : this.#validateOpen(open, allProblems));
  }

  async #validateOpen(open: OpenNote, problemsOf: typeof allProblems): Promise<void> {
    const { document, note, root, version } = open;
    const { uri } = document;
    const unreadable = document.isDirty ? undefined : this.#index.unreadableReason(uri);
    const misread = encodingFault(document);
    const before = this.#requests.get(uri.toString());
    const isSame = before?.unreadable === unreadable && before?.isMisread === (misread !== undefined);
    if (before?.open === open && isSame) return;
    const request = this.#supersede(uri, { open, unreadable, isMisread: misread !== undefined });
    const problems = await problemsOf(open);
    if (!this.#isNewest(uri, request)) return;
    this.#publish(
      uri,
      [...unreadableProblems(unreadable, root), ...misreadProblems(misread, root), ...problems],
      note.outline.lines,
    );
    traceValidated(this.#trace, uri, version);
  }

  async #validateFile(uri: vscode.Uri, problemsOf: typeof problemsOnDisk): Promise<void> {
    const request = this.#supersede(uri, {});
    const root = this.#roots.rootOf(uri);
    const reading = await readNoteFile(uri, root);
    if (!this.#isNewest(uri, request)) return;
    if (reading.kind === 'note') {
      const { note } = reading;
      const problems = await problemsOf(note, root);
      if (!this.#isNewest(uri, request)) return;
      this.#publish(uri, problems, note.outline.lines);
      traceValidated(this.#trace, uri, undefined);
    } else if (reading.kind === 'unreadable') {
      this.#publish(uri, unreadableProblems(reading.reason, root), indexLines(''));
    } else {
      this.#clear(uri);
    }
  }

  #supersede(uri: vscode.Uri, request: Request): Request {
    this.#requests.set(uri.toString(), request);
    return request;
  }

  #isNewest(uri: vscode.Uri, request: Request): boolean {
    return !this.isDisposed && this.#requests.get(uri.toString()) === request;
  }

  #showPracticeFiles(): void {
    const files = this.#roots.all.flatMap(root => root.practiceFiles);
    const now = new Set(files.map(({ uri }) => uri.toString()));
    for (const uri of this.#practiceFiles) if (!now.has(uri.toString())) this.#collection.delete(uri);
    this.#practiceFiles = files.map(file => file.uri);
    for (const { uri, text, problems } of files) this.#publish(uri, problems, indexLines(text));
  }

  #publish(uri: vscode.Uri, problems: readonly Problem[], lines: LineIndex): void {
    this.#collection.set(
      uri,
      shownAmong(problems).map(problem => toDiagnostic(problem, toRange(problem.range, lines))),
    );
  }

  #clear(uri: vscode.Uri): void {
    const key = uri.toString();
    this.#shown.delete(key);
    this.#requests.delete(key);
    this.#collection.delete(uri);
  }
}

/** VS Code shows no more problems of one file, the most severe first, and says so where there are more. */
const MOST_SHOWN = 1000;
const severities: readonly Problem['severity'][] = ['error', 'warning', 'info', 'hint'];

/** Making what is not shown would take long in a transcript of which each code is unknown. */
function shownAmong(problems: readonly Problem[]): readonly Problem[] {
  if (problems.length <= MOST_SHOWN) return problems;
  const rank = ({ severity }: Problem): number => severities.indexOf(severity);
  return [...problems].sort((a, b) => rank(a) - rank(b)).slice(0, MOST_SHOWN + 1);
}

/** What is to be said of a note that could not be read, if anything is: the configuration may switch it off. */
function unreadableProblems(reason: Message | undefined, root: Root): readonly Problem[] {
  return reason === undefined ? [] : atConfiguredLevels([unreadableFileProblem(reason)], root.config);
}

/** The file is as it should be: it is the editor that reads it otherwise. */
function misreadProblems(reason: Message | undefined, root: Root): readonly Problem[] {
  if (reason === undefined) return [];
  return atConfiguredLevels([{ ...unreadableFileProblem(reason), severity: 'warning' }], root.config);
}
