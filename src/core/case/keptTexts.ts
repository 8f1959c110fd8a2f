import { comparableGoalText } from '../note/comparableGoalText';
import type { GoalField, GoalMention } from '../note/goalMention';
import { remembered } from '../text/remembered';
import type { MentionContent, MentionField } from './caseNote';

/** So many that differ are looked through for one text. */
const MOST_ALIKE = 32;

/** Most mentions have neither fields nor tags. */
const none: readonly never[] = [];

/** The words of a goal, and the latest of what mentions with these words say. */
interface KeptGoal {
  readonly text: string;
  /** See {@link comparableGoalText}. */
  readonly comparableText: string;
  readonly said: MentionContent[];
}

/** What two mentions with the same words must share besides tags and fields. */
const compared: Readonly<
  Record<Exclude<keyof MentionContent, 'text' | 'comparableText' | 'tags' | 'fields'>, true>
> = {
  marker: true,
  id: true,
  stage: true,
  section: true,
  protocol: true,
  protocolGoal: true,
  kind: true,
  saysKind: true,
  isAtHome: true,
  isReview: true,
  carried: true,
  due: true,
  role: true,
  gas: true,
  weight: true,
  replaces: true,
  reworded: true,
  client: true,
};
const comparedKeys = Object.keys(compared) as readonly (keyof typeof compared)[];

/**
 * The texts that cases keep of notes, none of which holds on to the note that it was read from. What several notes say,
 * as a goal that is carried from session to session, is kept once.
 */
export class KeptTexts {
  readonly #texts = new Map<string, string>();
  readonly #goals = new Map<string, KeptGoal>();

  text(text: string): string {
    return remembered(this.#texts, text, own => own);
  }

  /** What a mention says: for mentions that say the same the same object, as a rule. */
  said(mention: GoalMention): MentionContent {
    const goal = remembered(this.#goals, mention.text, text => ({
      text,
      comparableText: comparableGoalText(text),
      said: [],
    }));
    const known = goal.said.find(each => saysThis(each, mention));
    if (known !== undefined) return known;
    const made = this.#saidBy(mention, goal);
    if (goal.said.length === MOST_ALIKE) goal.said.shift();
    goal.said.push(made);
    return made;
  }

  #saidBy(mention: GoalMention, { text, comparableText }: KeptGoal): MentionContent {
    const { kind, due, gas, weight, protocol, stage, section, protocolGoal } = mention;
    const { saysKind, isAtHome, isReview, carried, reworded } = mention;
    return {
      kind,
      saysKind,
      isAtHome,
      isReview,
      carried,
      reworded,
      gas,
      weight,
      protocol,
      stage,
      section,
      protocolGoal,
      marker: this.text(mention.marker),
      text,
      comparableText,
      id: mention.id && this.text(mention.id),
      fields: mention.fields.length === 0 ? none : mention.fields.map(field => this.#field(field)),
      tags: mention.tags.length === 0 ? none : mention.tags.map(tag => this.text(tag)),
      due: due && this.text(due),
      role: mention.role && this.text(mention.role),
      replaces: mention.replaces && this.text(mention.replaces),
      client: mention.client && this.text(mention.client),
    };
  }

  #field({ key, value }: GoalField): MentionField {
    return { key: this.text(key), value: this.text(value) };
  }
}

/** Whether a mention with the words of `said` says the same. */
function saysThis(said: MentionContent, mention: GoalMention): boolean {
  const { tags, fields } = mention;
  return (
    comparedKeys.every(key => said[key] === mention[key]) &&
    said.tags.length === tags.length &&
    said.tags.every((tag, at) => tag === tags[at]) &&
    said.fields.length === fields.length &&
    said.fields.every(({ key, value }, at) => key === fields[at]?.key && value === fields[at]?.value)
  );
}
