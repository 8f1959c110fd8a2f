import type { Message } from '../message';
import type { TextEdit } from '../text/textEdit';
import type { TextRange } from '../text/textRange';
import type { RuleId } from './ruleIds';

export type Severity = 'error' | 'warning' | 'info' | 'hint';

/** A way to mend a problem. */
export interface Fix {
  readonly title: Message;
  /** `safe`: the one right answer, applied by fix-all; `suggestion`: needs a person. */
  readonly safety: 'safe' | 'suggestion';
  readonly edits: readonly TextEdit[];
  /** Where the caret goes, as an offset into the text after the edits; for insertions. */
  readonly caret?: number;
}

/** Something that a rule flags, where it can be mended. */
export interface Problem {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly message: Message;
  readonly range: TextRange;
  readonly protocol?: string;
  readonly stage?: string;
  readonly section?: string;
  /** The preferred fix first. */
  readonly fixes: readonly Fix[];
}
