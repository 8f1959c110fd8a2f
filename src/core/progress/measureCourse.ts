import type { CaseNote, CaseScore } from '../case/caseNote';

/** A score given in a session. */
export interface MeasurePoint {
  /** Of the sessions, from 0. */
  readonly column: number;
  readonly value: number;
}

/** A measure, and its scores in the order of the case; a session may give several. */
export type MeasureCourse = CaseScore['measure'] & { readonly points: readonly MeasurePoint[] };

/**
 * The measures that notes give scores of, in order of first use. `columns` are the notes of each session: of sync copies,
 * the last that gives scores counts. One name with two ranges is two measures, which no line should join.
 */
export function measureCourses(columns: readonly (readonly CaseNote[])[]): readonly MeasureCourse[] {
  const courses = new Map<
    string,
    { readonly measure: CaseScore['measure']; readonly points: MeasurePoint[] }
  >();
  columns.forEach((copies, column) => {
    for (const { measure, value } of copies.findLast(({ scores }) => scores.length > 0)?.scores ?? []) {
      const key = `${measure.id} ${measure.min} ${measure.max}`;
      const course = courses.get(key) ?? { measure, points: [] };
      courses.set(key, course);
      course.points.push({ column, value });
    }
  });
  return [...courses.values()].map(({ measure, points }) => ({ ...measure, points }));
}
