import { type CsvOptions, type CsvValue, csvText } from '../../text/csv';
import { type TidyRow, tidyColumns } from './tidyRows';

/** Parts a variable's name from the columns that are always there. */
const VARIABLE = 'variable:';

/** The rows as CSV with a line of column names; what is not known is an empty field. */
export function tidyCsv(rows: readonly TidyRow[], options?: CsvOptions): string {
  const { columns, values } = tableOf(rows);
  return csvText([columns, ...values], options);
}

/** The rows as JSON Lines (https://jsonlines.org): an object a line, what is not known as null. */
export function tidyJsonLines(rows: readonly TidyRow[]): string {
  const { columns, values } = tableOf(rows);
  return values.map(row => jsonLine(columns, row)).join('');
}

/** The same turn by turn: a row for each turn of each rater, and a column for each code, 1 where it has it, else 0. */
export function wideCsv(rows: readonly TidyRow[], options?: CsvOptions): string {
  const { columns, values } = wideTableOf(rows);
  return csvText([columns, ...values], options);
}

export function wideJsonLines(rows: readonly TidyRow[]): string {
  const { columns, values } = wideTableOf(rows);
  return values.map(row => jsonLine(columns, row)).join('');
}

interface TableOfRows {
  readonly columns: readonly string[];
  readonly values: readonly (readonly CsvValue[])[];
}

function tableOf(rows: readonly TidyRow[]): TableOfRows {
  const variables = variablesIn(rows);
  return {
    columns: [...tidyColumns, ...variables.map(name => VARIABLE + name)],
    values: rows.map(row => [
      ...tidyColumns.map((column): CsvValue => row[column]),
      ...variables.map(name => row.variables.get(name)),
    ]),
  };
}

/** What is said of a coding, not of a turn. */
const OF_CODING: ReadonlySet<string> = new Set(['code', 'passage', 'memo']);
const CODE = 'code:';

function wideTableOf(rows: readonly TidyRow[]): TableOfRows {
  const ofTurn = tidyColumns.filter(column => !OF_CODING.has(column));
  const variables = variablesIn(rows);
  const codes = [...new Set(rows.flatMap(({ code }) => code ?? []))].sort();
  const turns = new Map<string, { readonly row: TidyRow; readonly codes: Set<string> }>();
  for (const row of rows) {
    const key = JSON.stringify([row.file, row.turn]);
    const turn = turns.get(key) ?? { row, codes: new Set<string>() };
    turns.set(key, turn);
    if (row.code !== undefined) turn.codes.add(row.code);
  }
  return {
    columns: [...ofTurn, ...variables.map(name => VARIABLE + name), ...codes.map(code => CODE + code)],
    values: [...turns.values()].map(({ row, codes: own }) => [
      ...ofTurn.map((column): CsvValue => row[column]),
      ...variables.map(name => row.variables.get(name)),
      ...codes.map(code => Number(own.has(code))),
    ]),
  };
}

function variablesIn(rows: readonly TidyRow[]): readonly string[] {
  return [...new Set(rows.flatMap(({ variables }) => [...variables.keys()]))].sort();
}

function jsonLine(columns: readonly string[], values: readonly CsvValue[]): string {
  const entries = columns.map((column, at) => [column, values[at] ?? null] as const);
  return `${JSON.stringify(Object.fromEntries(entries))}\n`;
}
