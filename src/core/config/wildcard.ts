/**
 * Whether `items` fit `pattern`, in which `isMany` places stand for any number of items and every other place for
 * one that it `fits`. Takes at most `items.length * pattern.length` steps: going back to the last such place is
 * enough, since whatever an earlier one could take, the last one can.
 */
export function fitsWildcards<Place, Item>(
  pattern: readonly Place[],
  items: readonly Item[],
  isMany: (place: Place) => boolean,
  fits: (place: Place, item: Item) => boolean,
): boolean {
  let place = 0;
  let lastMany = -1;
  let resume = 0;
  for (let item = 0; item < items.length; ) {
    const current = pattern[place];
    const value = items[item];
    if (current !== undefined && isMany(current)) {
      lastMany = place++;
      resume = item;
    } else if (current !== undefined && value !== undefined && fits(current, value)) {
      place++;
      item++;
    } else {
      if (lastMany < 0) return false;
      place = lastMany + 1;
      item = ++resume;
    }
  }
  return pattern.slice(place).every(isMany);
}
