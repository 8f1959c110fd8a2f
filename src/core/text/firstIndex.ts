/**
 * The first of the indices from 0 to `count - 1` that `reaches` holds for, which then holds for all after it; `count` where
 * it holds for none. Asks as many times as the logarithm of `count`.
 */
export function firstIndex(count: number, reaches: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (reaches(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
