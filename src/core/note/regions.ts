import type { CompiledProtocol, NearTerm } from '../protocol/compiledProtocol';
import type { Section } from '../protocol/schema';
import type { LineRange } from '../text/textRange';
import { type EnclosingStage, matchHeading } from './headingMatch';
import type { Heading, Mark, Outline } from './outline';

/** The lines of a section: those behind the mark that names it, up to the heading that ends it. */
export interface SectionLines {
  readonly section: Section;
  readonly mark: Mark;
  readonly lines: LineRange;
}

/** The lines of a stage, its sections included: those behind the mark that names it, up to the heading that ends it. */
export interface StageLines extends EnclosingStage {
  readonly mark: Mark;
  readonly lines: LineRange;
  readonly sections: readonly SectionLines[];
}

/** A heading that names nothing but comes near something. */
interface NearHeading {
  readonly heading: Heading;
  readonly near: NearTerm;
  /** The stage that it stands in. */
  readonly within: StageLines | undefined;
}

/** The stages and sections of a note by its headings. */
export interface Regions {
  readonly stages: readonly StageLines[];
  readonly nearHeadings: readonly NearHeading[];
  /** The language of each heading that matched, where its wording tells it. */
  readonly languages: readonly string[];
}

/** Divides the lines of a note into the stages and sections that its headings name. */
export function readRegions(outline: Outline, protocol: CompiledProtocol): Regions {
  const reader = new RegionReader(outline, protocol);
  for (const block of outline.blocks) if (block.kind === 'heading') reader.add(block);
  return reader.finish();
}

interface OpenSection extends SectionLines {
  lines: LineRange;
}

interface OpenStage extends StageLines {
  lines: LineRange;
  readonly sections: OpenSection[];
}

class RegionReader {
  readonly #outline: Outline;
  readonly #protocol: CompiledProtocol;
  readonly #stages: OpenStage[] = [];
  readonly #nearHeadings: NearHeading[] = [];
  readonly #languages: string[] = [];
  #stage: OpenStage | undefined;
  #section: OpenSection | undefined;

  constructor(outline: Outline, protocol: CompiledProtocol) {
    this.#outline = outline;
    this.#protocol = protocol;
  }

  add(heading: Heading): void {
    const match = matchHeading(heading, this.#stage, this.#protocol);
    if (match === undefined) {
      this.#addUnmatched(heading);
      return;
    }
    if (match.language !== undefined) this.#languages.push(match.language);
    if (match.kind === 'stage') {
      this.#closeStage(heading.line);
      this.#stage = { stage: match.stage, level: heading.level, ...this.#begun(heading), sections: [] };
      this.#stages.push(this.#stage);
    } else {
      this.#closeSection(heading.line);
      this.#section = { section: match.section, ...this.#begun(heading) };
      this.#stage?.sections.push(this.#section);
    }
  }

  finish(): Regions {
    this.#closeStage(this.#outline.lines.lineCount);
    return { stages: this.#stages, nearHeadings: this.#nearHeadings, languages: this.#languages };
  }

  #addUnmatched(heading: Heading): void {
    const within = this.#stage;
    const near = this.#protocol.nearHeading(heading.title, within?.stage);
    if (near !== undefined) this.#nearHeadings.push({ heading, near, within });
    if (within !== undefined && heading.level <= within.level) {
      // A slip of the pen in a section's title shall not tear the stage apart.
      const isNearSection = near?.term.kind === 'section' && heading.level === within.level;
      if (isNearSection) this.#closeSection(heading.line);
      else this.#closeStage(heading.line);
    } else if (this.#section !== undefined && heading.level <= this.#section.mark.level) {
      this.#closeSection(heading.line);
    }
  }

  /** A region of which only the beginning is known. */
  #begun(mark: Mark): Pick<SectionLines, 'mark' | 'lines'> {
    const first = this.#outline.lines.positionAt(mark.range.end).line + 1;
    return { mark, lines: { first, after: first } };
  }

  #closeSection(after: number): void {
    if (this.#section !== undefined) this.#section.lines = { ...this.#section.lines, after };
    this.#section = undefined;
  }

  #closeStage(after: number): void {
    this.#closeSection(after);
    if (this.#stage !== undefined) this.#stage.lines = { ...this.#stage.lines, after };
    this.#stage = undefined;
  }
}
