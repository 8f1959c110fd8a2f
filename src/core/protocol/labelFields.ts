import { languages } from '../language/languages';
import { wordsOf } from '../language/languageWords';
import { comparable } from '../text/comparable';
import { plainText } from '../text/plainText';
import { fieldsByName, knownField } from './knownFields';
import type { Field } from './schema';
import { titleForms } from './title';

const before = wordsOf(languages, table => table.fieldLabels.before).map(word => `${keyOf(word)}-`);
const fieldOfName = fieldsByName(languages);
const behind = wordsOf(languages, table => table.fieldLabels.behind).map(word => `-${keyOf(word)}`);

/** The ids of fields by their titles, in the form of keys. */
export function fieldsByTitle(fields: readonly Field[]): ReadonlyMap<string, string> {
  const byTitle = new Map<string, string>();
  for (const { id, title } of fields) {
    for (const key of Object.values(title ?? {}).map(each => keyOf(comparable(each)))) {
      if (!byTitle.has(key)) byTitle.set(key, id);
    }
  }
  return byTitle;
}

/**
 * The id of the field that a label of a form means (`Nama konseli`, `Tanggal (hari)`): one that `idOf` knows by a key, else
 * one of those that every note may have.
 */
export function fieldOfLabel(label: string, idOf: (key: string) => string | undefined): string | undefined {
  for (const form of titleForms(plainText(label).replace(/\s*\([^()]*\)$/, ''))) {
    for (const key of keysOf(keyOf(form))) {
      const field = idOf(key) ?? knownField(key) ?? fieldOfName.get(key);
      if (field !== undefined) return field;
    }
  }
  return undefined;
}

/** The key, and what is left of it without the words that a form has around it. */
function keysOf(key: string): readonly string[] {
  const shorter = before.filter(word => key.startsWith(word)).map(word => key.slice(word.length));
  const all = [key, ...shorter];
  return all.flatMap(each => [
    each,
    ...behind.filter(word => each.endsWith(word)).map(word => each.slice(0, -word.length)),
  ]);
}

function keyOf(text: string): string {
  return text.replace(/[\s/,.&-]+/g, '-').replace(/^-|-$/g, '');
}
