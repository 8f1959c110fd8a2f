import { comparable } from '../text/comparable';
import { plainText } from '../text/plainText';

/** The priorities of the Tasks plugin of Obsidian, which may change from note to note. */
const PRIORITIES = /[🔺⏫🔼🔽⏬]/gu;

/**
 * The form in which the texts of goals are compared: the plain words of the Markdown, with case, diacritics and
 * blanks folded, and without the priorities of Tasks. A text without words (an emoji alone) is compared as it is written.
 */
export function comparableGoalText(text: string): string {
  return comparable(plainText(text).replace(PRIORITIES, '')) || text.normalize('NFKC').trim();
}
