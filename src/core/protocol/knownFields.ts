import { type LanguageTables, languages } from '../language/languages';
import { wordsOf } from '../language/languageWords';

/** The fields that every note may have whatever its protocol. */
const knownFields: readonly string[] = [
  'protocol',
  'client',
  'session',
  'date',
  'written',
  'next',
  'counselor',
  'class',
  'place',
  'kind',
  'stages',
  'status',
  'attendance',
  'contact',
  'closed',
  'language',
  'coder',
  'speakers',
  'transcript',
  'consensus',
  'words',
  'corrections',
];

const fieldOfKey = fieldsByKey(languages);

/** The known field that a front-matter key means, case ignored. */
export function knownField(key: string): string | undefined {
  return fieldOfKey.get(key.trim().toLowerCase());
}

/** The known fields by what forms call them besides, in the form of keys. */
export function fieldsByName(tables: LanguageTables): ReadonlyMap<string, string> {
  return new Map(
    knownFields.flatMap(field =>
      wordsOf(tables, ({ fieldNames }) => fieldNames[field] ?? []).map(
        name => [name.replaceAll(' ', '-'), field] as const,
      ),
    ),
  );
}

/** The known fields by their ids and by the keys that mean them in the languages. */
export function fieldsByKey(tables: LanguageTables): ReadonlyMap<string, string> {
  return new Map(
    knownFields.flatMap(field =>
      [field, ...wordsOf(tables, ({ fieldKeys }) => fieldKeys[field] ?? [])].map(
        key => [key, field] as const,
      ),
    ),
  );
}
