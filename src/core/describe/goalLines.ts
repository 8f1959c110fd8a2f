import type { CaseGoal } from '../case/case';
import type { HistoryEntry } from '../case/goalHistory';
import { type Message, message } from '../message';
import { statusOfMarker } from '../note/markers';
import type { DescriptionOf } from './describeAt';
import { group, type Line, type LinePart, line, optionalLine } from './line';

/** The hover of a goal or action: what became of it, and its mentions over the case, with those of what it was before. */
export function goalLines({ mention, stage, own, goal, history }: DescriptionOf<'goal'>): readonly Line[] {
  const kind = own !== undefined ? 'describe.process-goal' : (`describe.${mention.kind}` as const);
  const facts = factsOf(mention, goal);
  return [
    line('title', { words: goal?.text ?? mention.text }),
    ...(stage === undefined ? [] : [line('label', message(kind, { stage: stage.title }))]),
    ...(facts.length === 0 ? [] : [line('text', ...facts)]),
    ...optionalLine('text', own?.description),
    ...group(
      message('describe.history'),
      history.map(each => mentionLine(each, goal)),
    ),
  ];
}

function factsOf(
  mention: DescriptionOf<'goal'>['mention'],
  goal: DescriptionOf<'goal'>['goal'],
): readonly LinePart[] {
  const status = goal?.status ?? statusOfMarker(mention.marker);
  const id = goal?.id ?? mention.id;
  const due = goal?.due ?? mention.due;
  return [
    ...(status === undefined ? [] : [message(`goal-status.${status}`)]),
    ...(goal?.reopened ? [message('goals.reopened')] : []),
    ...(due === undefined ? [] : [message('goals.due', { date: due })]),
    ...(goal === undefined ? [] : [ageOf(goal)]),
    ...(id === undefined ? [] : [{ words: `^${id}` }]),
  ];
}

function ageOf({ age }: CaseGoal): Message {
  return age === 0 ? message('describe.age-0') : message('describe.age', { sessions: age });
}

/** A session and its date, the path of a note that tells neither; the words of another goal than `shown`. */
function mentionLine(entry: HistoryEntry, shown: CaseGoal | undefined): Line {
  const { note, goal } = entry;
  const { session, date, path } = note;
  const place: readonly LinePart[] = [
    ...(session === undefined ? [] : [message('goals.session', { session })]),
    ...(date === undefined ? [] : [{ words: date }]),
  ];
  const status = entry.status === undefined ? [] : [message(`goal-status.${entry.status}`)];
  const words = goal === shown ? [] : [{ words: goal.text }];
  return line('item', ...(place.length === 0 ? [{ words: path }] : place), ...status, ...words);
}
