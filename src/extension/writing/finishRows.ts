import type { CarriedOutcome } from '../../core/change/settleCarried';
import { type Message, message } from '../../core/message';
import type { finishNote } from '../../core/practice/finishNote';
import { offsetBefore } from '../../core/text/textEdit';
import { render } from '../../l10n/catalogue';
import { longDay } from '../../l10n/days';
import type { Divider, TickRow } from '../services/dialogs';
import { renderShown, unlessHidden } from '../services/hiddenWords';

type Finished = ReturnType<typeof finishNote>;

/** What a user says of all that is open in a note, by its place in its part of the list. */
export interface FinishAnswers {
  /** What is missing and may stay so. */
  readonly left: ReadonlySet<number>;
  /** What becomes of goals that were carried over; the others stand as they stood. */
  readonly outcomes: ReadonlyMap<number, CarriedOutcome>;
  /** The items that become goals or actions. */
  readonly followed: ReadonlySet<number>;
  /** The next appointment, as an ISO date. */
  readonly next: string | undefined;
  /** Whether there is to be one, and its day is still to be told. */
  readonly asksNext: boolean;
}

/** All as it stands. */
export const noAnswers: FinishAnswers = {
  left: new Set(),
  outcomes: new Map(),
  followed: new Set(),
  next: undefined,
  asksNext: false,
};

/** A row for one thing that is open in the note. */
interface FinishRow extends TickRow {
  readonly part: 'gap' | 'carried' | 'item' | 'next';
  /** Its place in its part. */
  readonly at: number;
  /** Where it stands in the note. */
  readonly offset: number;
}

/** The buttons that rows have. */
export const finishActions = {
  show: { icon: 'go-to-file', what: message('finish.show') },
  state: { icon: 'edit', what: message('finish.new-state') },
  day: { icon: 'calendar', what: message('finish.set-next') },
} as const;

/** All that is open in the note, part by part, with the ticks of what was said before. */
export function finishRows(finished: Finished, answers: FinishAnswers): readonly (FinishRow | Divider)[] {
  const parts: readonly (readonly [Message, readonly FinishRow[]])[] = [
    [message('finish.gaps-part'), gapRows(finished, answers)],
    [message('finish.carried-part'), carriedRows(finished, answers)],
    [message('finish.items-part'), itemRows(finished, answers)],
    [message('finish.next-part'), [nextRow(answers)]],
  ];
  return parts.flatMap(([divides, rows]) => (rows.length === 0 ? [] : [{ divides }, ...rows]));
}

function gapRows({ remaining, edits }: Finished, { left }: FinishAnswers): readonly FinishRow[] {
  return remaining.map((problem, at) => ({
    part: 'gap',
    at,
    offset: offsetBefore(edits, problem.range.start),
    label: renderShown(problem.message),
    picked: left.has(at),
    actions: [finishActions.show],
  }));
}

function carriedRows({ carried }: Finished, { outcomes }: FinishAnswers): readonly FinishRow[] {
  return carried.map(({ mention, status }, at) => {
    const outcome = outcomes.get(at) ?? 'same';
    const stands = render(message(`goal-status.${status}`));
    return {
      part: 'carried',
      at,
      offset: mention.range.start,
      label: unlessHidden(mention.text || `^${mention.id ?? ''}`, message('hidden.words')),
      description: render(
        outcome === 'same'
          ? message('finish.still', { status: stands })
          : outcome === 'not-discussed'
            ? message('finish.not-discussed')
            : message(`goal-status.${outcome}`),
      ),
      picked: outcome !== 'not-discussed',
      actions: [finishActions.show, finishActions.state],
    };
  });
}

function itemRows({ untracked }: Finished, { followed }: FinishAnswers): readonly FinishRow[] {
  return untracked.map(({ item, kind }, at) => ({
    part: 'item',
    at,
    offset: item.range.start,
    label: unlessHidden(item.firstParagraph.map(({ text }) => text).join(' '), message('hidden.words')),
    description: render(message(`finish.item-${kind}`)),
    picked: followed.has(at),
    actions: [finishActions.show],
  }));
}

function nextRow({ next, asksNext }: FinishAnswers): FinishRow {
  return {
    part: 'next',
    at: 0,
    offset: 0,
    label: render(message('finish.next')),
    description: next === undefined ? render(message('finish.no-next')) : longDay(next),
    picked: next !== undefined || asksNext,
    actions: [finishActions.day],
  };
}

/** What is said by the ticks, besides what was said before. */
export function answersTicked(
  { carried }: Finished,
  answers: FinishAnswers,
  ticked: readonly FinishRow[],
): FinishAnswers {
  const placesOf = (part: FinishRow['part']): ReadonlySet<number> =>
    new Set(ticked.flatMap(row => (row.part === part ? [row.at] : [])));
  const kept = placesOf('carried');
  const outcomes = carried.map((_, at): readonly [number, CarriedOutcome] => {
    const before = answers.outcomes.get(at) ?? 'same';
    if (!kept.has(at)) return [at, 'not-discussed'];
    return [at, before === 'not-discussed' ? 'same' : before];
  });
  const hasNext = placesOf('next').size > 0;
  return {
    left: placesOf('gap'),
    outcomes: new Map(outcomes),
    followed: placesOf('item'),
    next: hasNext ? answers.next : undefined,
    asksNext: hasNext && answers.next === undefined,
  };
}
