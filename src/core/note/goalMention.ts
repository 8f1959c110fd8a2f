import type { TextRange } from '../text/textRange';

/** What may become of a goal or action, in the order in which it is listed: what is under way, then what has ended. */
export const goalStatuses = [
  'open',
  'in-progress',
  'on-hold',
  'carried-over',
  'achieved',
  'dropped',
] as const;

/** What became of a goal or action. */
export type GoalStatus = (typeof goalStatuses)[number];

/** One `[key:: value]` of a goal's trailing run. */
export interface GoalField {
  readonly key: string;
  readonly value: string;
  /** From `[` to `]`. */
  readonly range: TextRange;
  readonly valueRange: TextRange;
}

/** One task-list item of a note that is a goal or an action. */
export interface GoalMention {
  readonly kind: 'goal' | 'action';
  /** The code point between the brackets; what it says alone tells `statusOfMarker`, over a case the fold of it. */
  readonly marker: string;
  readonly markerRange: TextRange;
  /** What the goal is, on one line, without its trailing run; empty where a mention gives its `^id` alone. */
  readonly text: string;
  /** From the first character of the text to the last of the paragraph, trailing run included. */
  readonly range: TextRange;
  /** The words alone. */
  readonly textRange: TextRange;
  /** 0-based line of the list marker. */
  readonly line: number;
  /** The `^id`, without the caret. */
  readonly id: string | undefined;
  /** From the caret to the last character of the id. */
  readonly idRange: TextRange | undefined;
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
}
