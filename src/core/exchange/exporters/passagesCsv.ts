import { type CsvOptions, csvText } from '../../text/csv';
import type { Turn } from '../../transcript/transcript';
import { type FoundPassage, lineOfPassage } from './passages';

const columns = [
  ...['code', 'transcript', 'file', 'line', 'turn', 'start', 'end', 'stage', 'role', 'rater'],
  ...['client', 'session', 'date', 'speaker', 'before', 'text', 'passage', 'behind', 'memo'],
];
/** Those that are said, or name somebody. */
const wordy: ReadonlySet<string> = new Set([
  'transcript',
  'rater',
  'client',
  'speaker',
  'before',
  'text',
  'passage',
  'behind',
  'memo',
]);

/**
 * Coded words as CSV, a row for each coding, lines and turns counted from 1, times in milliseconds. `bare` rows have
 * places, no words: a role only where a note format has it.
 */
export function passagesCsv(found: readonly FoundPassage[], bare: boolean, options?: CsvOptions): string {
  const kept = columns.filter(column => !bare || !wordy.has(column));
  const rows = found.map(each => {
    const values = valuesOf(each, bare);
    return kept.map(column => values[column]);
  });
  return csvText([kept, ...rows], options);
}

function valuesOf(found: FoundPassage, bare: boolean): Readonly<Record<string, string | number | undefined>> {
  const { code, version, facts, turn, passage, memo, before, behind } = found;
  const isKnownRole = version.protocol?.roles.some(({ id }) => id === turn.role) === true;
  return {
    code,
    transcript: version.transcript.id,
    file: version.file,
    line: lineOfPassage(found) + 1,
    turn: turn.index + 1,
    start: turn.start,
    end: turn.end,
    stage: turn.stage,
    role: isKnownRole || !bare ? turn.role : undefined,
    rater: version.rater,
    client: facts.clients.join('; ') || undefined,
    session: facts.session,
    date: facts.date,
    speaker: turn.speaker,
    before: saidIn(before),
    text: turn.words,
    passage: passage && turn.words.slice(passage.start, passage.end),
    behind: saidIn(behind),
    memo,
  };
}

function saidIn(turns: readonly Turn[]): string | undefined {
  const said = turns.map(({ speaker, words }) => (speaker === undefined ? words : `${speaker}: ${words}`));
  return said.join('\n') || undefined;
}
