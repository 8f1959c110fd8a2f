import { languages } from '../language/languages';
import { anyWordOf, numbersByWord } from '../language/languageWords';
import { contactNames } from '../protocol/contacts';
import { comparable } from '../text/comparable';

/** The values of the known fields that have a fixed set of them, by field. */
export const knownValues = {
  kind: ['note', 'transcript', 'process'],
  status: ['draft'],
  attendance: ['attended', 'no-show', 'cancelled'],
  contact: contactNames,
  closed: ['resolved', 'referred', 'transferred', 'dropped-out', 'other'],
} as const;

type KnownValues = typeof knownValues;

/** The fields that have a fixed set of values. */
export const fieldsOfKnownValues = [
  'kind',
  'status',
  'attendance',
  'contact',
  'closed',
] as const satisfies readonly (keyof KnownValues)[];

/** What the words of all languages say, `none` included. */
const byWords: ReadonlyMap<string, string> = new Map(
  Object.values(languages)
    .flatMap(({ fieldValues }) => Object.entries(fieldValues))
    .flatMap(([field, values]) =>
      Object.entries<readonly string[]>(values).flatMap(([value, names]) =>
        names.map(words => [`${field} ${words}`, value] as const),
      ),
    ),
);

const INTEGER = /^\d{1,9}$/;
const LANGUAGE_TAG = /^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/;

/** The one of `values` that `text` is, case and surrounding blanks ignored. */
export function valueAmong<Value extends string>(values: readonly Value[], text: string): Value | undefined {
  const wanted = text.trim().toLowerCase();
  return values.find(value => value === wanted);
}

/** The value of a known field that a text is, or says in one of the languages: `tidak hadir` is `no-show`. */
export function knownValue<Field extends keyof KnownValues>(
  field: Field,
  text: string,
): KnownValues[Field][number] | undefined {
  const values: readonly KnownValues[Field][number][] = knownValues[field];
  const said = byWords.get(fieldSays(field, text));
  return valueAmong(values, text) ?? values.find(value => value === said);
}

/** Whether a text says that a known field has none of its values: `closed: not yet`. */
export function saysNone(field: keyof KnownValues, text: string): boolean {
  return byWords.get(fieldSays(field, text)) === 'none';
}

function fieldSays(field: string, text: string): string {
  return `${field} ${comparable(text).replaceAll('-', ' ')}`;
}

/** A whole number from 0 to 999,999,999, as written in digits (`03` is 3). */
export function integerValue(text: string): number | undefined {
  const trimmed = text.trim();
  return INTEGER.test(trimmed) ? Number(trimmed) : undefined;
}

const numberWords: ReadonlyMap<string, number> = new Map([
  ...numbersByWord(languages),
  ...Object.values(languages).flatMap(({ timeWords }) =>
    timeWords.numbers.flatMap((names, at) => names.map(name => [name, at + 1] as const)),
  ),
]);
const ROMAN = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];
/** The number and how many there are: `3 dari 8`, `3/8`. */
const OUT_OF = new RegExp(
  String.raw`^\D*(\d{1,9})\s*(?:/|${anyWordOf(languages, ({ outOf }) => [outOf])})\s*\d{1,9}\D*$`,
  'i',
);

/** The whole number that a text says in other words: `Sesi 3`, `3 dari 8`, `ketiga`, `III`; none of several. */
export function integerSaid(text: string): number | undefined {
  const [, before] = OUT_OF.exec(text) ?? [];
  if (before !== undefined) return Number(before);
  const figures = text.match(/\d{1,9}/g) ?? [];
  const words = figures.length > 0 ? [] : comparable(text).split(/[^\p{L}]+/u);
  const said = words.flatMap(word => numberWords.get(word) ?? (ROMAN.indexOf(word) + 1 || []));
  const [number, other] = [...figures.map(Number), ...said];
  return other === undefined ? number : undefined;
}

/** A language tag (`en`, `id`, `zh-hant`) in lower case. */
export function languageValue(text: string): string | undefined {
  const tag = text.trim().toLowerCase();
  return LANGUAGE_TAG.test(tag) ? tag : undefined;
}

/** How many values of a field are read, where the whole note is read, or counted, for each. */
export const mostValues: ReadonlyMap<string, number> = new Map([
  ['protocol', 20],
  ['client', 60],
]);
