import type { Message } from '../message';
import type { Note } from '../note/note';
import type { RuleId, Severity } from '../ruleIds';
import type { TextRange } from '../text/textRange';
import type { TurnChunks } from '../transcript/turnChunks';
import type { Gaps } from './gaps';
import type { Fix } from './problem';

/** What a rule looks at. All of it is read from the note once, before the rules run. */
export interface RuleContext {
  readonly note: Note;
  /** The note as each of its protocols reads it, that one among them. */
  readonly readings: readonly Note[];
  /** What the note lacks of what is asked of it. */
  readonly gaps: Gaps;
  /** The turns, where it is a transcript. */
  readonly turns: TurnChunks | undefined;
  /** The language of inserted text. */
  readonly language: string;
  /** The ids of the protocols that a note may name. */
  readonly protocolIds: readonly string[];
  /** Whether what a note lacks is said in one problem where that says it, as in an editor. */
  readonly together: boolean;
  /** The ISO date of today, where the note is being written: words of time in it may count from it. */
  readonly today: string | undefined;
}

/** What a rule found. The runner makes a problem of it: severity, switches and place in the order. */
export interface Finding {
  readonly message: Message;
  readonly range: TextRange;
  readonly stage?: string;
  readonly section?: string;
  /** Makes the fixes, the preferred one first; most are never asked for. */
  readonly fixes?: () => readonly Fix[];
  /** The rule whose level this finding has, where it stands in place of a finding of that rule. */
  readonly severityOf?: RuleId;
  /** Whether it says that something is not there yet, which a draft shows as a hint. */
  readonly gap?: boolean;
  /** Whether no protocol asks for it, so that it shows only where the configuration sets a level for its rule. */
  readonly onlyIfConfigured?: boolean;
  /** The severity that it does not exceed, whatever the configuration says. */
  readonly maxSeverity?: Severity;
}

/** The stage and section of a goal, as far as it stands in any, for a finding about it. */
export function partOf(place: {
  readonly stage: string | undefined;
  readonly section?: string | undefined;
}): Pick<Finding, 'stage' | 'section'> {
  const { stage, section } = place;
  return { ...(stage !== undefined && { stage }), ...(section !== undefined && { section }) };
}

/** One rule for notes. It reads nothing but its context and has no state. */
export interface Rule {
  readonly id: RuleId;
  /** Whether it looks at nothing that depends on which of its protocols a note is read by. */
  readonly isShared?: boolean;
  check(context: RuleContext): readonly Finding[];
}
