import type { TextRange } from '../text/textRange';
import type { GoalFieldId } from './goalFieldKeys';

/** What may become of a goal or action, in the order in which it is listed: what is under way, then what has ended. */
export const goalStatuses = ['open', 'in-progress', 'on-hold', 'achieved', 'dropped'] as const;

/** What became of a goal or action. */
export type GoalStatus = (typeof goalStatuses)[number];

/** One `[key:: value]` of a goal. */
export interface GoalField {
  readonly key: string;
  /** What the key means; undefined for one of the user's own. */
  readonly field: GoalFieldId | undefined;
  readonly value: string;
  /** From `[` to `]`. */
  readonly range: TextRange;
  readonly valueRange: TextRange;
}

/** What tells that something is a task: brackets, a sign such as `☐`, or nothing but the place where it stands. */
export type TaskBox = 'brackets' | 'sign' | 'none';

/** A line that is meant as a task item and is none to Markdown. */
export interface NearlyTask {
  /** Up to the words: the box, and what stands before it on its line where that is no list marker. */
  readonly range: TextRange;
  /** Whether it is an item all the same, so that its box alone is to be written anew. */
  readonly isItem: boolean;
}

/** One task of a note: a task item, or a line that can be meant as nothing else. */
export interface GoalMention {
  readonly kind: 'goal' | 'action';
  /** Whether the part of the note that it stands in says which of the two. */
  readonly saysKind: boolean;
  /** Whether tasks are followed in that part, so that it is a home for the goal. */
  readonly isAtHome: boolean;
  /** Whether that part looks back on what was agreed earlier, in whatever stage that was. */
  readonly isReview: boolean;
  /** The code point in the box; what it says alone tells `statusOfMarker`, over a case the fold of it. */
  readonly marker: string;
  readonly markerRange: TextRange;
  readonly box: TaskBox;
  /** Whether it says no more than that the goal stands as it did in the mention before. */
  readonly carried: boolean;
  /** What is to be written anew to make a task item of it; undefined where it is one. */
  readonly nearly: NearlyTask | undefined;
  /** What the goal is, on one line, without its fields, tags and `^id`; empty where a mention gives its `^id` alone. */
  readonly text: string;
  /** From the first character of the text to the last of the paragraph, trailing run included. */
  readonly range: TextRange;
  /** The words, with fields that stand among them. */
  readonly textRange: TextRange;
  /** 0-based line of the box. */
  readonly line: number;
  /** The `^id`, without the caret. */
  readonly id: string | undefined;
  /** From the caret to the last character of the id. */
  readonly idRange: TextRange | undefined;
  /** Those of its trailing run, and those that mean something wherever they stand. */
  readonly fields: readonly GoalField[];
  readonly tags: readonly string[];
  /** A valid ISO date. */
  readonly due: string | undefined;
  readonly role: string | undefined;
  /** −2 to 2. */
  readonly gas: number | undefined;
  /** What the goal counts for in the T-score, above 0. */
  readonly weight: number | undefined;
  /** The id of the goal that this one replaces, without the caret. */
  readonly replaces: string | undefined;
  /** Whether it says that it is the goal of its `^id` in other words. */
  readonly reworded: boolean;
  readonly client: string | undefined;
  /** The id of the protocol that makes a goal of it; the other ids are of that one. */
  readonly protocol: string;
  /** Undefined for what stands outside every stage. */
  readonly stage: string | undefined;
  readonly section: string | undefined;
  /** The protocol's own goal that it states, making it a process goal. */
  readonly protocolGoal: string | undefined;
  /** How many goals it is nested in. */
  readonly depth: number;
  /** Where the outermost list, quote or paragraph begins that it stands in. */
  readonly blockStart: number;
}
