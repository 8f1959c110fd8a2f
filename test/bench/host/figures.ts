import { suiteLine } from '../../host/suiteLines';

/** One measured figure, and the bar that it is held against, if there is one. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  readonly unit: 'ms' | 'MB' | '%' | 'times' | 'KB';
  /** The most that it may be. */
  readonly bar?: number;
}

const mark = 'figure ';

/** Tells the launcher, outside the host, what was measured. */
export function tellFigure(figure: Figure): void {
  console.log(suiteLine(`${mark}${JSON.stringify(figure)}`));
}

/** The figure that a line of a suite tells, if it tells one. */
export function readFigure(line: string): Figure | undefined {
  return line.startsWith(mark) ? JSON.parse(line.slice(mark.length)) : undefined;
}

/** One figure of those that several runs gave: the median, in the order in which they first came. */
export function medians(figures: readonly Figure[]): readonly Figure[] {
  const byName = new Map<string, Figure[]>();
  for (const figure of figures) byName.set(figure.what, [...(byName.get(figure.what) ?? []), figure]);
  return [...byName.values()].flatMap(same => {
    const sorted = same.toSorted((a, b) => a.value - b.value);
    return sorted[Math.floor(sorted.length / 2)] ?? [];
  });
}

/** The figures one below the other, each beside its bar. */
export function figureTable(figures: readonly Figure[]): string {
  const width = Math.max(0, ...figures.map(({ what }) => what.length));
  return figures
    .map(({ what, value, unit, bar }) => {
      const shown = value >= 100 || Number.isInteger(value) ? value.toFixed(0) : value.toPrecision(3);
      const line = `${what.padEnd(width)}  ${shown.padStart(8)} ${unit}`;
      if (bar === undefined) return line;
      return `${line.padEnd(width + 17)}  bar ${bar}${value <= bar ? '' : '  ← over'}`;
    })
    .join('\n');
}
