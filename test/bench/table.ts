/** One measured figure and the bar that it is held against, if there is one. */
export interface Row {
  readonly what: string;
  readonly value: number;
  readonly unit: 'ms' | '×' | 'MB' | 'KB';
  readonly bar?: string;
}

/** Prints figures one below the other. */
export function printTable(title: string, rows: readonly Row[]): void {
  console.log(`\n${title}`);
  const width = Math.max(...rows.map(row => row.what.length));
  for (const { what, value, unit, bar } of rows) {
    const figure = value >= 100 ? value.toFixed(0) : value.toPrecision(3);
    console.log(
      `  ${what.padEnd(width)}  ${figure.padStart(8)} ${unit}${bar === undefined ? '' : `  (bar: ${bar})`}`,
    );
  }
}
