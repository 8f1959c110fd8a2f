import { message, quoting } from '../../message';
import type { Steps } from '../../steps';
import { linesSource, type Source } from './containers/source';
import type { Claim } from './importedTranscript';
import { type PlainLine, plainLine, timeOf } from './plainLine';
import { labelledLine } from './speakerLabel';

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
const NUMBERED = /^\s*(\d{1,5})[.):]?(?:\s+|$|(?=→|-{1,2}>))/;
/** A time of f4 behind the words, or what looks like one. */
const F4_BEHIND = /(#\d{1,4}(?::\d{1,4}){1,2}(?:[-.,]\d{0,4})?#)$/;
/** What programs write above or below a transcript about themselves. */
const OF_PROGRAM =
  /^(?:This editable transcript was computer generated and might contain errors\b.*|Transkrip yang dapat diedit ini dibuat (?:oleh )?komputer\b.*|Transcribed by https:\/\/otter\.ai\/?|(?:Meeting|Transcript|Transcription) ended after \d{1,2}:\d{2}.*|(?:Rapat|Transkrip|Transkripsi) (?:berakhir|selesai) setelah \d{1,2}:\d{2}.*|\S.{0,79} (?:(?:started|stopped) transcription|(?:memulai|menghentikan) transkripsi)|(?:BEGIN|END|START) (?:OF )?TRANSCRIPT:?|AI-generated content may be incorrect\.?|Konten (?:yang )?(?:dihasilkan|dibuat) (?:oleh )?AI mungkin .{1,30}|\(Transcribed by TurboScribe\b.{0,80}\))$/i;

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
  const numbered = numberedLines(pieces.map(({ text }) => text));
  let start = 0;
  for (const [piece, { line, text }] of pieces.entries()) {
    if (piece % LINES_AT_ONCE === 0) yield;
    const begins = start;
    start += text.length + 1;
    if (inTables.has(piece)) continue;
    if (piece < front) {
      const claims = [{ piece, text, as: message('import.left.head') }];
      lines.push({ piece, line, text: '', at: begins, read: undefined, endsAt: undefined, claims });
    } else lines.push(readLine(piece, line, text, begins, numbered.has(piece)));
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
  const [, mark = ''] = F4_BEHIND.exec(text) ?? [];
  if (mark === '' || mark === text) {
    const read = text === '' ? undefined : plainLine(text);
    return { piece, line, text, at, read, endsAt: undefined, claims };
  }
  const endsAt = timeOf(mark);
  const as = endsAt === undefined ? quoting('import.left.nearly-time', { time: mark }) : 'time';
  claims.push({ piece, text: mark, as, isLast: true });
  const words = text.slice(0, -mark.length).trimEnd();
  return { piece, line, text: words, at, read: plainLine(words), endsAt, claims };
}

/** The number of lines that are front matter of another program. */
function endOfFrontMatter(lines: readonly string[]): number {
  if (lines[0]?.trim() !== '---') return 0;
  const end = lines.findIndex((line, at) => at > 0 && /^(?:---|\.\.\.)\s*$/.test(line));
  const isYaml = end > 0 && lines.slice(1, end).every(line => /^(?:[\w-]+\s*:|\s|#|-\s|$)/.test(line));
  return isYaml ? end + 1 : 0;
}

/** The lines that begin with numbers of their own, as those of Jefferson and GAT transcripts do, and numbered turns. */
function numberedLines(lines: readonly string[]): ReadonlySet<number> {
  const said = lines.flatMap((line, at) => (line.trim() === '' ? [] : [at]));
  const numberOf = (at: number): number => Number(NUMBERED.exec(lines[at] ?? '')?.[1] ?? Number.NaN);
  const first = said.findIndex(at => !Number.isNaN(numberOf(at)));
  if (first < 0 || first > 5) return new Set();
  const all = said.slice(first);
  const start = numberOf(all[0] ?? 0);
  if (all.length >= 3 && all.every((line, at) => numberOf(line) === start + at)) return new Set(all);
  const turns = all.filter(at => isNumberedTurn(lines[at] ?? ''));
  const rise = turns.every((line, at) => at === 0 || numberOf(line) > numberOf(turns[at - 1] ?? 0));
  return new Set(turns.length >= 2 && rise ? turns : []);
}

/** Whether a name and a colon stand behind a number: `12. T: Hello`. */
function isNumberedTurn(line: string): boolean {
  const number = NUMBERED.exec(line)?.[0];
  return number !== undefined && labelledLine(line.slice(number.length).trim())?.hasColon === true;
}
