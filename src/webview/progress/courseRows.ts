import { stageKey } from '../../core/case/goalKey';
import { message } from '../../core/message';
import type {
  CaseProgress,
  ProgressGoal,
  ProgressSession,
  ProgressStage,
} from '../../core/progress/caseProgress';
import { type Standing, standings } from '../../core/progress/goalMarks';
import type { MeasureCourse } from '../../core/progress/measureCourse';
import { render } from '../../l10n/catalogue';
import type { Spot } from '../picture/texts';
import {
  goalFacts,
  measureWords,
  progressStageName,
  recordedWords,
  scoreWords,
  sessionWords,
  signed,
  standingWords,
} from './texts';

/** A row over the sessions: a stage, or a goal or action below its stage. */
export type CourseRow = {
  readonly key: string;
  readonly label: string;
  /** More about the row, for whoever points at it. */
  readonly facts: readonly string[];
  /** One for each session. */
  readonly spots: readonly Spot[];
} & (
  | { readonly kind: 'stage'; readonly stage: ProgressStage }
  | {
      readonly kind: 'goal';
      readonly goal: ProgressGoal;
      readonly standings: readonly (Standing | undefined)[];
    }
);

/** The course of a case as rows over its sessions: each stage, and below it its goals and actions. */
export function courseRows(progress: CaseProgress): readonly CourseRow[] {
  const byStage = new Map<string, ProgressGoal[]>();
  for (const goal of progress.goals) {
    const key = stageKey(goal.protocol, goal.stage);
    const known = byStage.get(key);
    if (known === undefined) byStage.set(key, [goal]);
    else known.push(goal);
  }
  return progress.stages.flatMap(stage => [
    stageRow(stage, progress.sessions),
    ...(byStage.get(stageKey(stage.protocol, stage.stage)) ?? []).map(goal =>
      goalRow(goal, progress.sessions),
    ),
  ]);
}

function stageRow(stage: ProgressStage, sessions: readonly ProgressSession[]): CourseRow {
  const recorded = new Set(stage.recordedIn);
  const { stage: id } = stage;
  const spots = sessions.map(({ path }, column) => ({
    words: recordedWords(recorded.has(column)),
    details: [],
    target: id !== undefined && recorded.has(column) ? { path, stage: id } : undefined,
  }));
  return {
    kind: 'stage',
    key: stageKey(stage.protocol, stage.stage),
    label: progressStageName(stage),
    facts: [],
    spots,
    stage,
  };
}

function goalRow(goal: ProgressGoal, sessions: readonly ProgressSession[]): CourseRow {
  const course = standings(goal.marks, sessions.length);
  const spots = course.map(standing => ({
    words: standingWords(standing),
    details: [],
    target: standing && { path: standing.mark.path, offset: standing.mark.offset },
  }));
  return {
    kind: 'goal',
    key: `${stageKey(goal.protocol, goal.stage)}\n${goal.key}`,
    label: goal.text,
    facts: goalFacts(goal),
    spots,
    goal,
    standings: course,
  };
}

/** The sessions themselves, each leading to its note. */
export function sessionSpots(sessions: readonly ProgressSession[]): readonly Spot[] {
  return sessions.map(session => ({
    words: sessionWords(session),
    details: [],
    target: { path: session.path },
  }));
}

/** The T-score after each session that gives a level, with the levels given, each leading to its note. */
export function gasSpots({ sessions, gas, goals }: CaseProgress): readonly Spot[] {
  const scores = new Map(gas.scores.map(score => [score.column, score]));
  return sessions.map(({ path }, column) => {
    const score = scores.get(column);
    if (score === undefined)
      return { words: render(message('progress.not-rated')), details: [], target: undefined };
    const details = gas.goals.flatMap(({ goal, points }) =>
      points
        .filter(point => point.column === column)
        .map(({ level }) => `${signed(level)} ${goals[goal]?.text ?? ''}`),
    );
    return { words: scoreWords(score), details, target: { path } };
  });
}

/** What each session says of a measure, each score leading to its note. */
export function measureSpots({ points }: MeasureCourse, { sessions }: CaseProgress): readonly Spot[] {
  return sessions.map(({ path }, column) => {
    const values = points.filter(point => point.column === column).map(({ value }) => value);
    return { words: measureWords(values), details: [], target: values.length === 0 ? undefined : { path } };
  });
}
