import { wordsOf } from '../../language/languageWords';
import { transcriptWords } from '../../language/transcriptWords';
import { isJsonRecord, type JsonRecord, type JsonText, textOf } from './jsonTexts';

/** A list of what is said in a JSON document, such as the messages of a chat: which keys hold who says it, and what. */
export interface JsonTalk {
  readonly messages: ReadonlySet<JsonRecord>;
  readonly words: string;
  /** The first of them that a message has tells who sent it. */
  readonly speakers: readonly string[];
}

const titles = (kind: 'speaker' | 'words'): readonly string[] =>
  wordsOf(transcriptWords, ({ columns }) => columns[kind]);
/** Under what keys programs have who says it, the surest first. */
const SPEAKERS: readonly string[] = [
  ...['speaker', 'speakerName', 'speaker_name', 'speakerLabel', 'speaker_label', 'sender_name', 'senderName'],
  ...['sender', 'from', 'from_name', 'author', 'user_profile', 'creator', 'interlocutor', 'participant'],
  ...['username', 'nickname', 'user', 'name', 'role', 'source', ...titles('speaker')],
];
/** Under what keys they have what is said. */
const WORDS: readonly string[] = [
  ...['text', 'transcript', 'content', 'message', 'body', 'utterance', 'utterance_text', ...titles('words')],
];
/** Where a record that tells who somebody is has the name. */
const NAMES = [
  ...['real_name', 'nickname', 'global_name', 'displayName', 'display_name', 'username', 'name', 'user'],
];
/** Under what keys they have when a message was sent. */
const STAMPS = [
  ...['date', 'timestamp', 'timestamp_ms', 'sent_at', 'ts', 'created_at', 'created_date', 'datetime', 'time'],
];
/** What programs call messages of their own. */
const OF_PROGRAM = /^(?:service|system|channel_\w+|group_\w+|bot_add|call|recipient\w+|guildmemberjoin)$/i;
const DEEPEST = 6;

/**
 * The lists of a document in which most that have words have somebody who says them, at the least depth at which there
 * are any: several are as many conversations.
 */
export function talksIn(json: unknown): readonly JsonTalk[] {
  let level: readonly unknown[] = [json];
  for (let depth = 0; depth <= DEEPEST && level.length > 0; depth++) {
    const found = level.flatMap(value => (Array.isArray(value) ? (talkOf(value) ?? []) : []));
    if (found.length > 0) return found;
    level = level.flatMap(value =>
      Array.isArray(value) ? value : isJsonRecord(value) ? Object.values(value) : [],
    );
  }
  return [];
}

function talkOf(list: readonly unknown[]): JsonTalk | undefined {
  const records = list.filter(isJsonRecord);
  const keys = new Set(records.flatMap(record => Object.keys(record)));
  const words = WORDS.filter(key => keys.has(key)).find(key => records.some(record => hasText(record, key)));
  if (words === undefined) return undefined;
  const messages = new Set(records);
  const speakers = SPEAKERS.filter(key => keys.has(key) && key !== words);
  const said = records.filter(record => hasText(record, words));
  const named = said.filter(record => speakerOf(record, { messages, words, speakers }) !== undefined);
  return said.length > 1 && named.length * 2 >= said.length ? { messages, words, speakers } : undefined;
}

function hasText(record: JsonRecord, key: string): boolean {
  return (textOf(record[key]) ?? '').trim() !== '';
}

/** Who says a message, and the keys under which that stands. */
export function speakerOf(
  message: JsonRecord,
  { speakers }: JsonTalk,
): { readonly name: string; readonly keys: readonly string[] } | undefined {
  for (const key of speakers) {
    const name = nameIn(message[key], [key]);
    if (name !== undefined) return name;
  }
  return undefined;
}

function nameIn(
  value: unknown,
  keys: readonly string[],
): { readonly name: string; readonly keys: readonly string[] } | undefined {
  if (typeof value === 'number') return { name: `Speaker ${value}`, keys };
  if (typeof value === 'string') return value.trim() === '' ? undefined : { name: value.trim(), keys };
  if (!isJsonRecord(value) || keys.length > NAMES.length) return undefined;
  for (const key of NAMES) {
    const name = nameIn(value[key], [...keys, key]);
    if (name !== undefined) return name;
  }
  return undefined;
}

/** Whether a message has words under another key than the others, and none under theirs. */
export function isSaidElsewhere(message: JsonRecord, { words }: JsonTalk): boolean {
  return !hasText(message, words) && WORDS.some(key => key !== words && hasText(message, key));
}

/** Whether a program sent a message itself, as that somebody called or joined. */
export function isOfProgram({ type, subtype }: JsonRecord): boolean {
  return [type, subtype].some(value => typeof value === 'string' && OF_PROGRAM.test(value));
}

/** When a message was sent, as it stands there. */
export function timeOfRecord(message: JsonRecord): number | string | undefined {
  const stamp = STAMPS.map(key => message[key]).find(value => value !== undefined && value !== null);
  return typeof stamp === 'number' || typeof stamp === 'string' ? stamp : undefined;
}

/** Whether messages stand one above the other from the newest to the oldest, as Messenger has them. */
export function areNewestFirst(messages: ReadonlySet<JsonRecord>): boolean {
  const stamps = [...messages]
    .map(timeOfRecord)
    .map(stamp => (isDated(stamp) ? Date.parse(stamp) : Number(stamp)));
  const falls = stamps.every((stamp, at) => stamp <= (stamps[at - 1] ?? Number.POSITIVE_INFINITY));
  return falls && (stamps.at(-1) ?? 0) < (stamps[0] ?? 0);
}

function isDated(stamp: number | string | undefined): stamp is string {
  return typeof stamp === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(stamp);
}

/** The message that a text stands in, and the keys that lead to it from there. */
export function messageAround(
  { keys, holders }: JsonText,
  { messages }: JsonTalk,
): { readonly message: JsonRecord; readonly keys: readonly string[] } | undefined {
  const at = holders.findIndex(holder => messages.has(holder));
  const message = holders[at];
  return message === undefined ? undefined : { message, keys: keys.slice(at - holders.length) };
}
