import type { Interval, Measures } from './bootstrap';
import type { Estimate } from './coefficients';
import type { ComparedOn, Unit } from './ratedTurns';
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
}

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
  readonly percent: Estimate;
  readonly kappa: Estimate;
  readonly alpha: Estimate;
  readonly alphaInterval: Interval;
  /** How many units each rater gave it. */
  readonly count: readonly number[];
}

/** How far raters agree on one transcript. */
export interface TranscriptAgreement {
  readonly rated: RatedTranscript;
  readonly units: number;
  readonly coverage: Coverage;
  readonly measures: Measures;
}

/** How often two raters gave which values to the same units; a value is a set of codes, none for an uncoded unit. */
export interface Confusion {
  readonly raters: readonly [string, string];
  readonly values: readonly (readonly string[])[];
  /** Rows are the first rater's values, columns the second's. */
  readonly counts: readonly (readonly number[])[];
  /** How many values there are, where they are too many for a table; then `values` and `counts` are empty. */
  readonly leftOut: number | undefined;
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
