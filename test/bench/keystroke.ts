import { Bench } from 'tinybench';
import { CaseIndex } from '../../src/core/case/caseIndex';
import { toCaseNote } from '../../src/core/case/toCaseNote';
import { defaultConfig } from '../../src/core/config/config';
import { parseNote } from '../../src/core/note/parseNote';
import { builtinProtocols } from '../../src/core/protocol/builtinProtocols';
import { protocolSet } from '../../src/core/protocol/protocolSet';
import { validateNote } from '../../src/core/validate/validateNote';
import { noteText } from './noteMaker';
import type { Row } from './table';

const protocols = protocolSet(builtinProtocols());
const context = { defaultProtocol: 'four-stage' };
const noteSize = 10_000;
const sessionsPerClient = 8;

/** What a keystroke in a note of 10 KB costs, and the same with 100 and with 10,000 other notes in the index. */
export async function timeKeystroke(): Promise<readonly Row[]> {
  const text = noteText(1, 3, noteSize);
  const few = indexOf(100);
  const many = indexOf(10_000);
  const bench = new Bench({ time: 1000 });
  bench
    .add('parse', () => {
      parseNote(text, { protocols, ...context });
    })
    .add('parse and validate', () => {
      validateNote(parseNote(text, { protocols, ...context }), defaultConfig);
    })
    .add('few', () => keystroke(few, text))
    .add('many', () => keystroke(many, text));
  await bench.run();
  const of = (name: string): number => {
    const result = bench.getTask(name)?.result;
    return result !== undefined && 'latency' in result ? result.latency.p50 : Number.NaN;
  };
  return [
    { what: 'parse a note of 10 KB', value: of('parse'), unit: 'ms', bar: 'under 1' },
    { what: 'parse and validate it', value: of('parse and validate'), unit: 'ms' },
    { what: 'parse, fold its case, 100 other notes', value: of('few'), unit: 'ms' },
    { what: 'parse, fold its case, 10,000 other notes', value: of('many'), unit: 'ms' },
    {
      what: '10,000 other notes cost so many times as much as 100',
      value: of('many') / of('few'),
      unit: '×',
      bar: 'flat: 1',
    },
  ];
}

function keystroke(index: CaseIndex, text: string): void {
  const path = 'K-1/session-3.session.md';
  index.set(toCaseNote(path, parseNote(text, { protocols, ...context })));
  if (index.casesOf(path).length === 0) throw new Error('the note is in no case');
}

function indexOf(count: number): CaseIndex {
  const index = new CaseIndex(protocols);
  for (let number = 0; number < count; number++) {
    const client = Math.floor(number / sessionsPerClient);
    const session = (number % sessionsPerClient) + 1;
    const note = parseNote(noteText(client, session, 1500), { protocols, ...context });
    index.set(toCaseNote(`K-${client}/session-${session}.session.md`, note));
  }
  index.cases();
  return index;
}
