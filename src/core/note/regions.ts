import type { CompiledProtocol, NearTerm } from '../protocol/compiledProtocol';
import type { Section, Stage } from '../protocol/schema';
import { type EnclosingStage, matchHeading } from './headingMatch';
import type { Block, Heading } from './outline';

/** The blocks below a heading that names a section, up to the heading that ends it. */
export interface SectionBlocks {
  readonly section: Section;
  readonly heading: Heading;
  readonly blocks: readonly Block[];
  /** The start of the heading that ends it, or the end of the text. */
  readonly end: number;
}

/** The blocks below a heading that names a stage, up to the heading that ends it. */
export interface StageBlocks extends EnclosingStage {
  readonly heading: Heading;
  /** Directly under the heading, before any other. */
  readonly lead: readonly Block[];
  /** Outside its sections, the lead among them. */
  readonly own: readonly Block[];
  readonly sections: readonly SectionBlocks[];
  readonly end: number;
}

/** A heading that names nothing but comes near something. */
export interface NearHeading {
  readonly heading: Heading;
  readonly near: NearTerm;
  /** The stage that it stands in. */
  readonly within: StageBlocks | undefined;
}

/** The stages and sections of a note by its headings. */
export interface Regions {
  readonly stages: readonly StageBlocks[];
  readonly nearHeadings: readonly NearHeading[];
  /** The language of each heading that matched, where its wording tells it. */
  readonly languages: readonly string[];
}

/** Divides `blocks`, those of a text of this length, into the stages and sections that its headings name. */
export function readRegions(blocks: readonly Block[], length: number, protocol: CompiledProtocol): Regions {
  const reader = new RegionReader(protocol);
  for (const block of blocks) reader.add(block);
  return reader.finish(length);
}

type Open<Region> = {
  -readonly [Key in keyof Region]: Region[Key] extends readonly Block[] ? Block[] : Region[Key];
};
type OpenSection = Open<SectionBlocks>;
type OpenStage = Omit<Open<StageBlocks>, 'sections'> & { readonly sections: OpenSection[] };

class RegionReader {
  readonly #protocol: CompiledProtocol;
  readonly #stages: OpenStage[] = [];
  readonly #nearHeadings: NearHeading[] = [];
  readonly #languages: string[] = [];
  #stage: OpenStage | undefined;
  #section: OpenSection | undefined;
  /** Whether no heading stands yet below that of the stage. */
  #isLead = false;

  constructor(protocol: CompiledProtocol) {
    this.#protocol = protocol;
  }

  add(block: Block): void {
    if (block.kind === 'heading') this.#addHeading(block);
    else if (this.#section !== undefined) this.#section.blocks.push(block);
    else if (this.#stage !== undefined) {
      this.#stage.own.push(block);
      if (this.#isLead) this.#stage.lead.push(block);
    }
  }

  finish(length: number): Regions {
    this.#closeStage(length);
    return { stages: this.#stages, nearHeadings: this.#nearHeadings, languages: this.#languages };
  }

  #addHeading(heading: Heading): void {
    this.#isLead = false;
    const match = matchHeading(heading, this.#stage, this.#protocol);
    if (match === undefined) {
      this.#addUnmatched(heading);
      return;
    }
    if (match.language !== undefined) this.#languages.push(match.language);
    const end = heading.range.start;
    if (match.kind === 'stage') {
      this.#closeStage(end);
      this.#openStage(match.stage, heading);
    } else {
      this.#closeSection(end);
      this.#section = { section: match.section, heading, blocks: [], end };
      this.#stage?.sections.push(this.#section);
    }
  }

  #addUnmatched(heading: Heading): void {
    const within = this.#stage;
    const near = this.#protocol.nearHeading(heading.title, within?.stage);
    if (near !== undefined) this.#nearHeadings.push({ heading, near, within });
    const end = heading.range.start;
    if (within !== undefined && heading.level <= within.level) {
      // A slip of the pen in a section's title shall not tear the stage apart.
      const isNearSection = near?.term.kind === 'section' && heading.level === within.level;
      if (isNearSection) this.#closeSection(end);
      else this.#closeStage(end);
    } else if (this.#section !== undefined && heading.level <= this.#section.heading.level) {
      this.#closeSection(end);
    }
  }

  #openStage(stage: Stage, heading: Heading): void {
    const { level, range } = heading;
    this.#stage = { stage, level, heading, lead: [], own: [], sections: [], end: range.end };
    this.#stages.push(this.#stage);
    this.#isLead = true;
  }

  #closeSection(end: number): void {
    if (this.#section !== undefined) this.#section.end = end;
    this.#section = undefined;
  }

  #closeStage(end: number): void {
    this.#closeSection(end);
    if (this.#stage !== undefined) this.#stage.end = end;
    this.#stage = undefined;
  }
}
