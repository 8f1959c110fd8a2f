import type { Config } from '../config/config';
import type { Note } from '../note/note';
import { applyEdits } from '../text/textEdit';
import type { Problem } from './problem';
import type { ValidationOptions } from './problemsByRules';
import { chooseSafeFixes } from './safeFixes';
import { validateNote } from './validateNote';

/** A text after its safe fixes. */
export interface FixedText {
  readonly text: string;
  /** How many fixes were applied. */
  readonly applied: number;
  /** The problems of the text as it is now. */
  readonly remaining: readonly Problem[];
}

/** One fix can bring another problem to light (a heading put right has sections); so many times that is followed. */
const MOST_PASSES = 20;

/** Applies all safe fixes until there is none left. A second time changes nothing. */
export function fixText(
  text: string,
  parse: (text: string) => Note,
  config: Config,
  surroundings: ValidationOptions = {},
): FixedText {
  let current = text;
  let applied = 0;
  let remaining = validateNote(parse(current), config, surroundings);
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const fixes = chooseSafeFixes(remaining);
    if (fixes.length === 0) break;
    current = applyEdits(
      current,
      fixes.flatMap(({ edits }) => edits),
    );
    applied += fixes.length;
    remaining = validateNote(parse(current), config, surroundings);
  }
  return { text: current, applied, remaining };
}
