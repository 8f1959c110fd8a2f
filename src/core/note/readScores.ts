import { languages } from '../language/languages';
import { wordsOf } from '../language/languageWords';
import type { CompiledProtocol } from '../protocol/compiledProtocol';
import type { Measure } from '../protocol/schema';
import type { TextRange } from '../text/textRange';
import type { FrontMatter, FrontMatterEntry } from './frontMatter';
import type { Block, ListItem, Outline, SourceLine } from './outline';
import { readScore, type ScoreReading } from './scoreValue';

/** A score as a note gives it. */
export interface WrittenScore {
  readonly measure: Measure;
  readonly text: string;
  /** Where its value stands. */
  readonly range: TextRange;
  readonly reading: ScoreReading;
}

/** Most lines are passed over by this, which every score has. */
const MAY_SCORE = /[:=][\s*_]*[-\u2212]?\d/;
/** Several measures in one line. */
const SEPARATOR = /(?:[,;|\u00b7]|\.)\s+/g;
/** `PHQ-9: 12`, with emphasis or without. What begins with no number is no score but words on the measure. */
const LINE =
  /^(?<lead>[\s*_]*(?<name>[^\s:=*_](?:[^:=*_]{0,58}[^\s:=*_])?)[\s*_]*[:=][\s*_]*)(?<value>[-\u2212]?\d[^\r\n]*)$/;
/** What may stand behind a score and is none of it: looked for sign by sign, as a pattern would from every place. */
const BEHIND = /[\s*_|]/;

/** `PHQ-9 today 12`: a measure whose name has a number of its own, and a number that is all that the line says besides. */
const BARE =
  /^(?<lead>[\s*_]*(?<name>\p{L}[^:=*_|\r\n]{0,50}\d[^:=*_|\r\n]{0,20}?)[\s*_]+)(?<value>\d{1,3}(?:\/\d{1,3})?)\.?$/u;
/** What such a line has in any case. */
const TWO_NUMBERS = /\d\D+\d/;
/** A row of a table that has a measure and its score alone. */
const ROW =
  /^(?<lead>\|[\s*_]*(?<name>[^\s|*_][^|*_\r\n]{0,58}[^\s|*_])[\s*_]*\|\s*)(?<value>\d[^|\r\n]{0,40}?)\s*\|$/;
/** What says in front of a score, or behind the name of its measure, that it is that of this session. */
const TODAY = new RegExp(
  String.raw`\s+(?:${wordsOf(languages, ({ timeWords }) => timeWords.today).join('|')})$`,
  'i',
);

/**
 * The scores that a note gives of the measures of its `protocols`: in its front matter, and in lines and list items of its
 * text that are a measure with a number behind a colon, or with nothing else than a number, as in a row of a table. In the
 * order of the text. Transcripts and process notes give none.
 */
export function readScores(
  outline: Outline,
  { kind, entries }: FrontMatter,
  protocols: readonly CompiledProtocol[],
): readonly WrittenScore[] {
  const measureOf = measuresOf(protocols);
  if (kind !== 'note' || measureOf === undefined) return [];
  const scores: WrittenScore[] = [];
  for (const entry of entries) for (const score of scoresOfEntry(entry, measureOf)) scores.push(score);
  for (const block of outline.blocks) addScores(scores, block, measureOf);
  return scores;
}

type MeasureOf = (name: string) => Measure | undefined;

/** Of several formats, the first that knows a measure says its range. */
function measuresOf(protocols: readonly CompiledProtocol[]): MeasureOf | undefined {
  const measuring = protocols.filter(({ protocol }) => protocol.measures.length > 0);
  if (measuring.length === 0) return undefined;
  return name => {
    for (const protocol of measuring) {
      const measure = protocol.measureByName(name);
      if (measure !== undefined) return measure;
    }
    return undefined;
  };
}

function scoresOfEntry(entry: FrontMatterEntry, measureOf: MeasureOf): readonly WrittenScore[] {
  const { key, field, shape, values, valueRange: range } = entry;
  const measure = measureOf(key);
  // A field of a format's own may have the name of a measure.
  if (measure === undefined || measure.id !== field) return [];
  if (shape === 'map') return [{ measure, text: '', range, reading: { kind: 'unreadable' } }];
  return values.map(value => scoreOf(measure, value));
}

function scoreOf(measure: Measure, { text, range }: SourceLine): WrittenScore {
  return { measure, text, range, reading: readScore(text, measure) };
}

function addScores(scores: WrittenScore[], block: Block, measureOf: MeasureOf): void {
  if (block.kind === 'paragraph') addScoresOfLines(scores, block.lines, measureOf);
  else if (block.kind === 'list') addScoresOfItems(scores, block.items, measureOf);
}

function addScoresOfItems(scores: WrittenScore[], items: readonly ListItem[], measureOf: MeasureOf): void {
  for (const item of items) {
    addScoresOfLines(scores, item.firstParagraph, measureOf);
    addScoresOfItems(scores, item.items, measureOf);
  }
}

function addScoresOfLines(scores: WrittenScore[], lines: readonly SourceLine[], measureOf: MeasureOf): void {
  for (const line of lines) {
    if (mayScore(line.text)) for (const score of scoresOfLine(line, measureOf)) scores.push(score);
  }
}

/** The engine looks for a sign several times as fast as for a pattern. */
function mayScore(text: string): boolean {
  if (endsInNumber(text) ? TWO_NUMBERS.test(text) : isRow(text)) return true;
  return (text.includes(':') || text.includes('=')) && MAY_SCORE.test(text);
}

/** Few lines do, or are rows of a table. */
function endsInNumber(text: string): boolean {
  const last = text.charCodeAt(text.length - (text.endsWith('.') ? 2 : 1));
  return last >= 0x30 && last <= 0x39;
}

function isRow(text: string): boolean {
  return text.endsWith('|') && text.startsWith('|');
}

function scoresOfLine(line: SourceLine, measureOf: MeasureOf): readonly WrittenScore[] {
  const pieces = line.text.startsWith('|') && ROW.test(line.text) ? [line] : piecesOf(line);
  return pieces.flatMap(({ text, range }) => {
    const labeled = LINE.exec(text);
    const match = labeled ?? BARE.exec(text) ?? ROW.exec(text);
    const { lead = '', name = '', value: written = '' } = match?.groups ?? {};
    const value = withoutBehind(written);
    const measure = value === '' ? undefined : measureOf(name.replace(TODAY, ''));
    if (measure === undefined) return [];
    const start = range.start + lead.length;
    const score = scoreOf(measure, { text: value, range: { start, end: start + value.length } });
    // Without a colon, what is no score may be anything.
    return labeled === null && score.reading.kind !== 'scores' ? [] : [score];
  });
}

function withoutBehind(value: string): string {
  let end = value.length;
  while (end > 0 && BEHIND.test(value.charAt(end - 1))) end--;
  return value.slice(0, end);
}

/** The line, and where it has several measures, each of them with its score. */
function piecesOf({ text, range }: SourceLine): readonly SourceLine[] {
  const pieces: SourceLine[] = [];
  let start = 0;
  const add = (end: number): void => {
    const place = { start: range.start + start, end: range.start + end };
    pieces.push({ text: text.slice(start, end), range: place });
  };
  for (const { index, 0: separator } of text.matchAll(SEPARATOR)) {
    add(index);
    start = index + separator.length;
  }
  add(text.length);
  return pieces;
}
