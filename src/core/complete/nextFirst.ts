/** Of things in an `order`, those that come after `last` first, then those before it. */
export function nextFirst<Item>(
  items: readonly Item[],
  order: readonly Item[],
  last: Item | undefined,
): readonly Item[] {
  const at = last === undefined ? -1 : order.indexOf(last);
  const isNext = (item: Item) => order.indexOf(item) > at;
  return [...items.filter(isNext), ...items.filter(item => !isNext(item))];
}
