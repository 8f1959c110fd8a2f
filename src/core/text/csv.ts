/** A value of a CSV file; what is undefined is an empty field. */
export type CsvValue = string | number | boolean | undefined;

/**
 * Rows as CSV by RFC 4180: comma, CRLF after every row, fields with a comma, quote or line end in quotes, quotes in
 * them doubled. Truth values are TRUE and FALSE, which R, pandas and spreadsheets all read as such.
 */
export function csvText(rows: readonly (readonly CsvValue[])[]): string {
  return rows.map(row => `${row.map(csvField).join(',')}\r\n`).join('');
}

function csvField(value: CsvValue): string {
  if (value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
