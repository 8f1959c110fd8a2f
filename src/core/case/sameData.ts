/**
 * Whether two values of plain data (scalars, arrays, objects, maps) say the same. The order of keys counts: what one
 * function builds has them in one order.
 */
export function isSameData(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (a instanceof Map && b instanceof Map) return isSameData([...a], [...b]);
  const others = Object.entries(b);
  const entries = Object.entries(a);
  return (
    a.constructor === b.constructor &&
    entries.length === others.length &&
    entries.every(([key, value], at) => key === others[at]?.[0] && isSameData(value, others[at]?.[1]))
  );
}
