import { comparable } from '../../text/comparable';
import type { ReadLine } from './plainLines';
import { countsByName, looksPlain, tidyName } from './speakerLabel';
import type { Stamped } from './stampedLine';

/**
 * Who sent messages and when, line by line, where the time stands below each, as what is copied from Signal and Messenger
 * has it: a name, the words, the time, and the last line of all is a time. Undefined where a file is not so.
 */
export function stampsBelow(
  lines: readonly ReadLine[],
  isStamp: (line: string) => boolean,
): readonly (Stamped | undefined)[] | undefined {
  const said = lines.flatMap(({ text }, at) => (text === '' ? [] : [{ text, at }]));
  if (!isStamp(said.at(-1)?.text ?? '')) return undefined;
  const stamps = said.flatMap(({ text }, place) => (isStamp(text) ? [place] : []));
  const behind = stamps.slice(0, -1).map(place => said[place + 1]?.text ?? '');
  const names = new Set(behind.map(comparable));
  const first = said.findIndex(({ text }) => names.has(comparable(text)));
  const heads = [first, ...stamps.slice(0, -1).map(place => place + 1)];
  const counts = countsByName(heads.map(place => comparable(said[place]?.text ?? '')));
  const areNames =
    heads.length > 2 &&
    first >= 0 &&
    behind.every(looksPlain) &&
    [...counts.values()].some(count => count > 1) &&
    heads.every((place, index) => (stamps[index] ?? 0) > place + 1);
  if (!areNames) return undefined;
  const found = new Map<number, Stamped>();
  for (const place of heads) {
    const { text, at } = said[place] ?? { text: '', at: -1 };
    found.set(at, { stamp: '', rest: text, isBehind: true, name: tidyName(text), words: '' });
  }
  for (const place of stamps) {
    const { text, at } = said[place] ?? { text: '', at: -1 };
    found.set(at, { stamp: text, rest: '', isBehind: false, name: undefined, words: '' });
  }
  return lines.map((_, at) => found.get(at));
}
