import type { Attendance, Closure, NoteKind } from '../note/frontMatter';
import type { GoalField, GoalMention } from '../note/goalMention';
import type { RuleSwitches } from '../note/ruleSwitches';
import type { Contact } from '../protocol/contacts';
import type { Measure, NoteUse, Protocol, Section, Stage } from '../protocol/schema';
import type { LinePlace } from '../text/linePlace';

/** A field of a mention as written, without its place. */
export type MentionField = Pick<GoalField, 'key' | 'value'>;

/** What a mention says, wherever it stands: one object for the mentions that say the same, as in session after session. */
export interface MentionContent
  extends Pick<
    GoalMention,
    | 'kind'
    | 'saysKind'
    | 'isAtHome'
    | 'isReview'
    | 'marker'
    | 'carried'
    | 'text'
    | 'id'
    | 'due'
    | 'role'
    | 'tags'
    | 'gas'
    | 'weight'
    | 'replaces'
    | 'reworded'
    | 'client'
    | 'protocol'
    | 'stage'
    | 'section'
    | 'protocolGoal'
  > {
  /** The text as goals are compared by, see {@link comparableGoalText}. */
  readonly comparableText: string;
  /** All its fields, the user's own too, in the order of the text. */
  readonly fields: readonly MentionField[];
}

/**
 * A goal mention as the case keeps it: what the fold and the views need, without the text around it. Offsets are UTF-16
 * code units of the note.
 */
export interface CaseMention extends Pick<GoalMention, 'blockStart'> {
  readonly said: MentionContent;
  /** From the first character of its text (see `GoalMention.range`) to the end of that on its first line. */
  readonly place: LinePlace;
  /** Where the paragraph of its text ends. */
  readonly end: number;
  /** What stands in its box. */
  readonly markerStart: number;
  readonly markerEnd: number;
  /** Where its `^id` begins, with the caret. */
  readonly idStart: number | undefined;
  /** Where its words end; undefined where fields stand among them. */
  readonly wordsEnd: number | undefined;
  /** The value of its `replaces`, where that names a goal. */
  readonly replacesPlace: LinePlace | undefined;
}

/** A protocol that a note names, and where. */
interface NamedProtocol {
  readonly id: string;
  readonly place: LinePlace;
}

/** Where in a note things are shown that do not come of the note alone. */
export interface NotePlaces {
  /** The opening `---`, else the first line: what concerns the whole note. */
  readonly head: LinePlace;
  /** The protocols that its front matter names, known or not, as written. */
  readonly protocols: readonly NamedProtocol[];
  readonly session: LinePlace | undefined;
  readonly date: LinePlace | undefined;
  /** `closed:`, else the choice that closes the case. */
  readonly closing: LinePlace | undefined;
  /** The first mark of each of `presentStages`, in their order. */
  readonly stages: readonly LinePlace[];
}

/** A score that a note gives. */
export interface CaseScore {
  readonly measure: Pick<Measure, 'id' | 'title' | 'min' | 'max' | 'better'>;
  readonly value: number;
}

/** What a note has of one protocol that it follows. */
export interface CaseReading {
  readonly protocol: string;
  /** The ids of the stages it has headings of, and of those that it records (not merely "not addressed"). */
  readonly presentStages: readonly string[];
  readonly recordedStages: readonly string[];
  /** Of the sections that are asked of the case by the time it closes, those that say something, or why they do not: `stage/section`. */
  readonly recordedSections: readonly string[];
  /** The stages asked of it. */
  readonly coveredStages: readonly string[];
}

/** What a case knows of one of its notes; as a reading, of the first protocol that it follows. */
export interface CaseNote extends CaseReading {
  /** Relative to the root, with `/`; the key of the note. */
  readonly path: string;
  readonly kind: NoteKind;
  /** As written; empty for "no client". */
  readonly clients: readonly string[];
  readonly session: number | undefined;
  readonly date: string | undefined;
  /** The day of the next appointment. */
  readonly next: string | undefined;
  readonly counselor: string | undefined;
  readonly draft: boolean;
  readonly attendance: Attendance;
  readonly contact: Contact | undefined;
  readonly closed: Closure | undefined;
  /** What it has of the other protocols that it follows. */
  readonly others: readonly CaseReading[];
  /** What it is by its protocols: the record of a session, the plan of the treatment, the summary at its end. */
  readonly protocolKind: Protocol['kind'];
  /** How often its client has a note by them. */
  readonly use: NoteUse;
  /** That of its text, if it is known. */
  readonly language: string | undefined;
  /** What it says of risk: that there is none, or anything else; undefined where it says nothing of it. */
  readonly risk: 'none' | 'said' | undefined;
  /** Whether it says something where plans are made. */
  readonly hasPlan: boolean;
  /** Whether it is a draft that nobody has written in yet. */
  readonly isUnwritten: boolean;
  /** The choices it names, and whether one of them, or its being a discharge summary, closes the case. */
  readonly choices: readonly string[];
  readonly closes: boolean;
  /** In the order of the text; of a note of several clients none, since nobody can tell whose they are. */
  readonly scores: readonly CaseScore[];
  readonly mentions: readonly CaseMention[];
  /** The tasks that are text where they stand, unless they have the words of a goal of the case. */
  readonly untracked: readonly CaseMention[];
  /** Whether all of it could be read, so that what is not found in it is not there. */
  readonly isReadable: boolean;
  /** What its comments silence, as far as there are such rules. */
  readonly switches: RuleSwitches;
  readonly places: NotePlaces;
}

/** What a note has of each protocol that it follows. */
export function caseReadings(note: CaseNote): readonly CaseReading[] {
  return note.others.length === 0 ? [note] : [note, ...note.others];
}

/**
 * Whether a stage of a protocol is asked of a note; what stands in no stage always is. Of protocols that it does not
 * follow, nothing is known: undefined.
 */
export function covers(note: CaseNote, protocol: string, stage: string | undefined): boolean | undefined {
  if (stage === undefined) return true;
  return caseReadings(note)
    .find(reading => reading.protocol === protocol)
    ?.coveredStages.includes(stage);
}

/** What a section is called among those that a note records. */
export function sectionKey(stage: Pick<Stage, 'id'>, section: Pick<Section, 'id'>): string {
  return `${stage.id}/${section.id}`;
}
