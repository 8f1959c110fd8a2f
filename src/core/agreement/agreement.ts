import type { Measures } from './bootstrap';
import type { UsedCodebook } from './provenance';
import type { ComparedOn, Unit } from './ratedTurns';
import type { SetAgreement } from './setDistance';
import type { RatedTranscript } from './version';

/** How a unit without a code is read: as a value that is missing, or as a value of its own. */
export type Uncoded = 'missing' | 'value';

/** How raters are compared. */
export interface AgreementOptions {
  readonly on: ComparedOn;
  readonly unit: Unit;
  /** The reading of `overall`, of single transcripts and of the disagreements. */
  readonly uncoded: Uncoded;
  /** Whose turns count; undefined for those that the codes in use apply to. */
  readonly roles: readonly string[] | undefined;
  /** What is drawn anew for intervals: turns (where nothing is said), or whole transcripts. */
  readonly cluster?: Cluster;
}

/** What is drawn together for an interval. */
export type Cluster = 'turn' | 'transcript';

/** How many units all raters coded (of those who have the transcript), some of them, none. */
export interface Coverage {
  readonly all: number;
  readonly some: number;
  readonly none: number;
  /** Units that a rater coded and that do not count, because of whose turns they are in. */
  readonly outside: number;
}

/** How far raters agree on whether a code is present. */
export interface CodeAgreement {
  readonly code: string;
  /** How many units are of turns that it applies to. */
  readonly units: number;
  readonly measures: Measures;
  /** How many units each rater gave it. */
  readonly count: readonly number[];
}

/** How far raters agree on one transcript. */
export interface TranscriptAgreement {
  readonly rated: RatedTranscript;
  readonly units: number;
  readonly coverage: Coverage;
  readonly measures: Measures;
  /** The hash of what is said in it. */
  readonly words: string;
}

/** How often two raters gave which values to the same units; a value is a set of codes, none for an uncoded unit. */
export interface Confusion {
  readonly raters: readonly [string, string];
  /** Each pair of values that occurs, the most frequent first. */
  readonly cells: readonly ConfusionCell[];
}

/** What two raters gave to the same units. */
export interface ConfusionCell {
  /** The first rater's codes, and the second's. */
  readonly row: readonly string[];
  readonly column: readonly string[];
  readonly units: number;
}

/** How far raters agree on the turns of one role. */
export interface RoleAgreement {
  /** Undefined for speakers without one. */
  readonly role: string | undefined;
  readonly units: number;
  readonly measures: Measures;
}

/** Units of a turn on which raters differ. */
export interface Disagreement {
  readonly rated: RatedTranscript;
  /** The place of the turn in the transcript. */
  readonly turn: number;
  /** What each rater applied; undefined where a rater has no version. */
  readonly codes: readonly (readonly string[] | undefined)[];
}

/** How far raters agree. Whatever there is one of a rater is in the order of `raters`. */
export interface Agreement {
  readonly options: AgreementOptions;
  readonly raters: readonly string[];
  /** The roles whose turns count; undefined where those of everybody do. */
  readonly roles: readonly string[] | undefined;
  readonly units: number;
  readonly coverage: Coverage;
  /** By how uncoded units are read. */
  readonly overall: Readonly<Record<Uncoded, Measures>>;
  /** The same with a distance between sets of codes; undefined where stages are compared. */
  readonly sets: Readonly<Record<Uncoded, SetAgreement>> | undefined;
  /** By whose turns they are, where several roles count; as `overall` reads them by the options. */
  readonly byRole: readonly RoleAgreement[];
  readonly codebooks: readonly UsedCodebook[];
  /** The codes in use, in the order of the protocol, then those that it does not have. */
  readonly codes: readonly CodeAgreement[];
  /** How many codes that no protocol has are not among them, since there are too many. */
  readonly codesLeftOut: number;
  readonly transcripts: readonly TranscriptAgreement[];
  /** For each pair of raters; none where there are too many of them. */
  readonly confusions: readonly Confusion[];
  /** By transcript and turn. */
  readonly disagreements: readonly Disagreement[];
}
