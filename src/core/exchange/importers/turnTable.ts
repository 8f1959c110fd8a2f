import { languages } from '../../language/languages';
import { wordsOf } from '../../language/languageWords';
import { message } from '../../message';
import { comparable } from '../../text/comparable';
import { readTimestamp } from '../../transcript/timestamps';
import {
  type Cue,
  type ImportContext,
  type ImportedTranscript,
  type ImportFault,
  nothingImported,
} from './importedTranscript';

/** A cell of the line below the header. */
const RULE = /^:?-+:?$/;
const BREAK = /<br\s*\/?>/i;
const SPEAKER_COLUMNS = wordsOf(languages, ({ transcripts }) => transcripts.columns.speaker);
const WORDS_COLUMNS = wordsOf(languages, ({ transcripts }) => transcripts.columns.words);
const TIME_COLUMNS = wordsOf(languages, ({ transcripts }) => transcripts.columns.time);
const NUMBER_COLUMNS = [
  '',
  '#',
  'no',
  'no.',
  ...wordsOf(languages, ({ transcripts }) => transcripts.columns.number),
];
/** Cells end at a bar that is not escaped. */
const CELL = /(?:[^|\\]|\\.)*/g;

/** What a table's columns hold. */
type Columns =
  | {
      readonly kind: 'speaker and words';
      readonly speaker: number;
      readonly words: number;
      readonly time: number;
    }
  /** A column for each speaker; a row holds what they say in turn. */
  | { readonly kind: 'one each'; readonly columns: readonly (readonly [at: number, speaker: string])[] };

/** Whether there is a Markdown table among the lines. */
export function hasTurnTable(lines: readonly string[]): boolean {
  return lines.some((line, at) => isSeparator(line) && isRow(lines[at - 1]));
}

/**
 * Reads the turns of Markdown tables, as reports of counseling sessions print them: a column with the speaker and
 * one with the words, or a column for each speaker (`Konselor`, `Pernyataan konseli`, `Respons konselor`), read from
 * left to right. Other columns are left out; lines outside belong to nobody.
 */
export function readTurnTable(lines: readonly string[], context: ImportContext): ImportedTranscript {
  const cues: Cue[] = [];
  const preamble: string[] = [];
  const faults: ImportFault[] = [];
  const leftOut: ImportFault[] = [];
  let at = 0;
  while (at < lines.length) {
    if (!isRow(lines[at]) || !isSeparator(lines[at + 1])) {
      takeLoose(lines[at] ?? '', cues, preamble);
      at++;
      continue;
    }
    const header = cellsOf(lines[at] ?? '');
    const columns = columnsOf(header, context);
    if (columns === undefined) faults.push({ line: at, reason: message('import.no-columns') });
    else if (othersIn(header, columns) > 0) leftOut.push({ line: at, reason: message('import.columns') });
    for (at += 2; isRow(lines[at]); at++)
      if (columns !== undefined) cues.push(...cuesOf(cellsOf(lines[at] ?? ''), columns));
  }
  if (cues.length === 0 && faults.length === 0) faults.push({ line: 0, reason: message('import.no-turns') });
  return { ...nothingImported, cues, preamble, faults, leftOut };
}

/** A line outside the tables goes on with the turn above it, or stands before the first. */
function takeLoose(line: string, cues: Cue[], preamble: string[]): void {
  const text = line.trim();
  const current = cues.at(-1);
  if (text === '') return;
  if (current === undefined) preamble.push(text);
  else cues[cues.length - 1] = { ...current, words: `${current.words}\n${text}` };
}

function columnsOf(header: readonly string[], context: ImportContext): Columns | undefined {
  const titles = header.map(comparable);
  const find = (names: readonly string[]): number =>
    titles.findIndex(title => title.split(/[^\p{L}]+/u).some(word => names.includes(word)));
  const speaker = titles.findIndex(title => SPEAKER_COLUMNS.includes(title));
  const own = header.flatMap((title, at) => {
    const name = speakerNamed(title, context);
    return name === undefined ? [] : [[at, name] as const];
  });
  const words = find(WORDS_COLUMNS);
  if (speaker >= 0 && words >= 0 && speaker !== words)
    return { kind: 'speaker and words', speaker, words, time: find(TIME_COLUMNS) };
  return own.length > 0 ? { kind: 'one each', columns: own } : undefined;
}

/** The speaker that a column's title names, alone or as one of its words: `Respons konselor`. */
function speakerNamed(title: string, context: ImportContext): string | undefined {
  if (context.isSpeaker(title)) return title;
  return title.split(/[^\p{L}\p{N}-]+/u).find(word => word !== '' && context.isSpeaker(word));
}

function othersIn(header: readonly string[], columns: Columns): number {
  const isNumbering = (title: string): boolean => NUMBER_COLUMNS.includes(title.toLowerCase());
  const used =
    columns.kind === 'one each'
      ? columns.columns.map(([at]) => at)
      : [columns.speaker, columns.words, columns.time];
  return header.filter((title, at) => !used.includes(at) && !isNumbering(title)).length;
}

function cuesOf(cells: readonly string[], columns: Columns): readonly Cue[] {
  const cue = (speaker: string, words: string, time: string): readonly Cue[] =>
    words === ''
      ? []
      : [{ start: readTimestamp(time), end: undefined, speaker: speaker || undefined, words }];
  if (columns.kind === 'one each')
    return columns.columns.flatMap(([at, speaker]) => cue(speaker, cells[at] ?? '', ''));
  const speaker = (cells[columns.speaker] ?? '').replace(/\s*:$/, '');
  return cue(speaker, cells[columns.words] ?? '', cells[columns.time] ?? '');
}

function cellsOf(row: string): readonly string[] {
  const inner = row
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '');
  const cells: string[] = [];
  let at = 0;
  while (at <= inner.length) {
    CELL.lastIndex = at;
    const cell = CELL.exec(inner)?.[0] ?? '';
    cells.push(
      cell
        .replaceAll('\\|', '|')
        .split(BREAK)
        .map(line => line.trim())
        .join('\n')
        .trim(),
    );
    at += cell.length + 1;
  }
  return cells;
}

function isRow(line: string | undefined): boolean {
  return line?.includes('|') === true;
}

function isSeparator(line: string | undefined): boolean {
  if (line?.includes('|') !== true) return false;
  const cells = line.trim().replace(/^\|/, '').replace(/\|$/, '').split('|');
  return cells.every(cell => RULE.test(cell.trim()));
}
