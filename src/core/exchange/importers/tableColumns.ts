import { languages } from '../../language/languages';
import { wordsOf } from '../../language/languageWords';
import { comparable } from '../../text/comparable';
import type { ColumnKind, ImportContext } from './importedTranscript';
import { endsLikeSentence, labelledLine, looksPlain, withoutColon } from './speakerLabel';

/** What the columns of a table of turns hold, by their places from 0. */
export interface Columns {
  readonly kind: 'speaker and words' | 'one each' | 'labelled';
  readonly hasHeader: boolean;
  readonly speaker: number | undefined;
  /** The columns of words; where each speaker has one, whose it is. */
  readonly words: readonly { readonly at: number; readonly speaker: string | undefined }[];
  readonly start: number | undefined;
  readonly end: number | undefined;
  /** What a number in a column of times counts. */
  readonly unit: 'seconds' | 'milliseconds';
  readonly codes: readonly number[];
  readonly stages: readonly number[];
  readonly numbers: readonly number[];
}

const columnNames = (kind: keyof (typeof languages)['en']['transcripts']['columns']): readonly string[] =>
  wordsOf(languages, ({ transcripts }) => transcripts.columns[kind]);
const SPEAKER = columnNames('speaker');
const WORDS = columnNames('words');
const START = columnNames('time');
const END = columnNames('end');
const CODE = columnNames('code');
const STAGE = columnNames('stage');
const NUMBER = ['', '#', 'no', 'no.', ...columnNames('number')];
const MOST_ROWS_LOOKED_AT = 200;
const MOST_TITLE_WORDS = 6;

/** What the columns of a table hold, if it is one of turns: by its titles, else by what stands in it. */
export function columnsOf(rows: readonly (readonly string[])[], context: ImportContext): Columns | undefined {
  const titled = titledColumns(rows[0] ?? [], rows.slice(1, MOST_ROWS_LOOKED_AT), context);
  const isSure = titled !== undefined && (titled.kind !== 'one each' || titled.words.length > 1);
  if (isSure) return titled;
  // One title that is a speaker's name may be the first of a column of names.
  return untitledColumns(rows.slice(0, MOST_ROWS_LOOKED_AT), context) ?? titled;
}

function titledColumns(
  header: readonly string[],
  body: readonly (readonly string[])[],
  context: ImportContext,
): Columns | undefined {
  const titles = header.map(title => comparable(title.replace(/:$/, '')));
  const given = (at: number): ColumnKind | undefined => context.columns?.get(titles[at] ?? '');
  const places = (kind: ColumnKind, names: readonly string[]): readonly number[] => {
    const all = titles.map((_, at) => at);
    const said = all.filter(at => given(at) === kind);
    if (said.length > 0) return said;
    const exact = all.filter(at => given(at) === undefined && names.includes(titles[at] ?? ''));
    if (exact.length > 0) return exact;
    return all.filter(at => given(at) === undefined && hasWord(titles[at] ?? '', names));
  };
  const own = header.flatMap((title, at) => {
    const name = given(at) === undefined && isTitle(title) ? speakerNamed(title, context) : undefined;
    return name === undefined ? [] : [{ at, speaker: name }];
  });
  const speaker = places('speaker', SPEAKER).find(at => !own.some(each => each.at === at));
  const words = longest(places('words', WORDS), body, speaker);
  const [start] = places('start', START);
  const rest = {
    hasHeader: true,
    speaker,
    start,
    end: places('end', END).find(at => at !== start),
    unit: /(?:^|[^a-z])ms(?:$|[^a-z])|milli/.test(titles[start ?? -1] ?? '') ? 'milliseconds' : 'seconds',
    codes: places('code', CODE),
    stages: places('stage', STAGE),
    numbers: places('number', NUMBER),
  } as const;
  if (own.length > 0 && (words === undefined || speaker === undefined))
    return { ...rest, kind: 'one each', speaker: undefined, words: own };
  if (words === undefined) return undefined;
  const isTaken = [...rest.codes, ...rest.stages].includes(words);
  if (isTaken) return undefined;
  const column = [{ at: words, speaker: undefined }];
  if (speaker !== undefined) return { ...rest, kind: 'speaker and words', words: column };
  const cells = body.map(row => row[words] ?? '').filter(cell => cell.trim() !== '');
  const isLabelled = cells.filter(cell => labelledLine(cell.trim()) !== undefined).length * 2 >= cells.length;
  return isLabelled && cells.length > 0 ? { ...rest, kind: 'labelled', words: column } : undefined;
}

function hasWord(title: string, names: readonly string[]): boolean {
  const words = title.split(/[^\p{L}]+/u).filter(word => word !== '');
  return !words.some(word => word === 'id' || word === 'no') && words.some(word => names.includes(word));
}

/** Of several columns that could hold the words the one that holds most. */
function longest(
  places: readonly number[],
  body: readonly (readonly string[])[],
  speaker: number | undefined,
): number | undefined {
  const size = (at: number): number => body.reduce((sum, row) => sum + (row[at]?.length ?? 0), 0);
  return [...places].filter(at => at !== speaker).sort((a, b) => size(b) - size(a))[0];
}

/** Whether a cell of the first row may be a title: nothing is said in it. */
function isTitle(cell: string): boolean {
  const text = withoutColon(cell.trim());
  return !text.includes(':') && !endsLikeSentence(text) && text.split(/\s+/).length <= MOST_TITLE_WORDS;
}

/** The speaker that a column's title names, alone or as one of its words: `Respons konselor`. */
function speakerNamed(title: string, context: ImportContext): string | undefined {
  if (context.isSpeaker(title)) return title;
  return title.split(/[^\p{L}\p{N}-]+/u).find(word => word !== '' && context.isSpeaker(word));
}

/** A table without titles: a column of names that come again, and one right of it that has most of the text. */
function untitledColumns(rows: readonly (readonly string[])[], context: ImportContext): Columns | undefined {
  const width = Math.max(0, ...rows.map(row => row.length));
  if (rows.length < 2 || width < 2) return undefined;
  const places = Array.from({ length: width }, (_, at) => at);
  const speaker = places.find(at =>
    isNames(
      rows.map(row => (row[at] ?? '').trim()),
      context,
    ),
  );
  const words = longest(
    places.filter(at => speaker !== undefined && at > speaker),
    rows,
    speaker,
  );
  if (speaker === undefined || words === undefined) return undefined;
  // Titles of which one is not known are no turn.
  if (SPEAKER.includes(comparable(withoutColon(rows[0]?.[speaker] ?? '')))) return undefined;
  return {
    kind: 'speaker and words',
    hasHeader: false,
    speaker,
    words: [{ at: words, speaker: undefined }],
    start: places.find(
      at =>
        at !== speaker &&
        at !== words &&
        rows.every(row => /^\d+:\d{2}(?::\d{2})?$/.test((row[at] ?? '').trim())),
    ),
    end: undefined,
    unit: 'seconds',
    codes: [],
    stages: [],
    numbers: places.filter(
      at => at < speaker && rows.every((row, index) => Number.parseInt(row[at] ?? '', 10) === index + 1),
    ),
  };
}

function isNames(cells: readonly string[], context: ImportContext): boolean {
  const names = cells.map(withoutColon);
  const counts = new Set(names);
  if (names.some(name => name !== '' && !looksPlain(name) && !context.isSpeaker(name))) return false;
  return names.some(name => context.isSpeaker(name)) || (counts.size >= 2 && counts.size * 2 <= names.length);
}
