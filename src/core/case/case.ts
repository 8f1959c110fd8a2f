import type { GoalStatus } from '../note/goalMention';
import type { CaseMention, CaseNote } from './caseNote';

/** A mention and the note that it stands in. */
export interface PlacedMention {
  readonly note: CaseNote;
  readonly mention: CaseMention;
}

/** A mention of a goal of the case. */
export interface Mention extends PlacedMention {
  /**
   * What it says of the goal, after those before it; that of the mention before it where it was carried over, undefined
   * for a marker that means nothing.
   */
  readonly status: GoalStatus | undefined;
}

/** What became of a goal over the case. `not-started` is for process goals that no note starts. */
export type CaseGoalStatus = GoalStatus | 'not-started';

/** One goal or action of a case: all its mentions, and what the latest of them say. */
export interface CaseGoal {
  /**
   * Unique in the case, and stable over edits that leave its identity: `^id`, else `protocol/stage/goal` for a goal
   * of the protocol, else `protocol/stage/~` and a digest of its text; `protocol/~` and the digest without stage.
   */
  readonly key: string;
  readonly kind: 'goal' | 'action';
  readonly id: string | undefined;
  readonly text: string;
  readonly protocol: string;
  /** Undefined where no mention of it stands in a stage. */
  readonly stage: string | undefined;
  readonly role: string | undefined;
  /** The protocol's own goal that it is, if it is a process goal. */
  readonly protocolGoal: string | undefined;
  readonly status: CaseGoalStatus;
  readonly due: string | undefined;
  readonly gas: number | undefined;
  /** What it counts for in the T-score; undefined for the usual 1. */
  readonly weight: number | undefined;
  /** The key of the goal that it replaces, as its latest mention with a `replaces` that names one says. */
  readonly replaces: string | undefined;
  /** The keys of the goals that replace it, in the order of the goals. */
  readonly replacedBy: readonly string[];
  /** In case order; empty for `not-started`. */
  readonly mentions: readonly Mention[];
  /** The mentions of a process goal from before it was started: they only offer it. */
  readonly offered: readonly PlacedMention[];
  /** Whether it came back after it had been achieved or dropped. */
  readonly reopened: boolean;
  /** How many sessions of the case came after the one that opened it. */
  readonly age: number;
}

/** A `replaces` that names no other goal of the case, and the mention that has it. */
export interface UnknownReplaces extends Mention {
  /** The id that it names, without the caret. */
  readonly id: string;
}

/** All notes of one client in one root. */
export interface Case {
  /** The client, normalised for comparison; empty for "no client". */
  readonly key: string;
  /** The commonest spelling of the client. */
  readonly client: string;
  /** In case order; transcripts and process notes included, though they give no goals and stages. */
  readonly notes: readonly CaseNote[];
  /**
   * How many sessions took place and were recorded: sync copies count once; transcripts, process notes, missed or
   * cancelled sessions and contacts without session number do not count.
   */
  readonly sessions: number;
  /** The ids of the protocols that its notes follow, in order of first use. */
  readonly protocols: readonly string[];
  readonly closed: boolean;
  /** The ids of stages recorded anywhere in the case, by protocol. */
  readonly recordedStages: ReadonlyMap<string, ReadonlySet<string>>;
  /** By stage order, those of no stage last; then first mention. */
  readonly goals: readonly CaseGoal[];
  /** In case order. */
  readonly unknownReplaces: readonly UnknownReplaces[];
}

const phases: Readonly<Record<CaseGoalStatus, 'not-started' | 'open' | 'ended'>> = {
  'not-started': 'not-started',
  open: 'open',
  'in-progress': 'open',
  'on-hold': 'open',
  achieved: 'ended',
  dropped: 'ended',
};

/** Open means open, in progress or on hold; not-started goals are not open. */
export function isOpen(status: CaseGoalStatus): boolean {
  return phases[status] === 'open';
}

/** Ended means achieved or dropped; not-started goals have not ended. */
export function hasEnded(status: CaseGoalStatus): boolean {
  return phases[status] === 'ended';
}
