import type { CompiledProtocol, NearTerm } from '../protocol/compiledProtocol';
import type { Stage } from '../protocol/schema';
import { countedLabels, formLabels, noForm } from './countedLabels';
import type { EnclosingStage } from './headingMatch';
import { type InlineLabel, inlineLabelsIn } from './inlineLabels';
import { labelsIn } from './labels';
import { type LooseMatch, looseMatches } from './looseMatches';
import type { Heading, Label, Mark, Outline } from './outline';
import { type NamingLabel, type StageLines, type UnmatchedMark, type Walk, walkMarks } from './regions';
import { stageLevel, titleHeading } from './stageLevel';
import { MOST_COMPARED } from './titleLines';

/** A heading that names nothing. */
interface UnmatchedHeading {
  readonly heading: Heading;
  /** The stage that it stands in. */
  readonly within: EnclosingStage | undefined;
  /** What it comes near by its letters. */
  readonly near: NearTerm | undefined;
  /** Whether it could be the heading of a stage: at their level, neither the title of the note nor the writer's own. */
  readonly mayBeStage: boolean;
}

/** A mark with a part of the title of a section of the stage that it stands in. */
interface ShortenedMark {
  readonly mark: Mark;
  readonly near: NearTerm;
}

/** The stages and sections of a note by its marks. */
export interface Regions {
  readonly stages: readonly StageLines[];
  readonly unmatched: readonly UnmatchedHeading[];
  /** The headings and labels in a stage that have only a part of the title of one of its sections. */
  readonly shortened: readonly ShortenedMark[];
  /** The labels that name something and do not count as marks. */
  readonly uncounted: readonly NamingLabel[];
  /** The labels of stages in the middle of lines, which are no marks. */
  readonly inline: readonly InlineLabel[];
  /** The language of each mark that matched, where its wording tells it. */
  readonly languages: readonly string[];
}

/** How the lines of a note are to be read. */
interface RegionOptions {
  /** Whether lines may begin with labels; in a transcript they begin with speakers. */
  readonly hasLabels: boolean;
  /** Whether a heading that names nothing exactly is known to name nothing. */
  isOwn(heading: Heading): boolean;
}

/** Divides the lines of a note into the stages and sections that its marks name. */
export function readRegions(outline: Outline, protocol: CompiledProtocol, options: RegionOptions): Regions {
  const reader = new RegionReader(outline, protocol, options);
  const labels = options.hasLabels ? labelsIn(outline, protocol) : [];
  const inline = options.hasLabels ? inlineLabelsIn(outline, protocol) : [];
  const all = reader.read(labels);
  const counted = countedLabels(
    all,
    inline,
    protocol,
    all.labels.length === 0 ? noForm : formLabels(labels, protocol),
  );
  const uncounted = all.labels.filter(({ label }) => !counted.has(label));
  const text = new Set(uncounted.map(({ label }) => label));
  const read = text.size === 0 ? all : reader.read(labels.filter(label => !text.has(label)));
  const { stages, languages } = read;
  const unmatched = reader.unmatchedHeadings(read);
  return { stages, languages, unmatched, shortened: reader.shortened(read), uncounted, inline };
}

/** Reads first what is named exactly, as that tells what may be named otherwise. */
class RegionReader {
  readonly #outline: Outline;
  readonly #protocol: CompiledProtocol;
  readonly #options: RegionOptions;
  readonly #headings: readonly Heading[];
  readonly #title: Heading | undefined;
  /** Where the first heading begins that is not compared. */
  readonly #comparedTo: number;
  #level = 0;

  constructor(outline: Outline, protocol: CompiledProtocol, options: RegionOptions) {
    this.#outline = outline;
    this.#protocol = protocol;
    this.#options = options;
    this.#headings = outline.headings;
    this.#title = titleHeading(this.#headings);
    this.#comparedTo = this.#headings[MOST_COMPARED]?.range.start ?? Number.POSITIVE_INFINITY;
  }

  read(labels: readonly Label[]): Walk {
    const marks = labels.length === 0 ? this.#headings : inOrder([...this.#headings, ...labels]);
    const exact = this.#walk(marks, new Map());
    this.#level = stageLevel(
      this.#headings,
      exact.stages.map(({ mark }) => mark),
    );
    const open = exact.unmatched.filter(unmatched => this.#isOpen(unmatched)).map(({ mark }) => mark);
    const named = [...exact.stages.map(({ stage }) => stage), ...this.#nearStages(exact)];
    const loose = looseMatches(open, new Set(named), this.#protocol);
    return loose.size === 0 ? exact : this.#walk(marks, loose);
  }

  unmatchedHeadings({ unmatched }: Walk): readonly UnmatchedHeading[] {
    return unmatched.flatMap(({ mark, within }) => {
      if (mark.kind === 'label' || this.#isOwn(mark)) return [];
      const mayBeStage = this.#mayBeStage(mark);
      const near = this.#protocol.nearHeading(mark.title, within?.stage, mayBeStage);
      return [{ heading: mark, within, near, mayBeStage }];
    });
  }

  shortened({ unmatched }: Walk): readonly ShortenedMark[] {
    return unmatched.slice(0, MOST_COMPARED).flatMap(({ mark, within }) => {
      if (within === undefined || mark.level <= within.level) return [];
      if (mark.kind === 'heading' && this.#isOwn(mark)) return [];
      const near = this.#protocol.sectionInWords(within.stage, mark.title);
      return near === undefined ? [] : [{ mark, near }];
    });
  }

  #walk(marks: readonly Mark[], loose: ReadonlyMap<Mark, LooseMatch>): Walk {
    return walkMarks(marks, this.#outline, this.#protocol, loose, mark => this.#isOwn(mark));
  }

  /** Whether a mark that names nothing exactly may name something otherwise. */
  #isOpen({ mark, within }: UnmatchedMark): boolean {
    if (mark.kind === 'label') return within === undefined || within.level >= mark.level;
    if (!this.#mayBeStage(mark) || this.#isOwn(mark)) return false;
    return this.#protocol.nearHeading(mark.title, within?.stage, true) === undefined;
  }

  /** The stages whose titles are misspelt: once they are mended, their sections stand in them. */
  #nearStages({ unmatched }: Walk): readonly Stage[] {
    return unmatched.flatMap(({ mark, within }) => {
      if (mark.kind === 'label' || this.#isOwn(mark)) return [];
      const near = this.#protocol.nearHeading(mark.title, within?.stage, this.#mayBeStage(mark));
      return near?.term.kind === 'stage' ? [near.term.stage] : [];
    });
  }

  /** Whether a heading that names nothing exactly is taken to name nothing. */
  #isOwn(heading: Heading): boolean {
    return heading.range.start >= this.#comparedTo || this.#options.isOwn(heading);
  }

  #mayBeStage(heading: Heading): boolean {
    return heading.level === this.#level && heading !== this.#title;
  }
}

function inOrder(marks: readonly Mark[]): readonly Mark[] {
  return marks.toSorted((a, b) => a.range.start - b.range.start);
}
