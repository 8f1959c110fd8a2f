import { type Measures, measure } from '../../../src/core/agreement/bootstrap';
import { allAtOnce } from '../../../src/core/agreement/compareRaters';
import { tabulate } from '../../../src/core/agreement/ratingTable';

/** The values of one unit, one of each rater; null where one is missing. */
export type Row = readonly (string | number | null)[];

/** The measures of units, each a cluster of its own. */
export function measured(rows: readonly Row[]): Measures {
  return measuredInClusters(rows.map(row => [row]));
}

/** The measures of units that are drawn together. */
export function measuredInClusters(clusters: readonly (readonly Row[])[]): Measures {
  const raters = clusters[0]?.[0]?.length ?? 2;
  const ratings = clusters.map(rows =>
    rows.map(row => ({ values: row.map(value => (value === null ? undefined : String(value))), units: 1 })),
  );
  const alike = ratings.map(each => ({ ratings: each, clusters: 1 }));
  return allAtOnce(measure(tabulate(raters, alike)));
}

/** So many units with the same values. */
export function times(count: number, ...row: Row): readonly Row[] {
  return Array.from({ length: count }, () => row);
}
