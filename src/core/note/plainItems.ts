import { reasonNotAddressed } from './fullness';
import { joinLines } from './joinedLines';
import type { ListItem } from './outline';
import { isWithoutWords, readTaskItem } from './taskItem';

/**
 * The items of a list that say something and have no box: what may be to be done, though nothing says so. What stands
 * in an item is about it, save where that only leads in (`Homework:`) or is a label of the part.
 */
export function plainItems(items: readonly ListItem[]): readonly ListItem[] {
  return items.flatMap(item => {
    if (readTaskItem(item.firstParagraph) !== undefined) return [];
    const text = joinLines(item.firstParagraph).text.trimEnd();
    const leadsIn = /[:：]\**$/.test(text) || item.firstParagraph.length === 0;
    if (leadsIn && item.items.length > 0) return plainItems(item.items);
    return isWithoutWords(text) || reasonNotAddressed(text) !== undefined ? [] : [item];
  });
}
