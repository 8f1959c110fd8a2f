import { isAskedOfNote, type Section } from '../protocol/schema';

/**
 * Of stages or sections in their `order`, the required ones before the optional; of both, those that come after
 * `last` before those that come before it.
 */
export function nextFirst<Item extends Pick<Section, 'required'>>(
  items: readonly Item[],
  order: readonly Item[],
  last: Item | undefined,
): readonly Item[] {
  const at = last === undefined ? -1 : order.indexOf(last);
  const rank = (item: Item) => (isAskedOfNote(item) ? 0 : 2) + (order.indexOf(item) > at ? 0 : 1);
  return [...items].sort((a, b) => rank(a) - rank(b));
}
