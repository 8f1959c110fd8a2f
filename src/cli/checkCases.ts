import type { CaseIndex } from '../core/case/caseIndex';
import { caseKeys, noClient } from '../core/case/clientKey';
import { toCaseNote } from '../core/case/toCaseNote';
import type { Note } from '../core/note/note';
import { indexCases } from '../core/practice/practice';
import { problemsOfCases } from '../core/practice/problems';
import type { CaseProblems } from '../core/validate/caseProblems';
import type { CaseProblem } from '../core/validate/problem';
import type { DiskRoot } from './roots';
import type { MarkdownFile } from './workspace';

/** A note that is reported on, and the problems that its cases bring to it. */
export interface NoteOfCases {
  readonly file: MarkdownFile;
  readonly problems: readonly CaseProblem[];
}

/** The cases of the notes that are reported on. Of the notes only what cases need is kept, never their text. */
export class CheckedCases {
  readonly #indexes = new Map<DiskRoot, CaseIndex>();
  readonly #reported: MarkdownFile[] = [];
  /** The keys of the cases of the notes that are reported on, by root; without a client there is no case. */
  readonly #wanted = new Map<DiskRoot, Set<string>>();

  /** Adds a note that is reported on. */
  addReported(file: MarkdownFile, note: Note): void {
    this.add(file, note);
    this.#reported.push(file);
    const wanted = this.#wanted.get(file.root) ?? new Set();
    this.#wanted.set(file.root, wanted);
    for (const key of caseKeys(note.frontMatter.clients.map(({ value }) => value))) {
      if (key !== noClient) wanted.add(key);
    }
  }

  /** Adds a note that is not reported on. */
  add(file: MarkdownFile, note: Note): void {
    const index = this.#indexes.get(file.root) ?? indexCases(file.root);
    this.#indexes.set(file.root, index);
    index.set(toCaseNote(file.path, note, index.kept));
  }

  /** Whether any note of `root` may have a case with a note that is reported on. */
  concernRoot(root: DiskRoot): boolean {
    return (this.#wanted.get(root)?.size ?? 0) > 0;
  }

  /** Whether a note of these clients in `root` has one. */
  concernClients(root: DiskRoot, clients: readonly string[]): boolean {
    return caseKeys(clients).some(key => this.#wanted.get(root)?.has(key));
  }

  /** The notes that are reported on, as far as the cases bring problems to them. */
  *problems(): Iterable<NoteOfCases> {
    const byRoot = new Map<DiskRoot, CaseProblems>();
    for (const file of this.#reported) {
      const { root, path } = file;
      const ofRoot = byRoot.get(root) ?? problemsOfCases(root);
      byRoot.set(root, ofRoot);
      const problems = ofRoot.of(path, this.#indexes.get(root)?.casesOf(path) ?? []);
      if (problems.length > 0) yield { file, problems };
    }
  }
}
