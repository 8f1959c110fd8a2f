import { type Source, SourceBuilder, withoutReferences } from './containers/source';

export type JsonRecord = Readonly<Record<string, unknown>>;

/** A text of a JSON document with the keys that lead to it; places in lists have none. */
export interface JsonText {
  readonly keys: readonly string[];
  readonly text: string;
  /** The records that it stands in, from the outermost. */
  readonly holders: readonly JsonRecord[];
}

/** A JSON document, and the texts in it as pieces. */
export interface JsonSource extends Source {
  readonly json: unknown;
  readonly texts: readonly JsonText[];
}

const DEEPEST = 60;
/** When a message of Slack was sent, in whose texts `&`, `<` and `>` are references. */
const OF_SLACK = /"ts"\s*:\s*"\d{10}\.\d{6}"/;

/**
 * The texts in a JSON document in its order, or in one on each line; undefined where it is none, or one deeper than any
 * program writes.
 */
export function jsonSource(text: string): JsonSource | undefined {
  const whole = parsed(text);
  const documents = whole === undefined ? parsedLines(text) : [{ line: 0, value: whole.value }];
  if (documents === undefined) return undefined;
  const source = new SourceBuilder();
  const texts: JsonText[] = [];
  for (const { line, value } of documents) {
    const from = texts.length;
    if (!collect(value, [], [], texts)) return undefined;
    for (const each of texts.slice(from)) source.add(line, each.text);
  }
  const json = whole === undefined ? documents.map(({ value }) => value) : whole.value;
  return { ...source.built(), json, texts };
}

/** A value, in a record of its own as `null` is one, too. */
function parsed(text: string): { readonly value: unknown } | undefined {
  // In the exports of Messenger and Instagram letters are the bytes of UTF-8, each as a character.
  const isOfMeta = text.includes('"sender_name"') && text.includes('"timestamp_ms"');
  const revive = isOfMeta ? withLetters : OF_SLACK.test(text) ? withSigns : undefined;
  try {
    return { value: JSON.parse(text, revive) };
  } catch {
    return undefined;
  }
}

/** A document on each line. */
function parsedLines(
  text: string,
): readonly { readonly line: number; readonly value: unknown }[] | undefined {
  const lines = text.split(/\r\n?|\n/).flatMap((each, line) => (each.trim() === '' ? [] : [{ each, line }]));
  const documents = lines.map(({ each, line }) => {
    const read = each.trim().startsWith('{') ? parsed(each) : undefined;
    return read === undefined ? undefined : { line, value: read.value };
  });
  const all = documents.filter(each => each !== undefined);
  return all.length === lines.length && all.length > 1 ? all : undefined;
}

function withSigns(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? withoutReferences(value) : value;
}

function withLetters(_key: string, value: unknown): unknown {
  if (typeof value !== 'string' || !/[\x80-\xff]/.test(value) || /[^\0-\xff]/.test(value)) return value;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(
      Uint8Array.from(value, letter => letter.charCodeAt(0)),
    );
  } catch {
    return value;
  }
}

/** Whether all texts could be collected. */
function collect(
  value: unknown,
  keys: readonly string[],
  holders: readonly JsonRecord[],
  texts: JsonText[],
  depth = 0,
): boolean {
  if (depth > DEEPEST) return false;
  if (typeof value === 'string') texts.push({ keys, text: value, holders });
  if (Array.isArray(value)) {
    const text = keys.at(-1) === 'text' ? textOf(value) : undefined;
    if (text !== undefined) texts.push({ keys, text, holders });
    const rest = text === undefined ? value : value.map(withoutText);
    return rest.every(each => collect(each, keys, holders, texts, depth + 1));
  }
  if (!isJsonRecord(value)) return true;
  const inner = [...holders, value];
  return Object.entries(value).every(([key, each]) => collect(each, [...keys, key], inner, texts, depth + 1));
}

export function isJsonRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A text, or one whose stretches are listed, as Telegram parts it where there is emphasis or a link. */
export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value;
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const parts = value.map(each => (isJsonRecord(each) ? each['text'] : each));
  return parts.every(part => typeof part === 'string') ? parts.join('') : undefined;
}

/** What a stretch of a text has besides. */
function withoutText(stretch: unknown): unknown {
  if (!isJsonRecord(stretch)) return undefined;
  return Object.fromEntries(Object.entries(stretch).filter(([key]) => key !== 'text'));
}
