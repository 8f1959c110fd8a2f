import { languages } from '../../language/languages';
import { wordsOf } from '../../language/languageWords';
import { type TranscriptWords, transcriptWords } from '../../language/transcriptWords';
import { comparable } from '../../text/comparable';
import type { ColumnKind, ImportContext } from './importedTranscript';
import { endsLikeSentence, labelledLine, looksPlain, tidyName, withoutColon } from './speakerLabel';
import { type TimeUnit, timesIn } from './tableCells';

/** What the columns of a table of turns hold, by their places from 0. */
export interface Columns {
  readonly kind: 'speaker and words' | 'one each' | 'labelled';
  readonly hasHeader: boolean;
  readonly speaker: number | undefined;
  /** The columns of words; where each speaker has one, whose it is. */
  readonly words: readonly { readonly at: number; readonly speaker: string | undefined }[];
  readonly start: number | undefined;
  readonly end: number | undefined;
  readonly unit: TimeUnit;
  readonly codes: readonly number[];
  readonly stages: readonly number[];
  readonly numbers: readonly number[];
}

const columnNames = (kind: keyof TranscriptWords['columns']): readonly string[] =>
  wordsOf(transcriptWords, ({ columns }) => columns[kind]);
const SPEAKER = columnNames('speaker');
const WORDS = columnNames('words');
const START = wordsOf(languages, ({ clock }) => clock.titles);
const END = columnNames('end');
const CODE = columnNames('code');
const STAGE = columnNames('stage');
const NUMBER = ['', '#', 'no', 'no.', ...columnNames('number')];
/** What tells that a row is one of titles. */
const TITLES = [...WORDS, ...START, ...END, ...CODE, ...STAGE, ...NUMBER.filter(name => name !== '')];
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
  const shared = header.flatMap((title, at) =>
    given(at) === undefined && isOfSeveral(title, cellsOf(body, at), context) ? [at] : [],
  );
  const own = header.flatMap((title, at) => {
    const isOwn =
      given(at) === undefined &&
      isTitle(title) &&
      !shared.includes(at) &&
      !areNumberedNames(cellsOf(body, at), context);
    const name = isOwn ? speakerNamed(title, context) : undefined;
    return name === undefined ? [] : [{ at, speaker: name }];
  });
  const ownPlaces = new Set(own.map(({ at }) => at));
  const isNotOwn = (at: number): boolean => !ownPlaces.has(at);
  const [start] = places('start', START);
  const spoken = places('words', WORDS);
  const isLabelledAt = (at: number): boolean => isLabelled(cellsOf(body, at));
  const titled = [...places('speaker', SPEAKER), ...shared.filter(at => !isLabelledAt(at))].find(isNotOwn);
  const words = longest(spoken, body, titled) ?? shared.find(isLabelledAt);
  const end = places('end', END).find(at => at !== start);
  const other = {
    hasHeader: true,
    start,
    end,
    codes: places('code', CODE),
    stages: places('stage', STAGE),
    numbers: places('number', NUMBER),
    unit: unitOf(titles[start ?? -1] ?? '', body, {
      start,
      end,
      words: words === undefined ? own.map(({ at }) => at) : [words],
    }),
  } as const;
  const taken = new Set([start, end, words, ...spoken, ...other.codes, ...other.stages, ...other.numbers]);
  const free = header.flatMap((_, at) => (taken.has(at) || !isNotOwn(at) ? [] : [at]));
  const speaker =
    titled ??
    (words !== undefined && isNotOwn(words)
      ? free.find(at => isSpeakersByNames(header[at] ?? '', cellsOf(body, at), context))
      : undefined);
  const rest = { ...other, speaker, codes: other.codes.filter(at => at !== speaker) };
  if (own.length > 0 && (words === undefined || speaker === undefined))
    return { ...rest, kind: 'one each', speaker: undefined, words: own };
  if (words === undefined) return undefined;
  const isTaken = [...rest.codes, ...rest.stages].includes(words);
  if (isTaken) return undefined;
  const column = [{ at: words, speaker: undefined }];
  if (speaker !== undefined) return { ...rest, kind: 'speaker and words', words: column };
  if (isLabelledAt(words)) return { ...rest, kind: 'labelled', words: column };
  // Programs that do not tell speakers apart write times and words alone.
  const isTimed = start !== undefined && start !== words && areTimes(cellsOf(body, start));
  const mayTellWho = [...free, ...rest.codes].some(at => cellsOf(body, at).some(cell => /\p{L}/u.test(cell)));
  return isTimed && !mayTellWho ? { ...rest, kind: 'speaker and words', words: column } : undefined;
}

/** What stands in a column, without empty cells. */
function cellsOf(rows: readonly (readonly string[])[], at: number): readonly string[] {
  return rows.map(row => (row[at] ?? '').trim()).filter(cell => cell !== '');
}

/** Whether most cells begin with a name and a colon, and words behind it. */
function isLabelled(cells: readonly string[]): boolean {
  const labelled = cells.filter(cell => (labelledLine(cell)?.words ?? '') !== '');
  return labelled.length > 0 && labelled.length * 2 >= cells.length;
}

/** Whether cells have speakers and the numbers of their turns: `001 Konselor`. */
function areNumberedNames(cells: readonly string[], context: ImportContext): boolean {
  return (
    cells.length > 0 &&
    cells.every(cell => context.isSpeaker(withoutColon(/^\d{1,5}[.)]?\s+(.+)$/.exec(cell)?.[1] ?? '')))
  );
}

function areTimes(cells: readonly string[]): boolean {
  const times = cells.flatMap(timesIn);
  return times.length > 0 && times.every(time => /^[[(]?\d+(?:[:.,]\d+)*[\])]?$/.test(time));
}

/** The names in a title of several speakers: `Konselor/Konseli`, `P / N`. */
function namesInTitle(title: string): readonly string[] {
  return withoutColon(tidyName(title))
    .split(/ ?[/&,] ?| (?:dan|and|-|–) /)
    .filter(name => name !== '');
}

/**
 * Whether a title names several speakers, each of whom has words in its column or is named there. Two names may be one
 * speaker's in two languages: `Konselor/Counselor`.
 */
function isOfSeveral(title: string, cells: readonly string[], context: ImportContext): boolean {
  const names = namesInTitle(title);
  if (names.length < 2 || !isTitle(title)) return false;
  const isName = new Set(names.map(comparable));
  if (cells.length > 0 && cells.every(cell => isName.has(comparable(withoutColon(cell))))) return true;
  const known = names.map(name => speakerNamed(name, context));
  if (known.includes(undefined)) return false;
  const areCounselors = known.map(name => context.isCounselor?.(name ?? '') === true);
  return new Set(areCounselors).size > 1 || isNames(cells, context);
}

/** Whether a column with a title that is not known has speakers, of whom somebody speaks more than once. */
function isSpeakersByNames(title: string, cells: readonly string[], context: ImportContext): boolean {
  return new Set(cells.map(comparable)).size < cells.length && isTitleOfNames(title, cells, context);
}

/** Whether a cell stands above names and is none of them, whatever it says. */
function isTitleOfNames(title: string, cells: readonly string[], context: ImportContext): boolean {
  const name = comparable(withoutColon(title.trim()));
  const isSaid = context.isSpeaker(name) || cells.some(cell => comparable(withoutColon(cell)) === name);
  return !isSaid && cells.length > 0 && isNames(cells, context);
}

/** In words a second. Nobody speaks as slowly, nor, were it as many in a tenth of a millisecond, as fast. */
const SLOWEST = 1 / 100;

/** What numbers in columns of times count: where their title does not tell, seconds, if anybody could speak as slowly. */
function unitOf(
  title: string,
  body: readonly (readonly string[])[],
  places: {
    readonly start: number | undefined;
    readonly end: number | undefined;
    readonly words: readonly number[];
  },
): TimeUnit {
  if (/(?:^|[^a-z])ms(?:$|[^a-z])|milli/.test(title)) return 'milliseconds';
  const { start, end, words } = places;
  if (start === undefined) return 'seconds';
  const times = [...cellsOf(body, start), ...cellsOf(body, end ?? -1)];
  if (!times.every(time => /^\d+$/.test(time))) return 'seconds';
  let span = 0;
  let said = 0;
  for (const [at, row] of body.entries()) {
    const from = row[start]?.trim() ?? '';
    const until = (end === undefined ? body[at + 1]?.[start] : row[end])?.trim() ?? '';
    if (from === '' || until === '') continue;
    span += Number(until) - Number(from);
    for (const each of words) said += row[each]?.match(/\S+/g)?.length ?? 0;
  }
  return said > 0 && said < span * SLOWEST ? 'milliseconds' : 'seconds';
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
  // Titles of which it is not known what the columns hold are no turn.
  if (areTitles(rows, speaker, words, context)) return undefined;
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

/**
 * Whether the first row of a table has titles, none of which says who speaks or what: what stands above the names is
 * none of them, and either another cell is a title that is known, or all others are names that are known.
 */
function areTitles(
  rows: readonly (readonly string[])[],
  speaker: number,
  words: number,
  context: ImportContext,
): boolean {
  const [header = [], ...body] = rows;
  const title = header[speaker] ?? '';
  if (SPEAKER.includes(comparable(withoutColon(title)))) return true;
  const names = cellsOf(body, speaker);
  if (!isTitleOfNames(title, names, context)) return false;
  const isKnown = header.some(
    (cell, at) => at !== speaker && (at === words ? WORDS : TITLES).includes(comparable(withoutColon(cell))),
  );
  return isKnown || names.every(name => context.isSpeaker(withoutColon(name)));
}

/** A day or a time, which nobody is called. */
const WHEN = /^\d{1,4}(?:[./:-]\d{1,4}){1,3}/;

function isNames(cells: readonly string[], context: ImportContext): boolean {
  const names = cells.map(withoutColon);
  if (names.some(name => WHEN.test(name))) return false;
  const counts = new Set(names);
  if (names.some(name => name !== '' && !looksPlain(name) && !context.isSpeaker(name))) return false;
  return names.some(name => context.isSpeaker(name)) || (counts.size >= 2 && counts.size * 2 <= names.length);
}
