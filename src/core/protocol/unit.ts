import { languages, unitNames } from '../language/languages';
import { textByLanguage } from '../language/languageWords';
import type { Titles } from '../message';
import type { Protocol } from './schema';

/** What the stages of a format are called in messages: one of them and several, within a sentence and at its beginning. */
interface UnitWords {
  readonly unit: Titles;
  readonly unitTitle: Titles;
  /** As the subject of a sentence, behind an article where the language has one. */
  readonly subject: Titles;
  readonly units: Titles;
  readonly unitsTitle: Titles;
}

type NamedWords = UnitWords & Readonly<Record<string, Titles>>;

const wordsByUnit: ReadonlyMap<string, NamedWords> = new Map(unitNames.map(unit => [unit, wordsFor(unit)]));

/** The words for the stages of a format; `stage` where it is not known. */
export function unitWords(protocol: Pick<Protocol, 'unit'> | undefined): NamedWords {
  const unit = protocol?.unit ?? 'stage';
  return wordsByUnit.get(unit) ?? wordsFor(unit);
}

function wordsFor(unit: Protocol['unit']): NamedWords {
  return {
    unit: textByLanguage(languages, ({ units }) => units[unit][0]),
    unitTitle: textByLanguage(languages, ({ units }) => capitalized(units[unit][0])),
    subject: textByLanguage(languages, ({ units }) => units[unit][2]),
    units: textByLanguage(languages, ({ units }) => units[unit][1]),
    unitsTitle: textByLanguage(languages, ({ units }) => capitalized(units[unit][1])),
  };
}

function capitalized(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
