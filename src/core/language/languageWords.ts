import type { Titles } from '../message';
import { type LanguageTable, type LanguageTables, tagsOf } from './languages';

/**
 * What follows from the tables of languages. Notes are read in all languages at once: a note in one may have a heading
 * or a date in another.
 */

/** The language that a tag means: `id`, `id_ID.UTF-8` and the withdrawn `in` all mean `id`. */
export function languageOfTag<Tag extends string>(
  tag: string | undefined,
  tables: LanguageTables<Tag>,
): Tag | undefined {
  const primary = tag?.toLowerCase().split(/[-_.@]/)[0];
  if (primary === undefined) return undefined;
  return tagsOf(tables).find(known => known === primary || tables[known].otherTags.includes(primary));
}

/** The tag that comes most often; of two that come alike, the language that stands first. */
export function commonestTag<Tag extends string>(
  tags: readonly (Tag | undefined)[],
  tables: LanguageTables<Tag>,
): Tag | undefined {
  const count = (tag: Tag): number => tags.filter(found => found === tag).length;
  const found = tagsOf(tables).filter(tag => tags.includes(tag));
  return found.toSorted((a, b) => count(b) - count(a))[0];
}

/** One text of each language, by tag. */
export function textByLanguage(tables: LanguageTables, textOf: (table: LanguageTable) => string): Titles {
  return Object.fromEntries(Object.entries(tables).map(([tag, table]) => [tag, textOf(table)]));
}

/** The words of all languages. */
export function wordsOf<Table = LanguageTable>(
  tables: Readonly<Record<string, Table>>,
  pick: (table: Table) => readonly string[],
): readonly string[] {
  return Object.values(tables).flatMap(pick);
}

/** The source of a pattern for the words of all languages; of signs that mean something in patterns they have only the full stop. */
export function anyWordOf<Table = LanguageTable>(
  tables: Readonly<Record<string, Table>>,
  pick: (table: Table) => readonly string[],
): string {
  return wordsOf(tables, pick).join('|').replaceAll('.', '\\.');
}

/** The same for words that times are said with. */
export function clockWordOf(
  tables: LanguageTables,
  ...parts: readonly (keyof LanguageTable['clock'])[]
): string {
  return anyWordOf(tables, ({ clock }) => parts.flatMap(part => clock[part]));
}

/** The number of each day's names, from 0 for Monday. */
export function weekdaysByName(tables: LanguageTables): ReadonlyMap<string, number> {
  return new Map(
    Object.values(tables).flatMap(({ timeWords }) =>
      timeWords.weekdays.flatMap((names, day) => names.map(name => [name, day] as const)),
    ),
  );
}

/** The number of each month's names, from 1. */
export function monthsByName(tables: LanguageTables): ReadonlyMap<string, number> {
  return new Map(
    Object.values(tables).flatMap(({ months }) =>
      months.flatMap((names, index) => names.map(name => [name, index + 1] as const)),
    ),
  );
}

/** A day (1), the name of a month (2) and a year (3), in lower case: `12 maret 2026`, `3rd of may, 2026`, `12 jan '26`. */
export function dayMonthYear(tables: LanguageTables): RegExp {
  const ordinal = anyWordOf(tables, table => table.ordinalSuffixes);
  const before = anyWordOf(tables, table => table.beforeMonth);
  return new RegExp(
    String.raw`^(\d{1,2})(?:${ordinal})?[-/. ]+(?:(?:${before}) )?(\p{L}+)\.?[-/., ]+(\d{4}|'?\d{2})$`,
    'u',
  );
}

/** The name of a month (1), a day (2) and a year (3), in lower case: `march 12th, 2026`. */
export function monthDayYear(tables: LanguageTables): RegExp {
  const ordinal = anyWordOf(tables, table => table.ordinalSuffixes);
  return new RegExp(String.raw`^(\p{L}+)\.? +(\d{1,2})(?:${ordinal})?,? +(\d{4}|'?\d{2})$`, 'u');
}

/**
 * A stage's word (`word`) and its number (`number`) at the beginning of a comparable text: `tahap ke-2: `, `stage ii`,
 * `stage two`, `tahap pertama`, `first stage`.
 */
export function stageNumberPattern(tables: LanguageTables): RegExp {
  const stage = anyWordOf(tables, table => table.stageWords);
  const prefix = anyWordOf(tables, table => table.ordinalPrefixes);
  const ordinal = anyWordOf(tables, table => table.ordinals);
  const count = anyWordOf(tables, countWords);
  const behind = String.raw`(?<behindWord>${stage}) (?:(?:${prefix})-? ?)?(?<behind>\d{1,3}|${ordinal}|${count}|[ivxl]{1,7})`;
  const before = `(?<before>${ordinal}) (?<beforeWord>${stage})`;
  return new RegExp(String.raw`^(?:${behind}|${before})(?![\p{L}\p{N}])(?: ?[:.)-])? ?`, 'u');
}

/** A step's word with its number and what parts them from a title at the beginning of a comparable text: `step 2: `. */
export function stepNumberPattern(tables: LanguageTables): RegExp {
  const step = anyWordOf(tables, table => table.stepWords);
  const prefix = anyWordOf(tables, table => table.ordinalPrefixes);
  return new RegExp(String.raw`^(?:${step}) (?:(?:${prefix})-? ?)?\d{1,2}(?: ?[.:)] ?| - )(?=\S)`, 'u');
}

/** A word for first, second, … at the beginning of a comparable text, with what parts it from the rest: `kedua: `. */
export function ordinalPattern(tables: LanguageTables): RegExp {
  return new RegExp(`^(?:${anyWordOf(tables, table => table.ordinals)})(?: ?[.):] ?| - )`);
}

/** The number of each word for first, second, … and one, two, …, from 1. */
export function numbersByWord(tables: LanguageTables): ReadonlyMap<string, number> {
  return new Map(
    Object.values(tables)
      .flatMap(table => [table.ordinals, countWords(table)])
      .flatMap(names => names.map((word, index) => [word, index + 1] as const)),
  );
}

/** One, two, …, each in its first word. */
function countWords({ timeWords }: LanguageTable): readonly string[] {
  return timeWords.numbers.flatMap(names => names[0] ?? []);
}

/** The language of each word for a stage. */
export function languageByStageWord(tables: LanguageTables): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(tables).flatMap(([tag, { stageWords }]) => stageWords.map(word => [word, tag] as const)),
  );
}

/** What begins a line that says why nothing is recorded, with its colon, perhaps emphasised. */
export function notAddressedPattern(tables: LanguageTables): RegExp {
  const phrase = anyWordOf(tables, table => table.notAddressed).replaceAll(' ', ' +');
  return new RegExp(`^[*_]{0,3}(?:${phrase})[*_]{0,3} *:[*_]{0,3} *`, 'i');
}

/** A whole text that says that something was not addressed, perhaps when and why, without a colon. */
export function skippedPattern(tables: LanguageTables): RegExp {
  const any = (part: 'words' | 'times' | 'reasons'): string =>
    anyWordOf(tables, ({ skipped }) => skipped[part]).replaceAll(' ', ' +');
  const reason = String.raw`(?:,? +(?:${any('reasons')})\s.*| *[,;(–—-].*)`;
  return new RegExp(
    `^[*_]{0,3}(?:${any('words')})(?: +(?:${any('times')}))?[*_]{0,3}(?:[.!]?|${reason})$`,
    'is',
  );
}

/** What begins a text that says that there is no risk: the words alone, or what parts them from how it was asked. */
export function noneReportedPattern(tables: LanguageTables): RegExp {
  const phrase = anyWordOf(tables, table => table.noneReported).replaceAll(' ', ' +');
  return new RegExp(String.raw`^[*_\s]*(?:${phrase})[*_]*\s*(?:$|[.:;,(–—-])`, 'i');
}
