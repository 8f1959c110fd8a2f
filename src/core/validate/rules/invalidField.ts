import { message } from '../../message';
import { isIsoDate, readableDate } from '../../note/dates';
import { integerValue, knownValues, languageValue, valueAmong } from '../../note/fieldValues';
import type { FrontMatterEntry, FrontMatterValue } from '../../note/frontMatter';
import type { Note } from '../../note/note';
import type { Field } from '../../protocol/schema';
import { comparable } from '../../text/comparable';
import { replacement, valueFixes } from '../replacement';
import type { Finding, Rule } from '../rule';

/** A field of the front matter whose value it cannot have. Keys that nobody knows are the user's own. */
export const invalidField: Rule = {
  id: 'invalid-field',
  check({ note }) {
    return note.frontMatter.entries.flatMap(entry => {
      const kind = kindOf(entry, note);
      return kind === undefined ? [] : checkEntry(entry, kind, note.language);
    });
  },
};

/** What values a field takes. */
type ValueKind =
  | { readonly type: 'string' | 'integer' | 'date' | 'language' | 'list' }
  | { readonly type: 'enum'; readonly values: readonly string[]; readonly names: readonly string[] };

const knownKinds: ReadonlyMap<string, ValueKind> = new Map<string, ValueKind>([
  ['client', { type: 'string' }],
  ['counselor', { type: 'string' }],
  ['protocol', { type: 'string' }],
  ['session', { type: 'integer' }],
  ['date', { type: 'date' }],
  ['language', { type: 'language' }],
  ['stages', { type: 'list' }],
  ...Object.entries(knownValues).map(
    ([field, values]) => [field, { type: 'enum', values, names: [] }] as const,
  ),
]);

function kindOf({ field }: FrontMatterEntry, { protocol }: Note): ValueKind | undefined {
  if (field === undefined) return undefined;
  const own = protocol?.protocol.fields.find(({ id }) => id === field);
  // A protocol may give a known field another title, not another meaning.
  return knownKinds.get(field) ?? (own && kindOfOwn(own));
}

function kindOfOwn({ type, choices }: Field): ValueKind {
  if (type !== 'enum') return { type };
  const titles = choices.flatMap(({ title, aliases }) => [
    ...Object.values(title),
    ...Object.values(aliases).flat(),
  ]);
  return { type, values: choices.map(({ id }) => id), names: titles.map(comparable) };
}

function checkEntry(
  entry: FrontMatterEntry,
  kind: ValueKind,
  language: string | undefined,
): readonly Finding[] {
  const { key: field, shape, values, valueRange } = entry;
  if (shape === 'map')
    return [{ message: message('problem.invalid-field.map', { field }), range: valueRange }];
  if (kind.type === 'string' || kind.type === 'list') return [];
  if (values.length > 1) {
    return [{ message: message('problem.invalid-field.several', { field }), range: valueRange }];
  }
  return values.flatMap(value => checkValue(field, value, kind, language));
}

function checkValue(
  field: string,
  value: FrontMatterValue,
  kind: ValueKind,
  language: string | undefined,
): readonly Finding[] {
  const { text, range } = value;
  if (text.trim() === '') return [];
  switch (kind.type) {
    case 'integer': {
      const digits = text.match(/\d+/g) ?? [];
      if (integerValue(text) !== undefined) return [];
      const fixes = digits.length === 1 ? digits.map(only => replacement(range, only, 'suggestion')) : [];
      return [{ message: message('problem.invalid-field.integer', { field }), range, fixes }];
    }
    case 'date': {
      if (isIsoDate(text.trim())) return [];
      const iso = readableDate(text, language);
      const fixes = iso === undefined ? [] : [replacement(range, iso, 'safe')];
      return [{ message: message('problem.invalid-field.date', { field }), range, fixes }];
    }
    case 'language':
      if (languageValue(text) !== undefined) return [];
      return [{ message: message('problem.invalid-field.language', { field }), range }];
    case 'enum': {
      if (valueAmong(kind.values, text) !== undefined || kind.names.includes(comparable(text))) return [];
      const args = { field, values: kind.values.join(', ') };
      return [
        {
          message: message('problem.invalid-field.enum', args),
          range,
          fixes: valueFixes(range, text, kind.values),
        },
      ];
    }
    default:
      return [];
  }
}
