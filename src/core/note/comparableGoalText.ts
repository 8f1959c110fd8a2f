import { comparable } from '../text/comparable';
import { plainText } from '../text/plainText';

/**
 * The form in which the texts of goals are compared: the plain words of the Markdown, with case, diacritics and
 * blanks folded. A text without words (an emoji alone) is compared as it is written.
 */
export function comparableGoalText(text: string): string {
  return comparable(plainText(text)) || text.normalize('NFKC').trim();
}
