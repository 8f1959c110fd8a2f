/** The width of each column of a table, in code points: that of its longest cell. */
export function columnWidths(rows: readonly (readonly string[])[]): readonly number[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [column, text] of row.entries())
      widths[column] = Math.max(widths[column] ?? 0, [...text].length);
  }
  return widths;
}

/** A text with blanks behind it, so that it takes `width` code points. */
export function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - [...text].length));
}
