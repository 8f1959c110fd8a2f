import assert from 'node:assert/strict';
import { CaseIndex } from '../../../src/core/case/caseIndex';
import { toCaseNote } from '../../../src/core/case/toCaseNote';
import { type Config, defaultConfig } from '../../../src/core/config/config';
import type { Note } from '../../../src/core/note/note';
import { parseNote } from '../../../src/core/note/parseNote';
import { loadWorkspaceProtocols } from '../../../src/core/protocol/loadWorkspaceProtocols';
import type { ProtocolSet } from '../../../src/core/protocol/protocolSet';
import { CaseProblems } from '../../../src/core/validate/caseProblems';
import type { CaseProblem, Problem } from '../../../src/core/validate/problem';
import { validateNote } from '../../../src/core/validate/validateNote';
import type { Texts } from './caseSupport';

const PROTOCOLS = '.session-notes/protocols/';

/** The notes of a folder that may have protocols of its own. */
export interface Practice {
  readonly notes: Texts;
  readonly protocols: ProtocolSet;
  readonly cases: CaseIndex;
  readonly parse: (text: string) => Note;
  problemsOf(path: string): readonly Problem[];
  caseProblemsOf(path: string): readonly CaseProblem[];
}

/** Files by path, those below `.session-notes/protocols/` being protocols, which must be without fault. */
export function practiceOf(files: Texts, config: Partial<Config> = {}): Practice {
  const own = Object.entries(files).filter(([path]) => path.startsWith(PROTOCOLS));
  const { set, faults } = loadWorkspaceProtocols(own.map(([path, text]) => ({ path, text })));
  assert.deepEqual([...faults.values()], []);
  const notes = Object.fromEntries(Object.entries(files).filter(([path]) => !path.startsWith(PROTOCOLS)));
  const all = { ...defaultConfig, ...config };
  const parse = (text: string) => parseNote(text, set, { defaultProtocol: 'four-stage' });
  const cases = new CaseIndex(set);
  for (const [path, text] of Object.entries(notes)) cases.set(toCaseNote(path, parse(text)));
  const ofCases = new CaseProblems(all, set);
  return {
    notes,
    protocols: set,
    cases,
    parse,
    problemsOf: path => validateNote(parse(notes[path] ?? ''), all, { protocolIds: set.ids }),
    caseProblemsOf: path => ofCases.of(path, cases.casesOf(path)),
  };
}
