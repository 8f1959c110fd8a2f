import * as vscode from 'vscode';
import type { problemsOfCases } from '../../core/practice/problems';
import type { CaseProblems } from '../../core/validate/caseProblems';
import type { CaseProblem, RelatedPlace } from '../../core/validate/problem';
import { onDidHideWords, renderShown } from '../services/hiddenWords';
import type { InterfaceLanguageService } from '../services/interfaceLanguage';
import type { NoteIndex } from '../services/noteIndex';
import type { OpenNotes } from '../services/openNotes';
import { pathIn, type Root, type Roots } from '../services/roots';
import { affects } from '../services/settings';
import { DisposableStore } from '../services/tools/disposableStore';
import { toRangeOfLine } from '../services/tools/vscodeTypes';
import { toDiagnostic } from './diagnostic';
import { urisInScope } from './validationScope';

/**
 * Shows the problems that a note has only beside the other notes of its case: they follow every change in any of them.
 * A case is validated once for as long as it stays what it is.
 */
export class CaseDiagnostics extends DisposableStore {
  readonly #collection = this.register(vscode.languages.createDiagnosticCollection('sessionNotes.cases'));
  readonly #roots: Roots;
  readonly #openNotes: OpenNotes;
  readonly #index: NoteIndex;
  /** By root object: another configuration or set of protocols is another root. */
  readonly #validated = new WeakMap<Root, CaseProblems>();
  #shown: ReadonlyMap<string, readonly CaseProblem[]> = new Map();

  constructor(roots: Roots, openNotes: OpenNotes, index: NoteIndex, language: InterfaceLanguageService) {
    super();
    this.#roots = roots;
    this.#openNotes = openNotes;
    this.#index = index;
    this.register(index.onDidChange(() => this.#update()));
    this.register(language.onDidChange(() => this.#showAnew()));
    this.register(onDidHideWords(() => this.#showAnew()));
    this.register(
      vscode.workspace.onDidChangeConfiguration(event => {
        if (affects(event, 'validate')) this.#update();
      }),
    );
  }

  /** The problems that its cases bring to the note at `uri`. */
  async problemsOf(uri: vscode.Uri): Promise<readonly CaseProblem[]> {
    const { problemsOfCases } = await import('../shown');
    return this.#problemsOf(uri, problemsOfCases);
  }

  #problemsOf(uri: vscode.Uri, inRoot: typeof problemsOfCases): readonly CaseProblem[] {
    const root = this.#roots.rootOf(uri);
    const known = this.#validated.get(root) ?? inRoot(root);
    this.#validated.set(root, known);
    return known.of(pathIn(root, uri), this.#index.casesOf(uri));
  }

  #showAnew(): void {
    this.#shown = new Map();
    this.#update();
  }

  #update(): void {
    if (this.#isReady) void import('../shown').then(loaded => this.#show(loaded.problemsOfCases));
  }

  /** Half a case has gaps that the whole has not. */
  get #isReady(): boolean {
    return !this.isDisposed && this.#index.state !== 'indexing';
  }

  #show(inRoot: typeof problemsOfCases): void {
    if (!this.#isReady) return;
    const shown = new Map<string, readonly CaseProblem[]>();
    for (const [key, uri] of urisInScope(this.#index, this.#openNotes)) {
      const problems = this.#problemsOf(uri, inRoot);
      if (problems.length === 0) continue;
      shown.set(key, problems);
      if (this.#shown.get(key) !== problems) this.#publish(uri, problems);
    }
    for (const key of this.#shown.keys()) if (!shown.has(key)) this.#collection.delete(vscode.Uri.parse(key));
    this.#shown = shown;
  }

  #publish(uri: vscode.Uri, problems: readonly CaseProblem[]): void {
    const root = this.#roots.rootOf(uri);
    this.#collection.set(
      uri,
      problems.map(problem => {
        const diagnostic = toDiagnostic(problem, toRangeOfLine(problem.range));
        diagnostic.relatedInformation = problem.related.flatMap(place => this.#related(root, place));
        return diagnostic;
      }),
    );
  }

  #related(root: Root, { path, place, message }: RelatedPlace): vscode.DiagnosticRelatedInformation[] {
    const uri = this.#index.uriOf(root, path);
    if (uri === undefined) return [];
    const location = new vscode.Location(uri, toRangeOfLine(place));
    return [new vscode.DiagnosticRelatedInformation(location, renderShown(message))];
  }
}
