import { message } from '../../message';
import type { Steps } from '../../steps';
import { linesSource, type Source } from './containers/source';
import type { Claim } from './importedTranscript';
import { type PlainLine, plainLine, timeOf } from './plainLine';

/** A line without the blanks around it, and without what stands apart from its words whoever says them. */
export interface ReadLine {
  readonly piece: number;
  readonly line: number;
  readonly text: string;
  /** Where it begins in the text of the file, in UTF-16 code units. */
  readonly at: number;
  /** Undefined for a blank line. */
  readonly read: PlainLine | undefined;
  /** A time that stands behind the words. */
  readonly endsAt: number | undefined;
  readonly claims: readonly Claim[];
}

/** How many lines are read in one step. */
const LINES_AT_ONCE = 200;
const NUMBERED = /^\s*(\d{1,5})[.):]?(?:\s+|$)/;
const F4_BEHIND = /(#\d{1,3}:\d{2}:\d{2}(?:[-.,]\d{1,3})?#)$/;
/** What programs write above or below a transcript about themselves. */
const OF_PROGRAM =
  /^(?:This editable transcript was computer generated and might contain errors\b.*|Transkrip yang dapat diedit ini dibuat (?:oleh )?komputer\b.*|Transcribed by https:\/\/otter\.ai\/?|(?:Meeting|Transcript|Transcription) ended after \d{1,2}:\d{2}.*|(?:Rapat|Transkrip|Transkripsi) (?:berakhir|selesai) setelah \d{1,2}:\d{2}.*|(?:BEGIN|END|START) (?:OF )?TRANSCRIPT:?)$/i;

/** The lines of a text, blank ones too, without the blanks around them. */
export function placedLines(text: string): readonly Pick<ReadLine, 'text' | 'at'>[] {
  let start = 0;
  return linesSource(text).pieces.map(({ text: line }) => {
    const at = start + (line.length - line.trimStart().length);
    start += line.length + 1;
    return { text: line.trim(), at };
  });
}

/** The lines of a source that stand outside its tables. */
export function* readLines({ pieces, tables }: Source): Steps<readonly ReadLine[]> {
  const inTables = new Set(tables.flat(2));
  const lines: ReadLine[] = [];
  const front = endOfFrontMatter(pieces.map(({ text }) => text));
  const isNumbered = hasLineNumbers(pieces.map(({ text }) => text));
  let start = 0;
  for (const [piece, { line, text }] of pieces.entries()) {
    if (piece % LINES_AT_ONCE === 0) yield;
    const begins = start;
    start += text.length + 1;
    if (inTables.has(piece)) continue;
    if (piece < front) {
      const claims = [{ piece, text, as: message('import.left.head') }];
      lines.push({ piece, line, text: '', at: begins, read: undefined, endsAt: undefined, claims });
    } else lines.push(readLine(piece, line, text, begins, isNumbered));
  }
  return lines;
}

function readLine(piece: number, line: number, whole: string, start: number, isNumbered: boolean): ReadLine {
  const claims: Claim[] = [];
  let text = whole.trim();
  let at = start + whole.length - whole.trimStart().length;
  const number = isNumbered ? NUMBERED.exec(text) : null;
  if (number !== null) {
    claims.push({ piece, text: number[1] ?? '', as: message('import.left.identifiers') });
    at += number[0].length;
    text = text.slice(number[0].length);
  }
  if (OF_PROGRAM.test(text)) {
    claims.push({ piece, text, as: message('import.left.of-program') });
    text = '';
  }
  const behind = F4_BEHIND.exec(text);
  const endsAt = behind === null || behind.index === 0 ? undefined : timeOf(behind[1]);
  const words = endsAt === undefined ? text : text.slice(0, behind?.index).trimEnd();
  const read = text === '' ? undefined : plainLine(words);
  if (endsAt === undefined) return { piece, line, text, at, read, endsAt, claims };
  claims.push({ piece, text: behind?.[1] ?? '', as: 'time', isLast: true });
  return { piece, line, text: words, at, read, endsAt, claims };
}

/** The number of lines that are front matter of another program. */
function endOfFrontMatter(lines: readonly string[]): number {
  if (lines[0]?.trim() !== '---') return 0;
  const end = lines.findIndex((line, at) => at > 0 && /^(?:---|\.\.\.)\s*$/.test(line));
  const isYaml = end > 0 && lines.slice(1, end).every(line => /^(?:[\w-]+\s*:|\s|#|-\s|$)/.test(line));
  return isYaml ? end + 1 : 0;
}

/** Whether the lines are numbered one by one, as Jefferson and GAT transcripts are; the numbers rise by one each. */
function hasLineNumbers(lines: readonly string[]): boolean {
  const numbers = lines
    .filter(line => line.trim() !== '')
    .map(line => Number(NUMBERED.exec(line)?.[1] ?? Number.NaN));
  const first = numbers.findIndex(number => !Number.isNaN(number));
  const own = numbers.slice(first);
  return (
    first >= 0 && first <= 5 && own.length >= 3 && own.every((number, at) => number === (own[0] ?? 0) + at)
  );
}
