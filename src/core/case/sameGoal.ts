import { comparableGoalText } from '../note/comparableGoalText';
import type { GoalMention } from '../note/goalMention';
import { comparable } from '../text/comparable';
import type { Case, CaseGoal } from './case';
import { isMistyped, tellingWords } from './sameWords';
import { stageOfWords } from './stageOfWords';

/**
 * Whether a goal of a case is the one that `mention` states: the same goal of the protocol, the same
 * `^id` with words that are not plainly about something else, or, when one of the two has none, the same text in the same
 * stage. What stands in no stage, or looks back on what was agreed, is the same as what
 * stands in one where no other stage of the case has the text.
 */
export function isSameGoal(goal: CaseGoal, mention: GoalMention, { goals }: Pick<Case, 'goals'>): boolean {
  if (mention.id !== undefined && idsOf(goal).has(mention.id) && hasLikeWords(goal, mention)) return true;
  const isProtocolGoal = goal.protocolGoal !== undefined && goal.protocolGoal === mention.protocolGoal;
  if (isProtocolGoal && goal.protocol === mention.protocol && goal.stage === mention.stage) return true;
  return mayBeOfKind(mention, goal) && isSameByWords(goal, mention, goals);
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

/** Whether a mention may be of the kind of a goal: it stands in a part that tracks that kind, or does not say. */
export function mayBeOfKind(
  { kind, saysKind }: Pick<GoalMention, 'kind' | 'saysKind'>,
  goal: Pick<CaseGoal, 'kind' | 'mentions'>,
): boolean {
  return kind === goal.kind || !saysKind || goal.mentions.every(each => !each.mention.said.saysKind);
}

/** Whether two goals may be of one kind. */
export function mayShareKind(a: CaseGoal, b: CaseGoal): boolean {
  return (
    a.kind === b.kind ||
    [a, b].some(({ mentions }) => mentions.every(({ mention }) => !mention.said.saysKind))
  );
}

function hasLikeWords(goal: CaseGoal, { text, id, reworded, protocolGoal }: GoalMention): boolean {
  if (protocolGoal !== undefined && protocolGoal === goal.protocolGoal) return true;
  const words = comparableGoalText(text);
  const known = textsOf(goal);
  if (words === '' || reworded || known.has(words) || known.has('')) return true;
  const telling = new Set([...known, comparable(id ?? '')].flatMap(tellingWords));
  if (tellingWords(words).some(word => telling.has(word))) return true;
  return [...known].some(other => isMistyped(other, words));
}

function isSameByWords(goal: CaseGoal, mention: GoalMention, goals: readonly CaseGoal[]): boolean {
  if (goal.id !== undefined && mention.id !== undefined) return false;
  const words = comparableGoalText(mention.text);
  const stages = goal.mentions
    .filter(each => each.mention.said.comparableText === words)
    .map(each => stageOfWords(each.mention.said));
  const own = stageOfWords(mention);
  if (stages.includes(own)) return true;
  const isOneOutside = own === undefined || stages.includes(undefined);
  return stages.length > 0 && isOneOutside && stagesOfAlike(mention, goals).size === 1;
}

/** The stages in which the words of a mention stand in a case, its own among them. */
function stagesOfAlike(mention: GoalMention, goals: readonly CaseGoal[]): ReadonlySet<string> {
  const words = comparableGoalText(mention.text);
  const alike = goals
    .filter(goal => mayBeOfKind(mention, goal))
    .flatMap(goal => goal.mentions.filter(each => each.mention.said.comparableText === words));
  const stages = [stageOfWords(mention), ...alike.map(each => stageOfWords(each.mention.said))];
  return new Set(stages.filter(each => each !== undefined));
}

/** Whether mentions of the same words may be one goal by them: in one stage, or one of them in none. */
export function mayShareStage(a: string | undefined, b: string | undefined): boolean {
  return a === b || a === undefined || b === undefined;
}

/** Every `^id` that its mentions carry, those from before it was started among them. */
export function idsOf({ mentions, offered }: CaseGoal): ReadonlySet<string> {
  return new Set([...offered, ...mentions].flatMap(({ mention }) => mention.said.id ?? []));
}

function textsOf(goal: CaseGoal): ReadonlySet<string> {
  return new Set(goal.mentions.map(({ mention }) => mention.said.comparableText));
}
