import { gasScore } from '../case/gas';
import type { GoalMark } from './goalMarks';

/** A level of goal attainment given in a session. */
export interface GasPoint {
  readonly column: number;
  /** −2 to 2. */
  readonly level: number;
}

/**
 * The T-score after a session (see {@link gasScore}), over the latest level of every goal that has one by then, with
 * the weights that the goals have in the end.
 */
export interface ScorePoint {
  readonly column: number;
  readonly score: number;
  /** How many goals it sums up. */
  readonly goals: number;
}

/** The course of goal attainment; empty lists where no session gives a level. */
export interface GasCourse {
  /** The goals that are given levels, by their place among the goals, in their order. */
  readonly goals: readonly { readonly goal: number; readonly points: readonly GasPoint[] }[];
  /** One for each session that gives a level to any goal, in order. */
  readonly scores: readonly ScorePoint[];
}

/** A goal with its marks and what it counts for, 1 where it says nothing. */
interface RatedGoal {
  readonly marks: readonly GoalMark[];
  readonly weight?: number | undefined;
}

/** Reads the course of goal attainment off the marks of the goals. Takes time in proportion to the levels given. */
export function gasCourse(goals: readonly RatedGoal[]): GasCourse {
  const given = goals
    .map(({ marks }, goal) => ({ goal, points: marks.flatMap(gasPoint) }))
    .filter(({ points }) => points.length > 0);
  return { goals: given, scores: scoresOf(given, goals) };
}

function gasPoint({ column, gas }: GoalMark): readonly GasPoint[] {
  return gas === undefined ? [] : [{ column, level: gas }];
}

function scoresOf(given: GasCourse['goals'], goals: readonly RatedGoal[]): readonly ScorePoint[] {
  const levels = new Map<number, number>();
  const byColumn = new Map<number, (GasPoint & { readonly goal: number })[]>();
  for (const { goal, points } of given) {
    for (const point of points) {
      const known = byColumn.get(point.column);
      if (known === undefined) byColumn.set(point.column, [{ ...point, goal }]);
      else known.push({ ...point, goal });
    }
  }
  return [...byColumn.keys()]
    .sort((a, b) => a - b)
    .flatMap(column => {
      for (const { goal, level } of byColumn.get(column) ?? []) levels.set(goal, level);
      const weights = [...levels.keys()].map(goal => goals[goal]?.weight ?? 1);
      const score = gasScore([...levels.values()], weights);
      return score === null ? [] : [{ column, score, goals: levels.size }];
    });
}
