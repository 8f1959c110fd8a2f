import type { Message } from '../message';
import type { PlainItems } from '../note/note';
import type { RuleId, Severity } from '../ruleIds';
import type { LinePlace } from '../text/linePlace';
import type { TextEdit } from '../text/textEdit';
import type { TextRange } from '../text/textRange';

/** What is to be written into the files of the practice, so that its notes are read otherwise. */
export type PracticeChange =
  | {
      /** Another name of a stage, in its note format. */
      readonly kind: 'alias';
      readonly protocol: string;
      readonly stage: string;
      readonly alias: string;
      /** The language that the alias stands under. */
      readonly language: string;
    }
  /** A heading that names no stage, in the configuration. */
  | { readonly kind: 'own-heading'; readonly title: string }
  /** What items without a box are, in the configuration. */
  | { readonly kind: 'items'; readonly items: PlainItems }
  /** The note format of notes that name none, and of new ones, in the configuration. */
  | { readonly kind: 'default-format'; readonly protocol: string }
  | {
      /** That tasks in a part are text and nobody is to be asked about them, in its note format. */
      readonly kind: 'never-track';
      readonly protocol: string;
      readonly stage: string;
      readonly section: string | undefined;
    };

/** A way to mend a problem. */
export interface Fix {
  readonly title: Message;
  /** `safe`: the one right answer, applied by fix-all; `suggestion`: needs a person. */
  readonly safety: 'safe' | 'suggestion';
  readonly edits: readonly TextEdit[];
  /** Where the caret goes, as an offset into the text after the edits; for insertions. */
  readonly caret?: number;
  /** What mends it in the practice, in place of edits of the note; only where its files can be written. */
  readonly inPractice?: PracticeChange;
}

/** A place in a note of the same case that has to do with a problem. */
export interface RelatedPlace {
  /** Of the note, relative to the root. */
  readonly path: string;
  readonly place: LinePlace;
  /** What is to be seen there. */
  readonly message: Message;
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
  /** The preferred fix first. May be a getter of the class, which no spreading copies. */
  readonly fixes: readonly Fix[];
}

/** A problem of a note that shows only beside the other notes of its case. */
export interface CaseProblem extends Problem {
  readonly range: LinePlace;
  /** The nearest to the matter first. */
  readonly related: readonly RelatedPlace[];
  /** The goal that it is about, if it is about one: the keys of the case and of the goal in it. */
  readonly goal?: { readonly caseKey: string; readonly key: string };
}

/** Orders the problems of one note by their place, then by rule. */
export function comparePlaces(a: Problem, b: Problem): number {
  return a.range.start - b.range.start || compareIds(a.rule, b.rule) || a.range.end - b.range.end;
}

function compareIds(a: RuleId, b: RuleId): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
