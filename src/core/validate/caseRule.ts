import type { Case, CaseGoal } from '../case/case';
import type { CaseNote } from '../case/caseNote';
import type { GoalIdStyle } from '../note/note';
import type { ProtocolSet } from '../protocol/protocolSet';
import type { RuleId } from '../ruleIds';
import type { LinePlace } from '../text/linePlace';
import type { RelatedPlace } from './problem';
import type { Finding } from './rule';

/** What a rule over a case looks at. All of it is read from the case once, before the rules run. */
export interface CaseContext {
  readonly ofCase: Case;
  /** Its notes without transcripts and process notes, in its order. */
  readonly record: readonly CaseNote[];
  /** The last of the record. */
  readonly newest: CaseNote;
  readonly protocols: ProtocolSet;
  /** What a new `^id` is like. */
  readonly goalIds: GoalIdStyle;
}

/** What a rule found in one of the notes. The runner makes a problem of it, as it does of other findings. */
export interface CaseFinding extends Finding {
  /** The note where it can be mended. */
  readonly note: CaseNote;
  readonly range: LinePlace;
  /** The protocol that it is asked by, where that is not the one of the note. */
  readonly protocol?: string;
  readonly goal?: CaseGoal;
  readonly related?: readonly RelatedPlace[];
}

/** One rule for cases. It reads nothing but its context and has no state, and passes over the case once. */
export interface CaseRule {
  readonly id: RuleId;
  check(context: CaseContext): readonly CaseFinding[];
}
