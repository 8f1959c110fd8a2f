import type { Mention } from '../case/case';
import { message } from '../message';
import type { DescriptionOf } from './describeAt';
import { group, type Line, type LinePart, line, optionalLine } from './line';

/** How many mentions the history of a goal shows, the newest. */
const SHOWN_MENTIONS = 12;

/** The hover of a goal or action: what became of it, and its mentions over the case so far. */
export function goalLines({ mention, stage, own, goal }: DescriptionOf<'goal'>): readonly Line[] {
  const kind = own !== undefined ? 'describe.process-goal' : (`describe.${mention.kind}` as const);
  const facts = factsOf(mention, goal);
  return [
    line('title', { words: goal?.text ?? mention.text }),
    line('label', message(kind, { stage: stage.title })),
    ...(facts.length === 0 ? [] : [line('text', ...facts)]),
    ...optionalLine('text', own?.description),
    ...historyLines(goal?.mentions ?? []),
  ];
}

function factsOf(
  mention: DescriptionOf<'goal'>['mention'],
  goal: DescriptionOf<'goal'>['goal'],
): readonly LinePart[] {
  const status = goal?.status ?? mention.status;
  const id = goal?.id ?? mention.id;
  const due = goal?.due ?? mention.due;
  return [
    ...(status === undefined ? [] : [message(`goal-status.${status}`)]),
    ...(goal?.reopened ? [message('goals.reopened')] : []),
    ...(due === undefined ? [] : [message('goals.due', { date: due })]),
    ...(goal === undefined ? [] : [message('describe.age', { sessions: goal.age })]),
    ...(id === undefined ? [] : [{ words: `^${id}` }]),
  ];
}

function historyLines(mentions: readonly Mention[]): readonly Line[] {
  const shown = mentions.slice(-SHOWN_MENTIONS);
  const omitted = mentions.length - shown.length;
  const earlier =
    omitted === 0 ? [] : [line('item', message('describe.earlier-mentions', { count: omitted }))];
  return group(message('describe.history'), [...earlier, ...shown.map(mentionLine)]);
}

/** A session and its date; the path of a note that tells neither. */
function mentionLine({ note: { session, date, path }, mention }: Mention): Line {
  const place: readonly LinePart[] = [
    ...(session === undefined ? [] : [message('goals.session', { session })]),
    ...(date === undefined ? [] : [{ words: date }]),
  ];
  const status = mention.status === undefined ? [] : [message(`goal-status.${mention.status}`)];
  return line('item', ...(place.length === 0 ? [{ words: path }] : place), ...status);
}
