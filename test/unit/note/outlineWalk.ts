import type { ListItem, Outline } from '../../../src/core/note/outline';

/** All items of an outline, those in items too, in the order of the text. */
export function allItems({ blocks }: Outline): readonly ListItem[] {
  return blocks.flatMap(block => (block.kind === 'list' ? block.items.flatMap(withInner) : []));
}

function withInner(item: ListItem): readonly ListItem[] {
  return [item, ...item.items.flatMap(withInner)];
}

/** Every range anywhere in a piece of data. */
export function allRanges(data: unknown): readonly { readonly start: number; readonly end: number }[] {
  const ranges: { start: number; end: number }[] = [];
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if (
      'start' in value &&
      'end' in value &&
      typeof value.start === 'number' &&
      typeof value.end === 'number'
    ) {
      ranges.push({ start: value.start, end: value.end });
    }
    for (const inner of Object.values(value)) visit(inner);
  };
  visit(data);
  return ranges;
}
