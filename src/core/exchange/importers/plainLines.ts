import { message, quoting } from '../../message';
import type { Steps } from '../../steps';
import { UNSEEN } from '../../text/unseen';
import { linesSource, type Source } from './containers/source';
import type { Claim } from './importedTranscript';
import { NUMBERED, numberedLines } from './numberedLines';
import { pageHeads } from './pageHeads';
import { type PlainLine, plainLine } from './plainLine';
import { timeOf } from './timeForms';
import { type TimesBehind, timeInMark, timesBehind } from './timesBehind';

/** A line without the blanks around it, and without what stands apart from its words whoever says them. */
export interface ReadLine {
  readonly piece: number;
  readonly line: number;
  readonly text: string;
  /** Where it begins in the text of the file, in UTF-16 code units. */
  readonly at: number;
  /** Undefined for a blank line. */
  readonly read: PlainLine | undefined;
  /** A time that stands behind the words: that of the end of the turn, or of its start. */
  readonly behind: { readonly time: number; readonly isStart: boolean } | undefined;
  readonly claims: readonly Claim[];
  /** Whether it says when it was sent, so that who sent it has a place of its own. */
  readonly isStamped?: boolean;
  /** The title of the stage that begins below it, where it is the title of one and nothing else. */
  readonly stage?: string;
}

/** How many lines are read in one step. */
const LINES_AT_ONCE = 200;
const LAST_ASCII = 0x7e;
const UNSEEN_AHEAD = new RegExp(`^[${UNSEEN}]+`);
/** What stands between numbered lines where a page ends. */
const PAGE = /^(?:halaman|hal\.?|page|p\.)\s*\d{1,4}(?:\s*(?:dari|of|\/)\s*\d{1,4})?$/i;
/** The same where the numbers of lines begin again. */
const ANY_PAGE = new RegExp(String.raw`${PAGE.source}|^[-–—]?\s*\d{1,4}\s*[-–—]?$`, 'i');
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
  const isQuoted = isQuote(pieces);
  const { numbered, between } = numberedLines(pieces.map(({ text }) => text));
  const heads = pageHeads(pieces.map(({ text }) => text));
  const times = timesBehind(pieces);
  let start = 0;
  for (const [piece, { line, text }] of pieces.entries()) {
    if (piece % LINES_AT_ONCE === 0) yield;
    const begins = start;
    start += text.length + 1;
    if (inTables.has(piece)) continue;
    const isPage = (between.has(piece) ? ANY_PAGE : PAGE).test(text.trim());
    if (piece < front || heads.has(piece) || (numbered.size > 0 && !numbered.has(piece) && isPage)) {
      const claims = [{ piece, text, as: message('import.left.head') }];
      lines.push({ piece, line, text: '', at: begins, read: undefined, behind: undefined, claims });
    } else {
      const sign = isQuoted ? (QUOTED.exec(text)?.[0].length ?? 0) : 0;
      lines.push(readLine(piece, line, text.slice(sign), begins + sign, numbered.has(piece), times));
    }
  }
  return lines;
}

const QUOTED = /^\s*>(?!>)/;

/** Whether all lines are those of a quote of Markdown. */
function isQuote(pieces: Source['pieces']): boolean {
  const said = pieces.filter(({ text }) => text.trim() !== '');
  return said.length > 0 && said.every(({ text }) => QUOTED.test(text));
}

function readLine(
  piece: number,
  line: number,
  whole: string,
  start: number,
  isNumbered: boolean,
  times: TimesBehind,
): ReadLine {
  const claims: Claim[] = [];
  const ahead = whole.charCodeAt(0) > LAST_ASCII ? (UNSEEN_AHEAD.exec(whole)?.[0].length ?? 0) : 0;
  let text = whole.slice(ahead).trim();
  let at = start + whole.length - whole.slice(ahead).trimStart().length;
  const number = isNumbered ? NUMBERED.exec(text) : null;
  if (number !== null) {
    claims.push({ piece, text: number[0].trim(), as: message('import.left.identifiers') });
    at += number[0].length;
    text = text.slice(number[0].length);
  }
  if (OF_PROGRAM.test(text)) {
    claims.push({ piece, text, as: message('import.left.of-program') });
    text = '';
  }
  const own = times.marks.get(piece);
  const mark = own ?? F4_BEHIND.exec(text)?.[1] ?? '';
  if (mark === '' || mark === text) {
    const read = text === '' ? undefined : plainLine(text);
    return { piece, line, text, at, read, behind: undefined, claims };
  }
  const time = own === undefined ? timeOf(mark) : timeInMark(own);
  const as = time === undefined ? quoting('import.left.nearly-time', { time: mark }) : 'time';
  claims.push({ piece, text: mark, as, isLast: true });
  const words = text.slice(0, -mark.length).trimEnd();
  const behind = time === undefined ? undefined : { time, isStart: own !== undefined && times.areStarts };
  return { piece, line, text: words, at, read: plainLine(words), behind, claims };
}

/** The number of lines that are front matter of another program. */
function endOfFrontMatter(lines: readonly string[]): number {
  if (lines[0]?.trim() !== '---') return 0;
  const end = lines.findIndex((line, at) => at > 0 && /^(?:---|\.\.\.)\s*$/.test(line));
  const isYaml = end > 0 && lines.slice(1, end).every(line => /^(?:[\w-]+\s*:|\s|#|-\s|$)/.test(line));
  return isYaml ? end + 1 : 0;
}
