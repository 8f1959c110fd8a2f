import { csvText } from '../text/csv';

/** The key to blinded copies as CSV: the name of each and the path of what it was made of. */
export function blindingKey(copies: readonly { readonly name: string; readonly file: string }[]): string {
  return csvText([['copy', 'original'], ...copies.map(({ name, file }) => [name, file])]);
}
