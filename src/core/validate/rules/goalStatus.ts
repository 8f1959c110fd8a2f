import { removal } from '../../change/settleCarried';
import { taskEdits } from '../../change/taskEdits';
import { type MessageKey, message } from '../../message';
import { goalFieldOf } from '../../note/goalFieldKeys';
import { type GoalMention, type GoalStatus, goalStatuses } from '../../note/goalMention';
import { carriedMarker, isMarker, markerOfStatus, meantMarker, statusOfMarker } from '../../note/markers';
import type { Note } from '../../note/note';
import type { Outline } from '../../note/outline';
import { lineEndOf } from '../../text/textEdit';
import type { Fix } from '../problem';
import { type Finding, partOf, type Rule } from '../rule';

/** A goal or action whose marker means nothing, or that is no task item to other programs. */
export const goalStatus: Rule = {
  id: 'goal-status',
  isShared: true,
  check({ note }) {
    const { goals, outline, frontMatter } = note;
    const isFinished = frontMatter.kind === 'note' && !frontMatter.draft;
    return goals.flatMap(goal => [
      ...(isFinished && goal.marker === carriedMarker ? [unsettled(goal, note)] : findingOf(goal, outline)),
      ...labelBelow(goal, outline),
    ]);
  },
};

function findingOf(goal: GoalMention, outline: Outline): readonly Finding[] {
  const { marker, markerRange, nearly, kind } = goal;
  if (!isMarker(marker)) {
    return [
      {
        message: message('problem.goal-status'),
        range: markerRange,
        ...partOf(goal),
        fixes: () => fixesOf(goal, outline),
      },
    ];
  }
  if (nearly === undefined) return [];
  const fix: Fix = {
    title: message('fix.write-task'),
    safety: 'safe',
    edits: taskEdits(outline, goal, marker),
  };
  return [
    {
      message: message(`problem.goal-status.nearly-${kind}`),
      range: nearly.range,
      ...partOf(goal),
      fixes: () => [fix],
      // It counts as it stands.
      maxSeverity: 'info',
    },
  ];
}

/** A short label at the edge of the text: `HW: read chapter 2`. */
const LABEL = /[\r\n](?<label>\p{Lu}[\p{L}/]{0,20}(?: [\p{L}/]{1,20}){0,2}) ?:(?=[ \t]+\S)/u;

/** A line right below the words of a goal that begins like a part of its own: Markdown goes on with the goal in it. */
function labelBelow(goal: GoalMention, { text }: Outline): readonly Finding[] {
  const words = text.slice(goal.textRange.start, goal.textRange.end);
  const match = /[\r\n]/.test(words) ? LABEL.exec(words) : null;
  const label = match?.groups?.['label'];
  if (match === null || label === undefined || goalFieldOf(label) !== undefined) return [];
  const start = goal.textRange.start + match.index + 1;
  return [
    {
      message: message(`problem.goal-status.goes-on-${goal.kind}`),
      range: { start, end: start + match[0].length - 1 },
      ...partOf(goal),
      maxSeverity: 'hint',
      fixes: () => [
        {
          title: message('fix.blank-line-above'),
          safety: 'suggestion',
          edits: [{ range: { start, end: start }, newText: lineEndOf(text) }],
        },
      ],
    },
  ];
}

/** What was carried over says in a draft that it is still to be settled; a record says how things stand. */
function unsettled(goal: GoalMention, { outline }: Note): Finding {
  const edits = removal(outline, goal);
  return {
    message: message('problem.goal-status.carried'),
    range: goal.markerRange,
    ...partOf(goal),
    maxSeverity: 'info',
    fixes: () => [
      ...offered.map(status =>
        marking(markings[status], markerOfStatus(status), 'suggestion', goal, outline),
      ),
      ...(edits.length === 0
        ? []
        : [{ title: message('fix.take-out'), safety: 'suggestion' as const, edits }]),
    ],
  };
}

const markings: Readonly<Record<GoalStatus, MessageKey>> = {
  open: 'fix.mark-open',
  'in-progress': 'fix.mark-in-progress',
  achieved: 'fix.mark-achieved',
  dropped: 'fix.mark-dropped',
  'on-hold': 'fix.mark-on-hold',
};

/** What is seldom meant is offered last. */
const seldom = 'on-hold';
const offered = [...goalStatuses.filter(status => status !== seldom), seldom] as const;

function fixesOf(goal: GoalMention, outline: Outline): readonly Fix[] {
  const meant = meantMarker(goal.marker);
  if (meant === undefined) {
    return offered.map(status =>
      marking(markings[status], markerOfStatus(status), 'suggestion', goal, outline),
    );
  }
  const status = statusOfMarker(meant);
  const title = status === undefined ? 'fix.mark-carried-over' : markings[status];
  return [marking(title, meant, 'safe', goal, outline)];
}

function marking(
  title: MessageKey,
  marker: string,
  safety: Fix['safety'],
  goal: GoalMention,
  outline: Outline,
): Fix {
  return { title: message(title), safety, edits: taskEdits(outline, goal, marker) };
}
