import { comparableGoalText } from '../note/comparableGoalText';
import type { GoalMention } from '../note/goalMention';
import type { Case, CaseGoal } from './case';

/**
 * Whether a goal of a case is the one that `mention` states: the same goal of the protocol, the same
 * `^id`, or, when one of the two has none, the same text in the same stage. What stands in no stage is the same as what
 * stands in one where no other stage of the case has the text.
 */
export function isSameGoal(goal: CaseGoal, mention: GoalMention, { goals }: Pick<Case, 'goals'>): boolean {
  if (goal.kind !== mention.kind) return false;
  if (mention.id !== undefined && idsOf(goal).has(mention.id)) return true;
  if (goal.stage !== mention.stage) {
    const isOneOutside = goal.stage === undefined || mention.stage === undefined;
    return isOneOutside && isSameByWords(goal, mention) && stagesOfWords(mention, goals).size === 1;
  }
  const isProtocolGoal = goal.protocolGoal !== undefined && goal.protocolGoal === mention.protocolGoal;
  if (isProtocolGoal && goal.protocol === mention.protocol) return true;
  return isSameByWords(goal, mention);
}

/** The goals that mentions of a note state, for whoever asks of many goals. */
export class StatedGoals {
  readonly #byMark = new Map<string, GoalMention[]>();

  constructor(mentions: readonly GoalMention[]) {
    for (const mention of mentions) {
      const { id, protocolGoal } = mention;
      for (const mark of marksOf([id], [protocolGoal], [comparableGoalText(mention.text)])) {
        const known = this.#byMark.get(mark);
        if (known === undefined) this.#byMark.set(mark, [mention]);
        else known.push(mention);
      }
    }
  }

  /** Whether one of them is this goal of a case (see {@link isSameGoal}). */
  has(goal: CaseGoal, ofCase: Pick<Case, 'goals'>): boolean {
    const marks = marksOf([...idsOf(goal)], [goal.protocolGoal], [...textsOf(goal)]);
    const alike = new Set(marks.flatMap(mark => this.#byMark.get(mark) ?? []));
    return [...alike].some(mention => isSameGoal(goal, mention, ofCase));
  }
}

/** What two mentions have in common, one of these at least, where they are one goal. */
function marksOf(
  ids: readonly (string | undefined)[],
  protocolGoals: readonly (string | undefined)[],
  texts: readonly string[],
): readonly string[] {
  return [
    ...ids.map(id => id && `id ${id}`),
    ...protocolGoals.map(goal => goal && `goal ${goal}`),
    ...texts.map(text => `text ${text}`),
  ].filter(mark => mark !== undefined);
}

function isSameByWords(goal: CaseGoal, { id, text }: GoalMention): boolean {
  if (goal.id !== undefined && id !== undefined) return false;
  return textsOf(goal).has(comparableGoalText(text));
}

/** The stages in which the words of a mention stand in a case, its own among them. */
function stagesOfWords({ kind, stage, text }: GoalMention, goals: readonly CaseGoal[]): ReadonlySet<string> {
  const words = comparableGoalText(text);
  const alike = goals
    .filter(goal => goal.kind === kind)
    .flatMap(goal => goal.mentions.filter(({ mention }) => mention.comparableText === words));
  return new Set([stage, ...alike.map(({ mention }) => mention.stage)].filter(each => each !== undefined));
}

/** Whether mentions of the same words may be one goal by them: in one stage, or one of them in none. */
export function mayShareStage(a: string | undefined, b: string | undefined): boolean {
  return a === b || a === undefined || b === undefined;
}

/** Every `^id` that its mentions carry. */
export function idsOf(goal: CaseGoal): ReadonlySet<string> {
  return new Set(goal.mentions.flatMap(({ mention }) => mention.id ?? []));
}

function textsOf(goal: CaseGoal): ReadonlySet<string> {
  return new Set(goal.mentions.map(({ mention }) => mention.comparableText));
}
