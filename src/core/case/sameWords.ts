import { stepsBetween } from '../text/nearest';

const WORDS = /[\p{L}\p{N}]+/gu;
/** Shorter words (the, in, di, ke) stand in any text. */
const TELLING = 4;
/** What words that are inflected have in common; short ones (sleep, slept) less. */
const STEM = 4;
const SHORT_STEM = 3;
const SHORT = 5;
/** How much of a text may be mistyped. */
const MOST_MISTYPED = 0.34;
const LONGEST = 200;

/**
 * What tells whether goals of one `^id` are plainly about something else: the beginnings of the words of a comparable
 * text, the short ones only where there are no others.
 */
export function tellingWords(comparableText: string): readonly string[] {
  const words = comparableText.match(WORDS) ?? [comparableText];
  const telling = words.filter(word => word.length >= TELLING);
  return (telling.length === 0 ? words : telling).flatMap(stemsOf);
}

function stemsOf(word: string): readonly string[] {
  const stem = word.slice(0, STEM);
  // No stem of the one kind is one of the other.
  return word.length > SHORT || word.length < STEM ? [stem] : [stem, `${word.slice(0, SHORT_STEM)}~`];
}

/** Whether a text may be another one mistyped. */
export function isMistyped(a: string, b: string): boolean {
  const longer = Math.max(a.length, b.length);
  return longer <= LONGEST && stepsBetween(a, b, Math.floor(longer * MOST_MISTYPED)) !== undefined;
}
