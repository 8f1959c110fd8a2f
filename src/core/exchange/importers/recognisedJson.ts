import { message } from '../../message';
import type { Steps } from '../../steps';
import { type Source, SourceBuilder } from './containers/source';
import {
  type Claim,
  type Cue,
  type ImportedTranscript,
  type ImportFault,
  nothingImported,
} from './importedTranscript';
import { timeOf } from './timeForms';

type Segment = Readonly<Record<string, unknown>>;

/** A text of a JSON document with the keys that lead to it; places in lists have none. */
interface JsonText {
  readonly keys: readonly string[];
  readonly text: string;
  /** What holds it by the last of the keys. */
  readonly holder: Segment;
}

const DEEPEST = 60;
/** How many texts are read in one step. */
const TEXTS_AT_ONCE = 1000;
const SPEAKER = ['speaker', 'speakerName', 'speaker_name', 'speakerLabel', 'speaker_label', 'user'];
const START = ['start', 'startTime', 'start_time'];
const END = ['end', 'endTime', 'end_time'];
/** What a segment without words may have of texts. */
const NO_WORDS: ReadonlySet<string> = new Set(['id', ...SPEAKER, ...START, ...END, 'type', 'language']);
/** In seconds. */
const LONGEST_SEGMENT = 300;
const WORDS = /[\p{L}\p{N}\p{M}]+/gu;

/** The texts in a JSON document in its order; undefined where it is none, or one deeper than any program writes. */
export function jsonSource(
  text: string,
): (Source & { readonly json: unknown; readonly texts: readonly JsonText[] }) | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  const texts: JsonText[] = [];
  if (!collect(json, [], {}, texts, 0)) return undefined;
  const source = new SourceBuilder();
  for (const each of texts) source.add(0, each.text);
  return { ...source.built(), json, texts };
}

/** Whether all texts could be collected. */
function collect(
  value: unknown,
  keys: readonly string[],
  holder: Segment,
  texts: JsonText[],
  depth: number,
): boolean {
  if (depth > DEEPEST) return false;
  if (typeof value === 'string') texts.push({ keys, text: value, holder });
  if (Array.isArray(value)) return value.every(each => collect(each, keys, holder, texts, depth + 1));
  if (!isRecord(value)) return true;
  return Object.entries(value).every(([key, each]) => collect(each, [...keys, key], value, texts, depth + 1));
}

function isRecord(value: unknown): value is Segment {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Where programs keep what was recognised: Whisper and WhisperX, whisper.cpp, AssemblyAI, Transformers and others. */
const LISTS = ['segments', 'transcription', 'utterances', 'chunks'] as const;

/**
 * Reads what a program for speech recognition wrote as JSON: the segments with their texts, times and speakers, as
 * Whisper, WhisperX, whisper.cpp and others have them. Words that are listed one by one again, and the whole text beside
 * its segments, are left out; if that text has other words than the segments, it is a fault.
 */
export function* readRecognisedJson(
  source: NonNullable<ReturnType<typeof jsonSource>>,
): Steps<ImportedTranscript> {
  const { json, texts } = source;
  const segments = segmentsIn(json);
  if (segments === undefined || !segments.every(hasWords))
    return { ...nothingImported, faults: [{ line: 0, reason: message('import.no-segments') }] };
  const isMilliseconds = areMilliseconds(segments.filter(isRecord));
  const cues: Cue[] = [];
  const claims: Claim[] = [];
  const isField = message('import.left.fields');
  for (const [piece, { keys, text, holder }] of texts.entries()) {
    if (piece % TEXTS_AT_ONCE === 0) yield;
    const use = useOf(keys, Array.isArray(json));
    if (text.trim() === '') continue;
    if (use !== 'words') {
      claims.push({ piece, text, as: use === 'speaker' ? use : isField });
      continue;
    }
    cues.push(cueOf(holder, text, piece, isMilliseconds));
  }
  const language = isRecord(json) ? languageTag(json['language']) : undefined;
  return {
    ...nothingImported,
    cues,
    claims,
    faults: Array.isArray(json) ? [] : faultsIn(texts, cues),
    language,
  };
}

function faultsIn(texts: readonly JsonText[], cues: readonly Cue[]): readonly ImportFault[] {
  const whole = texts.find(({ keys }) => keys.length === 1 && isWordsKey(keys[0]))?.text;
  const isSame = whole === undefined || wordsOf(whole) === wordsOf(cues.map(({ words }) => words).join(' '));
  return isSame ? [] : [{ line: 0, reason: message('import.other-words') }];
}

function isWordsKey(key: string | undefined): boolean {
  return key === 'text' || key === 'transcript';
}

/** Whether a segment has its words where they are read, or none. */
function hasWords(segment: unknown): boolean {
  if (!isRecord(segment)) return typeof segment !== 'string';
  const texts = Object.entries(segment).filter(
    ([key, value]) => typeof value === 'string' && !NO_WORDS.has(key),
  );
  return texts.length === 0 || texts.some(([key]) => isWordsKey(key));
}

/** What a text is by the keys that lead to it; a list of segments may be the whole document. */
function useOf(keys: readonly string[], isList: boolean): 'words' | 'speaker' | 'fields' {
  const list = keys.at(-2);
  const isOfSegment = list === undefined ? isList : LISTS.some(each => each === list);
  if (isOfSegment && isWordsKey(keys.at(-1))) return 'words';
  if (isOfSegment && SPEAKER.includes(keys.at(-1) ?? '')) return 'speaker';
  return 'fields';
}

function segmentsIn(json: unknown): readonly unknown[] | undefined {
  if (Array.isArray(json))
    return json.some(each => isRecord(each) && typeof each['text'] === 'string') ? json : undefined;
  if (!isRecord(json)) return undefined;
  for (const list of LISTS) {
    const found = json[list];
    if (Array.isArray(found)) return found;
  }
  const inner = json['results'] ?? json['result'];
  return inner === undefined ? undefined : segmentsIn(inner);
}

function cueOf(segment: Segment, text: string, piece: number, isMilliseconds: boolean): Cue {
  const speaker = firstOf(segment, SPEAKER);
  const name = typeof speaker === 'number' ? `Speaker ${speaker}` : speaker;
  const offsets = isRecord(segment['offsets']) ? segment['offsets'] : undefined;
  const isWhole = offsets !== undefined || isMilliseconds;
  const time = (value: unknown): number | undefined =>
    typeof value === 'string'
      ? timeOf(value)
      : typeof value === 'number' && value >= 0
        ? Math.round(isWhole ? value : value * 1000)
        : undefined;
  const [from, to]: readonly unknown[] = Array.isArray(segment['timestamp'])
    ? segment['timestamp']
    : [firstOf(segment, START), firstOf(segment, END)];
  return {
    start: time(offsets === undefined ? from : offsets['from']),
    end: time(offsets === undefined ? to : offsets['to']),
    speaker: typeof name === 'string' && name.trim() !== '' ? name.trim() : undefined,
    words: text.trim(),
    piece,
  };
}

/** What a segment has under the first of several keys that it has. */
function firstOf(segment: Segment, keys: readonly string[]): unknown {
  const key = keys.find(each => segment[each] !== undefined);
  return key === undefined ? undefined : segment[key];
}

/** Whether times are whole numbers, and a segment would last for minutes if they were seconds. */
function areMilliseconds(segments: readonly Segment[]): boolean {
  const times = segments.map(segment => [firstOf(segment, START), firstOf(segment, END)] as const);
  const areWhole = times.every(([start, end]) => Number.isInteger(start) && Number.isInteger(end));
  return areWhole && times.some(([start, end]) => Number(end) - Number(start) > LONGEST_SEGMENT);
}

function wordsOf(text: string): string {
  return (text.match(WORDS) ?? []).join('').toLowerCase();
}

/** The two-letter tag of a language that a program names by tag. */
function languageTag(text: unknown): string | undefined {
  return typeof text === 'string' && /^[a-z]{2,3}$/.test(text) ? text : undefined;
}
