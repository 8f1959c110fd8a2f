import { Bench } from 'tinybench';
import { CaseIndex } from '../../src/core/case/caseIndex';
import { groupGoals } from '../../src/core/case/goalGroups';
import { KnownEntries } from '../../src/core/case/openGoals';
import { toCaseNote } from '../../src/core/case/toCaseNote';
import { defaultConfig } from '../../src/core/config/config';
import { parseNote } from '../../src/core/note/parseNote';
import { builtinProtocols } from '../../src/core/protocol/builtinProtocols';
import { protocolSet } from '../../src/core/protocol/protocolSet';
import { CaseProblems } from '../../src/core/validate/caseProblems';
import { noteText } from './noteMaker';
import type { Row } from './table';

const protocols = protocolSet(builtinProtocols());
const context = { defaultProtocol: 'four-stage' };
const noteSize = 1500;

/**
 * What one changed note costs beyond its own parse: its case folded and validated, with 100 and with 10,000 other
 * notes and in a case of 8 and of 80 sessions; and drawing all open goals, which waits for a pause in the changes.
 */
export async function timeChangedNote(): Promise<readonly Row[]> {
  const cells = { few: [100, 8], many: [10_000, 8], long: [10_000, 80] } as const;
  const bench = new Bench({ time: 1000 });
  for (const [name, [notes, sessions]] of Object.entries(cells)) {
    const index = indexOf(notes, sessions);
    bench.add(name, () => change(index));
    const entries = new KnownEntries();
    if (name !== 'long') bench.add(`draw ${name}`, () => draw(index, entries));
  }
  await bench.run();
  const of = (name: string): number => {
    const result = bench.getTask(name)?.result;
    return result !== undefined && 'latency' in result ? result.latency.p50 : Number.NaN;
  };
  return [
    { what: 'fold and validate a case of 8 sessions, 100 notes in all', value: of('few'), unit: 'ms' },
    { what: 'the same, 10,000 notes in all', value: of('many'), unit: 'ms' },
    {
      what: '10,000 notes cost so many times as much as 100',
      value: of('many') / of('few'),
      unit: '×',
      bar: 'flat: 1',
    },
    { what: 'a case of 80 sessions, 10,000 notes in all', value: of('long'), unit: 'ms' },
    {
      what: '80 sessions cost so many times as much as 8',
      value: of('long') / of('many'),
      unit: '×',
      bar: 'in proportion: 10',
    },
    { what: 'group all open goals, 100 notes', value: of('draw few'), unit: 'ms' },
    { what: 'group all open goals, 10,000 notes', value: of('draw many'), unit: 'ms' },
  ];
}

const path = 'K-1/session-3.session.md';
const changed = toCaseNote(path, parseNote(noteText(1, 3, noteSize), { protocols, ...context }));

function change(index: CaseIndex): void {
  index.set(changed);
  const cases = index.casesOf(path);
  if (cases.length === 0) throw new Error('the note is in no case');
  new CaseProblems(defaultConfig, protocols).of(path, cases);
}

function draw(index: CaseIndex, entries: KnownEntries): void {
  index.set(changed);
  const view = { grouping: 'client', filter: {}, today: '2026-06-02', staleAfter: 4 } as const;
  if (groupGoals(index.cases(), view, protocols, entries).length === 0) throw new Error('nothing is open');
}

function indexOf(count: number, sessionsPerClient: number): CaseIndex {
  const index = new CaseIndex(protocols);
  for (let number = 0; number < count; number++) {
    const client = Math.floor(number / sessionsPerClient);
    const session = (number % sessionsPerClient) + 1;
    const note = parseNote(noteText(client, session, noteSize), { protocols, ...context });
    index.set(toCaseNote(`K-${client}/session-${session}.session.md`, note));
  }
  index.cases();
  return index;
}
