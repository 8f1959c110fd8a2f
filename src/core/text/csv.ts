/** A value of a CSV file; what is undefined is an empty field. */
export type CsvValue = string | number | boolean | undefined;

/** How CSV differs from RFC 4180 for a program that needs it. */
export interface CsvOptions {
  readonly delimiter?: ',' | ';';
  /** Whether a byte order mark tells that it is UTF-8, as Excel wants it. */
  readonly bom?: boolean;
  /** Whether texts that a spreadsheet would run as a formula get an apostrophe in front. */
  readonly guarded?: boolean;
}

/**
 * Where a cell begins that runs as a formula (https://owasp.org/www-community/attacks/CSV_Injection): at the beginning
 * of a field, or behind a mark at which a spreadsheet that was told another delimiter parts it.
 */
const FORMULA =
  /^(?=[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20])|(?<=[,;\t\r\n])(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/g;

/**
 * Rows as CSV by RFC 4180: comma, CRLF after every row, fields with a comma, quote or line end in quotes, quotes in
 * them doubled. Truth values are TRUE and FALSE, which R, pandas and spreadsheets all read as such.
 */
export function csvText(rows: readonly (readonly CsvValue[])[], options: CsvOptions = {}): string {
  const { delimiter = ',', bom = false, guarded = false } = options;
  const field = (value: CsvValue): string => csvField(value, delimiter, guarded);
  return `${bom ? '\ufeff' : ''}${rows.map(row => `${row.map(field).join(delimiter)}\r\n`).join('')}`;
}

function csvField(value: CsvValue, delimiter: string, guarded: boolean): string {
  if (value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  const text = guarded && typeof value === 'string' ? value.replace(FORMULA, "'") : String(value);
  return text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
