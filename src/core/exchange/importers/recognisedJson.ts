import { message } from '../../message';
import type { Steps } from '../../steps';
import {
  type Claim,
  type Cue,
  type ImportedTranscript,
  type ImportFault,
  nothingImported,
} from './importedTranscript';
import { isJsonRecord, type JsonRecord, type JsonSource, type JsonText } from './jsonTexts';
import { timeOf } from './timeForms';

const SPEAKER = ['speaker', 'speakerName', 'speaker_name', 'speakerLabel', 'speaker_label', 'user'];
const START = ['start', 'startTime', 'start_time'];
const END = ['end', 'endTime', 'end_time'];
/** What a segment without words may have of texts. */
const NO_WORDS: ReadonlySet<string> = new Set(['id', ...SPEAKER, ...START, ...END, 'type', 'language']);
/** In seconds. */
const LONGEST_SEGMENT = 300;
/** How many texts are read in one step. */
const TEXTS_AT_ONCE = 1000;
const WORDS = /[\p{L}\p{N}\p{M}]+/gu;

/** Where programs keep what was recognised: Whisper and WhisperX, whisper.cpp, AssemblyAI, Transformers and others. */
const LISTS = ['segments', 'transcription', 'utterances', 'chunks'] as const;

/**
 * Reads what a program for speech recognition wrote as JSON: the segments with their texts, times and speakers, as
 * Whisper, WhisperX, whisper.cpp and others have them. Words that are listed one by one again, and the whole text beside
 * its segments, are left out; if that text has other words than the segments, it is a fault.
 */
export function* readRecognisedJson({ json, texts }: JsonSource): Steps<ImportedTranscript> {
  const segments = segmentsIn(json);
  if (segments === undefined || !segments.every(hasWords))
    return { ...nothingImported, faults: [{ line: 0, reason: message('import.no-segments') }] };
  const isMilliseconds = areMilliseconds(segments.filter(isJsonRecord));
  const cues: Cue[] = [];
  const claims: Claim[] = [];
  const isField = message('import.left.fields');
  for (const [piece, { keys, text, holders }] of texts.entries()) {
    if (piece % TEXTS_AT_ONCE === 0) yield;
    const use = useOf(keys, Array.isArray(json));
    if (text.trim() === '') continue;
    if (use !== 'words') {
      claims.push({ piece, text, as: use === 'speaker' ? use : isField, isSure: true });
      continue;
    }
    cues.push(cueOf(holders.at(-1) ?? {}, text, piece, isMilliseconds));
  }
  const language = isJsonRecord(json) ? languageTag(json['language']) : undefined;
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
  if (!isJsonRecord(segment)) return typeof segment !== 'string';
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

/** The list of segments in a document, where programs keep it. */
export function segmentsIn(json: unknown): readonly unknown[] | undefined {
  if (Array.isArray(json))
    return json.some(each => isJsonRecord(each) && typeof each['text'] === 'string') ? json : undefined;
  if (!isJsonRecord(json)) return undefined;
  for (const list of LISTS) {
    const found = json[list];
    if (Array.isArray(found)) return found;
  }
  const inner = json['results'] ?? json['result'];
  return inner === undefined ? undefined : segmentsIn(inner);
}

function cueOf(segment: JsonRecord, text: string, piece: number, isMilliseconds: boolean): Cue {
  const speaker = firstOf(segment, SPEAKER);
  const name = typeof speaker === 'number' ? `Speaker ${speaker}` : speaker;
  return {
    ...timesOf(segment, isMilliseconds),
    speaker: typeof name === 'string' && name.trim() !== '' ? name.trim() : undefined,
    words: text.trim(),
    piece,
  };
}

/** From when to when a segment is said, as far as it tells. */
export function timesOf(segment: JsonRecord, isMilliseconds: boolean): Pick<Cue, 'start' | 'end'> {
  const offsets = isJsonRecord(segment['offsets']) ? segment['offsets'] : undefined;
  const isWhole = offsets !== undefined || isMilliseconds;
  const time = (value: unknown): number | undefined => {
    if (typeof value === 'string' && !/^\d+(?:\.\d+)?$/.test(value)) return timeOf(value);
    const number = typeof value === 'string' ? Number(value) : value;
    return typeof number === 'number' && number >= 0
      ? Math.round(isWhole ? number : number * 1000)
      : undefined;
  };
  const [from, to]: readonly unknown[] = Array.isArray(segment['timestamp'])
    ? segment['timestamp']
    : [firstOf(segment, START), firstOf(segment, END)];
  return {
    start: time(offsets === undefined ? from : offsets['from']),
    end: time(offsets === undefined ? to : offsets['to']),
  };
}

/** Whether segments have times of a recording. */
export function areTimed(segments: readonly unknown[]): boolean {
  return segments.some(
    each =>
      isJsonRecord(each) &&
      (isJsonRecord(each['offsets']) ||
        Array.isArray(each['timestamp']) ||
        firstOf(each, START) !== undefined),
  );
}

/** What a segment has under the first of several keys that it has. */
function firstOf(segment: JsonRecord, keys: readonly string[]): unknown {
  const key = keys.find(each => segment[each] !== undefined);
  return key === undefined ? undefined : segment[key];
}

/** Whether times are whole numbers, and a segment would last for minutes if they were seconds. */
export function areMilliseconds(segments: readonly JsonRecord[]): boolean {
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
