import { type LanguageTables, languages } from '../language/languages';
import { comparable } from '../text/comparable';

/** The fields of a goal that mean something, in the order in which they are written. */
export const goalFieldIds = ['role', 'gas', 'weight', 'replaces', 'reworded', 'client', 'due'] as const;

/** A field of a goal that means something; all others are the user's own. */
export type GoalFieldId = (typeof goalFieldIds)[number];

const fieldOfKey = goalFieldsByKey(languages);

/** The field of a goal that a key means, in any language, case ignored. */
export function goalFieldOf(key: string): GoalFieldId | undefined {
  return fieldOfKey.get(key) ?? fieldOfKey.get(comparable(key));
}

/** The fields of goals by their ids and by the keys that mean them in the languages. */
export function goalFieldsByKey(tables: LanguageTables): ReadonlyMap<string, GoalFieldId> {
  return new Map(
    goalFieldIds.flatMap(field => {
      const keys = Object.values(tables).flatMap(({ goalFieldKeys }) => goalFieldKeys[field] ?? []);
      return [field, ...keys].map(key => [key, field] as const);
    }),
  );
}
