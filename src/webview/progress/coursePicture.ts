import { barX, type Markish, rect, ruleY, type TextOptions, text } from '@observablehq/plot';
import { isOpen } from '../../core/case/case';
import type { GoalStatus } from '../../core/note/goalMention';
import type { CaseProgress } from '../../core/progress/caseProgress';
import { dayPlace } from '../../core/progress/dayPlace';
import type { Standing } from '../../core/progress/goalMarks';
import { type Frame, signRadius, textWidth } from '../picture/frame';
import type { Palette } from '../picture/palette';
import { plotPicture } from '../picture/plotPicture';
import { nameClass } from '../picture/stickyNames';
import type { CourseRow } from './courseRows';
import { dueSigns, signedStatuses, statusSigns } from './signs';
import { signed } from './texts';

/** The height of a row, in pixels. */
export const rowHeight = 24;

const roomForLevel = 40;

/** A stretch of columns, ends included. */
interface Run {
  readonly row: string;
  readonly first: number;
  readonly last: number;
}

interface Stated extends Standing {
  readonly row: string;
  readonly column: number;
}

/** Stages as bands where sessions worked on them, below each its goals with their status over the sessions. */
export function coursePicture(
  progress: CaseProgress,
  rows: readonly CourseRow[],
  frame: Frame,
  palette: Palette,
): SVGSVGElement {
  const marks: Markish[] = [
    ...missedColumns(progress, frame, palette),
    ...stageBands(rows, frame, palette),
    ...goalLines(rows, frame, palette),
    dueMarks(progress, rows, frame, palette),
    ...rowLabels(rows, frame, palette),
  ];
  return plotPicture(frame, Math.max(1, rows.length) * rowHeight, palette, {
    marginTop: 0,
    marginBottom: 0,
    y: { type: 'band', domain: rows.map(row => row.key), padding: 0, axis: null },
    marks,
  });
}

function missedColumns({ sessions }: CaseProgress, frame: Frame, palette: Palette): readonly Markish[] {
  const missed = sessions.flatMap(({ attendance }, column) => (attendance === 'attended' ? [] : [column]));
  const inset = frame.column > 30 ? 4 : 1;
  return [
    rect(missed, {
      x1: (column: number) => column - 0.5,
      x2: (column: number) => column + 0.5,
      fill: palette.faint,
      fillOpacity: 0.14,
      insetLeft: inset,
      insetRight: inset,
    }),
  ];
}

function stageBands(rows: readonly CourseRow[], frame: Frame, palette: Palette): readonly Markish[] {
  const stages = rows.filter(row => row.kind === 'stage');
  const runs = stages.flatMap(({ key, stage }) => runsOf(key, stage.recordedIn));
  return [
    barX(stages, {
      x1: -0.5,
      x2: frame.columns - 0.5,
      y: 'key',
      insetTop: 5,
      insetBottom: 5,
      fill: palette.stage,
      fillOpacity: 0.12,
    }),
    barX(runs, {
      x1: (run: Run) => run.first - 0.5,
      x2: (run: Run) => run.last + 0.5,
      y: 'row',
      insetTop: 5,
      insetBottom: 5,
      insetLeft: 1,
      insetRight: 1,
      rx: 3,
      fill: palette.stage,
      fillOpacity: 0.75,
    }),
  ];
}

function runsOf(row: string, columns: readonly number[]): readonly Run[] {
  const runs: Run[] = [];
  for (const column of columns) {
    const open = runs.at(-1);
    if (open?.last === column - 1) runs[runs.length - 1] = { ...open, last: column };
    else runs.push({ row, first: column, last: column });
  }
  return runs;
}

/** A line from mention to mention in the colour of what holds between them; where a goal has ended, it ends. */
function goalLines(rows: readonly CourseRow[], frame: Frame, palette: Palette): readonly Markish[] {
  const mentioned = rows.flatMap(mentionsOf);
  const runs = rows.flatMap(openRuns);
  const radius = signRadius(frame);
  const lines = signedStatuses.map(status =>
    ruleY(
      runs.filter(run => run.status === status),
      {
        y: 'row',
        x1: 'first',
        x2: 'last',
        stroke: palette.status[status],
        strokeWidth: 2,
        strokeOpacity: 0.7,
      },
    ),
  );
  const signs = signedStatuses.flatMap(status => {
    const own = mentioned.filter(each => each.status === status);
    return [false, true].map(isCarried => {
      const drawn = own.filter(({ mark }) => mark.carried === isCarried);
      return statusSigns(drawn, status, radius, palette, { x: 'column', y: 'row' }, isCarried);
    });
  });
  return [...lines, ...signs, ...levelMarks(mentioned, frame, radius)];
}

/** Where each goal is or was due: at the session of that day, or between two. */
function dueMarks(
  { sessions }: CaseProgress,
  rows: readonly CourseRow[],
  frame: Frame,
  palette: Palette,
): Markish {
  const radius = signRadius(frame);
  // Whole also at the edges of the picture.
  const edge = (radius + 2) / frame.column;
  const marks = rows.flatMap(row => {
    const due = row.kind === 'goal' ? row.goal.due : undefined;
    const place = due === undefined ? undefined : dayPlace(due, sessions);
    if (place === undefined) return [];
    return [{ row: row.key, x: Math.min(Math.max(place, edge - 0.5), frame.columns - 0.5 - edge) }];
  });
  return dueSigns(marks, radius, palette, { x: 'x', y: 'row' });
}

function mentionsOf(row: CourseRow): readonly Stated[] {
  if (row.kind === 'stage') return [];
  return row.standings.flatMap((standing, column) =>
    standing?.mentioned ? [{ ...standing, row: row.key, column }] : [],
  );
}

/** From each column to the next, as long as the goal is open, those of one status as one. */
function openRuns(row: CourseRow): readonly (Run & { readonly status: GoalStatus })[] {
  const runs: (Run & { readonly status: GoalStatus })[] = [];
  if (row.kind === 'stage') return runs;
  row.standings.slice(0, -1).forEach((standing, column) => {
    if (standing === undefined || !isOpen(standing.status)) return;
    const { status } = standing;
    const before = runs.at(-1);
    if (before?.last === column && before.status === status) {
      runs[runs.length - 1] = { ...before, last: column + 1 };
    } else runs.push({ row: row.key, status, first: column, last: column + 1 });
  });
  return runs;
}

/** Goal attainment beside the sign that it was given with. */
function levelMarks(mentioned: readonly Stated[], frame: Frame, radius: number): readonly Markish[] {
  if (frame.column < roomForLevel) return [];
  const rated = mentioned.filter(({ mark }) => mark.gas !== undefined);
  return [
    text(rated, {
      x: 'column',
      y: 'row',
      dx: radius + 2,
      dy: -7,
      textAnchor: 'start',
      fontSize: 11,
      text: ({ mark }: Stated) => (mark.gas === undefined ? '' : signed(mark.gas)),
    }),
  ];
}

/** How much wider bold letters are, at most, than Plot estimates letters to be. */
const boldness = 1.15;

function rowLabels(rows: readonly CourseRow[], frame: Frame, palette: Palette): readonly Markish[] {
  const isWaiting = (row: CourseRow): boolean => row.kind === 'goal' && row.goal.marks.length === 0;
  const goals = rows.filter(row => row.kind === 'goal');
  return [
    labels(
      rows.filter(row => row.kind === 'stage'),
      8,
      frame,
      { fontWeight: 'bold', lineWidth: textWidth((frame.labels - 16) / boldness) },
    ),
    labels(
      goals.filter(row => !isWaiting(row)),
      20,
      frame,
      {},
    ),
    labels(goals.filter(isWaiting), 20, frame, { fill: palette.faint }),
  ];
}

function labels(rows: readonly CourseRow[], indent: number, frame: Frame, style: TextOptions): Markish {
  return text([...rows], {
    y: 'key',
    text: 'label',
    className: nameClass,
    frameAnchor: 'left',
    textAnchor: 'start',
    dx: indent - frame.labels,
    lineWidth: textWidth(frame.labels - indent - 8),
    textOverflow: 'ellipsis',
    ...style,
  });
}
