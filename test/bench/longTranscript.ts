import { defaultConfig } from '../../src/core/config/config';
import type { Note } from '../../src/core/note/note';
import { parseNote } from '../../src/core/note/parseNote';
import { builtinProtocols } from '../../src/core/protocol/builtinProtocols';
import { protocolSet } from '../../src/core/protocol/protocolSet';
import { readCodedTranscript } from '../../src/core/transcript/codedTranscript';
import { TurnChunks } from '../../src/core/transcript/turnChunks';
import { prepareTurns } from '../../src/core/validate/prepareTurns';
import { validateNote } from '../../src/core/validate/validateNote';
import type { Row } from './table';

const protocols = protocolSet(builtinProtocols());
const keystrokes = 15;

/** What a transcript costs: the longest stretch that is worked at once, and a keystroke in it. */
export function timeTranscript(turnCount: number): readonly Row[] {
  const text = transcriptText(turnCount);
  // Once with less, so that the engine knows the code.
  readAll(parse(transcriptText(10_000)));
  const [note, opening] = timed(() => parse(text));
  const turns = TurnChunks.of(note);
  const reading = timeSteps(prepareTurns(turns));
  const [, validating] = timed(() => validateNote(note, defaultConfig, { turns }));
  const listing = timeSteps(readCodedTranscript(turns));
  const place = Math.floor(text.length / 2);
  const [, sight] = timed(() => turns.turnsIn({ start: place, end: place + 10_000 }));
  // What is not done piece by piece takes as long as the text is; a session has some 1,000 turns at most.
  const ofSession = (bar: string): Pick<Row, 'bar'> => (turnCount > 1000 ? {} : { bar });
  return [
    { what: 'read its blocks', value: opening, unit: 'ms', ...ofSession('under 50') },
    {
      what: 'read and check its turns, the longest step',
      value: reading.longest,
      unit: 'ms',
      bar: 'under 50',
    },
    { what: 'read and check its turns, all steps', value: reading.all, unit: 'ms' },
    { what: 'tell its problems, once they are read', value: validating, unit: 'ms', bar: 'under 50' },
    { what: 'find the turns in sight', value: sight, unit: 'ms' },
    { what: 'list what is coded, the longest step', value: listing.longest, unit: 'ms', bar: 'under 50' },
    {
      what: 'a keystroke: read what changed, tell its problems',
      value: keystroke(text, turns),
      unit: 'ms',
      ...ofSession('under 16'),
    },
  ];
}

/** The median over changes all over the text. */
function keystroke(text: string, first: TurnChunks): number {
  let turns = first;
  let typed = text;
  const times = Array.from({ length: keystrokes }, (_, at) => {
    // Each is one change of the text that the one before left.
    const place = text.indexOf(' lalu', Math.floor((text.length * (at + 0.5)) / keystrokes)) + at;
    typed = `${typed.slice(0, place)}x${typed.slice(place)}`;
    // A string that was put together is flattened when it is first read, as an editor's text is already.
    typed.indexOf('\0');
    return timed(() => {
      turns = turns.next(parse(typed, turns.note));
      for (const _ of turns.read());
      validateNote(turns.note, defaultConfig, { turns });
    })[1];
  });
  return times.sort((a, b) => a - b)[Math.floor(keystrokes / 2)] ?? Number.NaN;
}

function parse(text: string, before?: Note): Note {
  return parseNote(text, { protocols, defaultProtocol: 'four-stage' }, before);
}

function readAll(note: Note): void {
  const turns = TurnChunks.of(note);
  for (const _ of prepareTurns(turns));
  validateNote(note, defaultConfig, { turns });
}

function timed<Result>(work: () => Result): readonly [Result, number] {
  const start = performance.now();
  return [work(), performance.now() - start];
}

function timeSteps(steps: Generator<void, unknown, undefined>): {
  readonly longest: number;
  readonly all: number;
} {
  const times: number[] = [];
  for (;;) {
    const [{ done }, time] = timed(() => steps.next());
    times.push(time);
    if (done === true) break;
  }
  return { longest: Math.max(...times), all: times.reduce((sum, time) => sum + time, 0) };
}

function transcriptText(turnCount: number): string {
  const head = [
    '---',
    'protocol: four-stage',
    'kind: transcript',
    'client: K-014',
    'session: 1',
    'date: 2026-01-14',
  ];
  const speakers = ['speakers: { RA: counselor, K: client }', '---', ''];
  const turns = Array.from({ length: turnCount }, (_, at) => {
    const heading = at % 5000 === 0 ? '## Membangun hubungan\n\n' : '';
    const clock = `${Math.floor(at / 3600)}:${two(Math.floor(at / 60) % 60)}:${two(at % 60)}`;
    const said = 'Waktu itu saya {==salah sebut==}{>>#openness<<} satu kata, lalu ada yang tertawa. #trust';
    return `${heading}[${clock}] **${at % 2 === 0 ? 'RA' : 'K'}:** ${said}\n`;
  });
  return [...head, ...speakers, ...turns].join('\n');
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
