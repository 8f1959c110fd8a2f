import { type CsvOptions, type CsvValue, csvText } from '../../text/csv';
import { type TidyRow, tidyColumns } from './tidyRows';

/** The rows as CSV with a line of column names; what is not known is an empty field. */
export function tidyCsv(rows: readonly TidyRow[], options?: CsvOptions): string {
  const values = rows.map(row => tidyColumns.map((column): CsvValue => row[column]));
  return csvText([tidyColumns, ...values], options);
}

/** The rows as JSON Lines (https://jsonlines.org): an object a line, what is not known as null. */
export function tidyJsonLines(rows: readonly TidyRow[]): string {
  return rows
    .map(
      row =>
        `${JSON.stringify(Object.fromEntries(tidyColumns.map(column => [column, row[column] ?? null])))}\n`,
    )
    .join('');
}
