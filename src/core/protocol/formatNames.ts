import { languages } from '../language/languages';
import { numbersByWord, wordsOf } from '../language/languageWords';
import { comparable } from '../text/comparable';
import { nearestName } from '../text/nearest';
import type { ProtocolSet } from './protocolSet';
import { titleText } from './title';

const keys: ReadonlySet<string> = new Set(wordsOf(languages, ({ noteFormats }) => noteFormats.keys));
const around: ReadonlySet<string> = new Set(wordsOf(languages, ({ noteFormats }) => noteFormats.around));
/** A title in brackets behind another one. */
const TWICE = /^(?<title>[^()]+) \((?<other>[^()]+)\)$/;
/** No name of a format is longer, in UTF-16 code units. */
const LONGEST_NAME = 100;
/** More formats than these are no help. */
const MOST_OFFERED = 4;
const SHORTEST_WORD = 3;

/** Whether a key of the front matter means the note format where its value names one: `format: BIRP`. */
export function mayNameFormat(key: string): boolean {
  return keys.has(comparable(key).replaceAll('-', ' '));
}

/**
 * The id of the one format that a title names in full, by id or title, perhaps with another one in brackets and with
 * words around that every title of a report may have: `LAPORAN KUNJUNGAN RUMAH (HOME VISIT)`.
 */
export function formatTitled(title: string, protocols: ProtocolSet): string | undefined {
  if (title.length > LONGEST_NAME) return undefined;
  const text = titleText(title);
  const { title: outer, other } = TWICE.exec(text)?.groups ?? {};
  for (const name of [text, outer, other]) {
    if (name === undefined) continue;
    const id = protocols.idOf(name) ?? protocols.idOf(withoutWordsAround(name));
    if (id !== undefined) return id;
  }
  return idInFigures(text, protocols);
}

/** The id of the one format that has a title with the same words, numbers in words or figures: `4 tahap`, `four stage`. */
function idInFigures(name: string, protocols: ProtocolSet): string | undefined {
  const words = inFigures(name);
  if (!/\d/.test(words)) return undefined;
  const titlesOf = (id: string) => Object.values(protocols.get(id)?.protocol.title ?? {});
  const found = protocols.ids.filter(id => titlesOf(id).some(title => inFigures(titleText(title)) === words));
  return found.length === 1 ? found[0] : undefined;
}

function inFigures(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(word => word !== '' && !around.has(word));
  return words.map(word => numbers.get(word) ?? word).join(' ');
}

const numbers = numbersByWord(languages);

function withoutWordsAround(name: string): string {
  const words = name.split(' ');
  const first = words.findIndex(word => !around.has(word));
  const last = words.findLastIndex(word => !around.has(word));
  return words.slice(Math.max(first, 0), last + 1).join(' ');
}

/** The ids of the formats that a name comes near: by a slip of the pen, else by the words that it shares with their titles. */
export function formatsLike(name: string, protocols: ProtocolSet): readonly string[] {
  if (name.length > LONGEST_NAME) return [];
  const titled = formatTitled(name, protocols);
  if (titled !== undefined) return [titled];
  const near = nearestName(comparable(name), protocols.ids);
  if (near !== undefined) return [near];
  const words = wordsIn(name);
  const shared = protocols.ids.map(id => ({ id, count: sharedWords(words, id, protocols) }));
  const most = Math.max(0, ...shared.map(({ count }) => count));
  const best = shared.filter(({ count }) => count > 0 && count === most).map(({ id }) => id);
  return best.length > MOST_OFFERED ? [] : best;
}

function sharedWords(words: readonly string[], id: string, protocols: ProtocolSet): number {
  const titles = Object.values(protocols.get(id)?.protocol.title ?? {});
  // What is not shared by the shorter of two names in full tells little: each title counts by itself.
  return Math.max(
    ...[id, ...titles].map(title => {
      const known = wordsIn(title);
      return words.filter(word => known.some(other => other.startsWith(word) || word.startsWith(other)))
        .length;
    }),
  );
}

function wordsIn(name: string): readonly string[] {
  const all = comparable(name).match(/[\p{L}\p{N}]+/gu) ?? [];
  return all.filter(word => word.length >= SHORTEST_WORD && !around.has(word));
}
