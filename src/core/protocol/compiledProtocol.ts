import type { Codebook } from './codebook';
import type { Choice, Field, Measure, Protocol, ProtocolGoal, Section, Stage } from './schema';

/** A stage or section that a heading names. */
export type HeadingTerm =
  | { readonly kind: 'stage'; readonly stage: Stage }
  | { readonly kind: 'section'; readonly stage: Stage; readonly section: Section };

/** A title that comes near a stage or section, and the title that it should be. */
export interface NearTerm {
  readonly term: HeadingTerm;
  /** The title or alias that it comes near, as the protocol writes it. */
  readonly title: string;
  /** The language of that title. */
  readonly language: string;
}

/** A term that matched and, where the wording tells it, the language of the matched title. */
export interface Match<Term> {
  readonly term: Term;
  readonly language: string | undefined;
}

/** What a line says of the choices of its section. */
export interface ChoiceReading {
  /** Those that it names, in its order, each once. */
  readonly named: readonly Choice[];
  /**
   * One that closes the case, and one that does not, or none where the session may be all that is over: what is meant cannot
   * be told, and none is named.
   */
  readonly unclear: readonly Choice[];
  /** Whether it speaks of a choice at all, be it that it is not so. */
  readonly isAbout: boolean;
}

/** A stage that a title has to do with, and how much of it is said by its telling words: 1 or more. */
export interface RelatedStage {
  readonly stage: Stage;
  readonly weight: number;
}

/** What a title that names no stage exactly has to do with the protocol. */
export interface TitleWords {
  /** The stage that it names in words of its own. */
  readonly loose: Match<Stage> | undefined;
  /** The section whose title or alias it is, where one stage alone has such a section. */
  readonly opens: { readonly stage: Stage; readonly match: Match<Section> } | undefined;
  /** The stages with which it shares a telling word, those with most in common first. */
  readonly related: readonly RelatedStage[];
}

/**
 * A protocol with its titles indexed for matching. Raw titles are the Markdown source of a heading or an item;
 * they are compared as plain text as the title rules say (emphasis, numbering, case, diacritics, synonyms, …).
 */
export interface CompiledProtocol {
  readonly protocol: Protocol;
  /** Its techniques and codes. */
  readonly codebook: Codebook;
  /** The stage that a heading names by `{#id}`, by title, alias or id, or by its number (`Tahap 2`). */
  matchStage(rawTitle: string): Match<Stage> | undefined;
  /** The stages that a heading names exactly one by one, with a slash between: `A/P`; undefined for any other. */
  matchStages(rawTitle: string): readonly Match<Stage>[] | undefined;
  /** What the words of a title come to. Worked out once for each title. */
  titleWords(rawTitle: string): TitleWords;
  /** The section of `stage` that a heading names by `{#id}`, title or alias. */
  matchSection(stage: Stage, rawTitle: string): Match<Section> | undefined;
  /** The protocol's own goal of `stage` that the text of a goal states. */
  matchGoal(stage: Stage, rawText: string): ProtocolGoal | undefined;
  /** The first choice of `section` that a line names: it equals a title or alias, or begins with one and `: – , . (`. */
  matchChoice(section: Section, rawLine: string): Choice | undefined;
  /** All that a line says of the choices of `section`. */
  readChoices(section: Section, rawLine: string): ChoiceReading;
  /** The stage that an id, title or alias in `stages:` means. */
  stageByName(name: string): Stage | undefined;
  /** The field that a front-matter key means, by id or alias (case ignored). */
  fieldByKey(key: string): Field | undefined;
  /** The id of the field, of its own or of all notes, that the label of a line in a form means: `Nama konseli`. */
  fieldByLabel(label: string): string | undefined;
  /** The measure that a name means, by id, title or alias (case, blanks and hyphens ignored: `PHQ-9` is `phq9`). */
  measureByName(name: string): Measure | undefined;
  /**
   * The one stage, or section of `within`, that the title is a near miss of; `atStageLevel` also a section that opens its
   * stage. None when it is itself a known term, or names a stage in words that the stage has in another form.
   */
  nearHeading(rawTitle: string, within: Stage | undefined, atStageLevel?: boolean): NearTerm | undefined;
  /** The section of `stage` whose title has all words of a shorter one, as no other section there has: `Waktu` for `Dimensi waktu`. */
  sectionInWords(stage: Stage, rawTitle: string): NearTerm | undefined;
  /** The stage (by id or title) that an unknown name in `stages:` comes nearest to, if one does uniquely. */
  nearStageName(name: string): Stage | undefined;
}
