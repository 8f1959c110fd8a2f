import type { GoalMention } from '../note/goalMention';
import type { Note } from '../note/note';
import type { Mark } from '../note/outline';
import type { CompiledProtocol } from '../protocol/compiledProtocol';
import type { Slot } from './correspondence';
import { formBelow, formOfParagraphs, headingForm, type MarkForm, markOf } from './markForm';
import type { Place } from './movedPlaces';
import { wordsOfPart } from './splitByHeading';
import { withoutPrompt } from './template';

const DEEPEST_LEVEL = 6;

/** A place with its words as they stand there. */
export interface WrittenPlace {
  readonly place: Place;
  /** The mark that it brings; empty where it stands under that of the other protocol. */
  readonly mark: string;
  /** Empty where nothing is said. */
  readonly words: string;
  /** How many of the goals that nobody started the other protocol has too. */
  readonly goalsKept: number;
}

/** The words of a place with the mark that they bring, without goals of `unstarted` that the protocol `to` lacks. */
export function writtenPlace(
  note: Note,
  place: Place,
  to: CompiledProtocol,
  form: MarkForm,
  unstarted: readonly GoalMention[],
): WrittenPlace {
  const { part, target, isOwn } = place;
  const { slot, mark, range } = part;
  const own = unstarted.filter(goal => goal.range.start >= range.start && goal.range.end <= range.end);
  const kept = own.filter(
    ({ text }) => target !== undefined && to.matchGoal(target.stage, text) !== undefined,
  );
  const without = own.filter(goal => !kept.includes(goal));
  const bringsMark = mark !== undefined && slot !== undefined && (isOwn || target === undefined);
  const markForm = bringsMark ? ownForm(mark, target, form) : targetForm(target, form);
  const deeper = mark?.kind === 'heading' && markForm?.kind === 'heading' ? markForm.level - mark.level : 0;
  const all = wordsOfPart(note, part, { deeper, without });
  const says = slot === undefined ? all : withoutPrompt(all, slot.section ?? slot.stage);
  const words = says.trim() === '' ? '' : all;
  return {
    place,
    mark: bringsMark && markForm !== undefined ? markOf(mark.title, markForm) : '',
    words,
    goalsKept: kept.length,
  };
}

/** The form of the mark that a part without a counterpart keeps: beside the sections, or below the marked heading. */
function ownForm(mark: Mark, target: Slot | undefined, form: MarkForm): MarkForm {
  const own = formOfParagraphs(mark);
  if (own.kind === 'label' || form.kind === 'label') return formBelow(own);
  if (target === undefined) return headingForm(Math.min(Math.max(own.level, form.level) + 1, DEEPEST_LEVEL));
  return formBelow(form);
}

function targetForm(target: Slot | undefined, form: MarkForm): MarkForm | undefined {
  if (target === undefined) return undefined;
  return target.section === undefined ? form : formBelow(form);
}

/** The goals of the protocol itself that stand unticked on a line of their own, with nothing behind or beneath them. */
export function unstartedGoals({ goals, outline: { text, lines } }: Note): readonly GoalMention[] {
  return goals.filter(({ protocolGoal, marker, line, markerRange }) => {
    if (protocolGoal === undefined || marker !== ' ') return false;
    const { start, end } = lines.lineRange(line);
    const source = text.slice(start, end);
    const next = lines.lineRange(line + 1);
    const below = /^([ \t]*)\S/.exec(text.slice(next.start, next.end))?.[1]?.length ?? 0;
    const isPlain = /^[ \t]*[-*+][ \t]+\[ \][^^[\](#📅]*$/u.test(source) && markerRange.start < end;
    return isPlain && below <= (/^[ \t]*/.exec(source)?.[0].length ?? 0);
  });
}
