import { languages } from '../language/languages';
import { clockWordOf } from '../language/languageWords';

/** Patterns for times of day as people write them, in whatever language; for a pattern that ignores case. */

/** `pukul`, `pkl.`, `at`. */
export const BEFORE_TIME = String.raw`(?:(?:${clockWordOf(languages, 'before', 'onlyBefore')})\.?|@)`;
/** `09.00`, `9:05:30`. */
export const TIME_OF_DAY = String.raw`\d{1,2}[.:]\d{2}(?:[.:]\d{2})?`;
/** `WIB`, `pm`. */
export const BEHIND_TIME = `(?:${clockWordOf(languages, 'behind')})`;
/** `until`, `s.d.`. */
export const UNTIL = String.raw`(?:[-\u2013\u2014]|(?:${clockWordOf(languages, 'until')})\.?)`;
