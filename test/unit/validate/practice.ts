import assert from 'node:assert/strict';
import type { CaseIndex } from '../../../src/core/case/caseIndex';
import { toCaseNote } from '../../../src/core/case/toCaseNote';
import type { Config } from '../../../src/core/config/config';
import type { Note } from '../../../src/core/note/note';
import { loadPractice } from '../../../src/core/practice/loadPractice';
import { indexCases, type Practice, readNote } from '../../../src/core/practice/practice';
import { noteProblems, problemsOfCases } from '../../../src/core/practice/problems';
import type { CaseProblem, Problem } from '../../../src/core/validate/problem';
import type { Texts } from './caseSupport';

const PROTOCOLS = '.session-notes/protocols/';

/** A practice with notes. */
export interface PracticeWithNotes extends Practice {
  readonly notes: Texts;
  readonly cases: CaseIndex;
  readonly parse: (text: string) => Note;
  problemsOf(path: string): readonly Problem[];
  caseProblemsOf(path: string): readonly CaseProblem[];
}

/** Files by path, those below `.session-notes/protocols/` being protocols, which must be without fault. */
export function practiceOf(files: Texts, settings: Partial<Config> = {}): PracticeWithNotes {
  const own = Object.entries(files).filter(([path]) => path.startsWith(PROTOCOLS));
  const practice = loadPractice(
    undefined,
    own.map(([path, text]) => ({ path, text })),
    settings,
  );
  assert.deepEqual(
    practice.files.flatMap(({ problems }) => problems),
    [],
  );
  const notes = Object.fromEntries(Object.entries(files).filter(([path]) => !path.startsWith(PROTOCOLS)));
  const cases = indexCases(practice);
  for (const [path, text] of Object.entries(notes))
    cases.set(toCaseNote(path, readNote(practice, path, text)));
  const ofCases = problemsOfCases(practice);
  return {
    config: practice.config,
    paths: practice.paths,
    protocols: practice.protocols,
    saysDefault: practice.saysDefault,
    notes,
    cases,
    parse: text => readNote(practice, 'note.md', text),
    problemsOf: path => noteProblems(practice, readNote(practice, path, notes[path] ?? '')),
    caseProblemsOf: path => ofCases.of(path, cases.casesOf(path)),
  };
}
