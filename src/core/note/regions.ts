import type { CompiledProtocol } from '../protocol/compiledProtocol';
import { isAside, type Section, type Stage } from '../protocol/schema';
import type { PartedLines } from '../text/textRange';
import { type EnclosingStage, matchMark } from './headingMatch';
import type { LooseMatch } from './looseMatches';
import type { Heading, Label, Mark, Outline } from './outline';

/** The lines of a section: those behind the mark that names it, up to the mark or heading that ends it. */
export interface SectionLines {
  readonly section: Section;
  readonly mark: Mark;
  readonly lines: PartedLines;
}

/**
 * How a mark names its stage: `exactly` by title, alias, id or number, `loosely` in words of its own, or by a section of
 * the stage, which `opens` it.
 */
export type StageNaming = 'exactly' | 'loosely' | 'opens';

/** The lines of a stage, its sections included: those behind the mark that names it, up to what ends it. */
export interface StageLines extends EnclosingStage {
  readonly mark: Mark;
  readonly naming: StageNaming;
  /**
   * Whether its lines are those of another stage too, which has its sections and goals: the one that its mark names besides
   * (`A/P:`), or the one in which risk stands under a heading of its own.
   */
  readonly isShared: boolean;
  readonly lines: PartedLines;
  readonly sections: readonly SectionLines[];
}

/** A mark that names nothing, and the stage that it stands in. */
export interface UnmatchedMark {
  readonly mark: Mark;
  readonly within: EnclosingStage | undefined;
}

/** A label and what it names: a stage or section, or with a slash several stages. */
export interface NamingLabel {
  readonly label: Label;
  readonly terms: readonly (Stage | Section)[];
}

/** What a walk over the marks of a note finds. */
export interface Walk {
  readonly stages: readonly StageLines[];
  readonly unmatched: readonly UnmatchedMark[];
  /** The language of each mark that matched, where its wording tells it. */
  readonly languages: readonly string[];
  /** The labels that name something, those that name anew what they stand in too. */
  readonly labels: readonly NamingLabel[];
}

/**
 * Divides the lines of a note at its marks, in order, which name stages and sections exactly or by `loose`. A label that
 * names nothing is text. `isOwn` tells the headings that are known to name nothing if they name nothing exactly.
 */
export function walkMarks(
  marks: readonly Mark[],
  outline: Outline,
  protocol: CompiledProtocol,
  loose: ReadonlyMap<Mark, LooseMatch>,
  isOwn: (heading: Heading) => boolean,
): Walk {
  const walker = new MarkWalker(outline, protocol, loose, isOwn);
  for (const mark of marks) walker.add(mark);
  return walker.finish();
}

/** Where the headings begin that name something of the protocol exactly. */
export function exactMarkStarts(outline: Outline, protocol: CompiledProtocol): readonly number[] {
  const { stages } = walkMarks(outline.headings, outline, protocol, new Map(), () => false);
  const marks = stages.flatMap(({ mark, sections }) => [mark, ...sections.map(section => section.mark)]);
  return marks.map(({ range }) => range.start);
}

interface OpenSection extends SectionLines {
  lines: PartedLines;
}

interface OpenStage extends StageLines {
  lines: PartedLines;
  readonly sections: OpenSection[];
}

function beginsItem(mark: Mark): boolean {
  return mark.kind === 'label' && mark.item !== undefined;
}

function endedBefore(after: number, { first, from }: PartedLines): PartedLines {
  return from === undefined ? { first, after } : { first, after, from };
}

class MarkWalker {
  readonly #outline: Outline;
  readonly #protocol: CompiledProtocol;
  readonly #loose: ReadonlyMap<Mark, LooseMatch>;
  readonly #isOwn: (heading: Heading) => boolean;
  readonly #stages: OpenStage[] = [];
  readonly #unmatched: UnmatchedMark[] = [];
  readonly #languages: string[] = [];
  readonly #labels: NamingLabel[] = [];
  /** Those of one mark; the last of them has the sections. */
  #open: readonly OpenStage[] = [];
  #section: OpenSection | undefined;
  /** What stands aside within the open stage, which goes on behind it. */
  #aside: OpenStage | undefined;

  constructor(
    outline: Outline,
    protocol: CompiledProtocol,
    loose: ReadonlyMap<Mark, LooseMatch>,
    isOwn: (heading: Heading) => boolean,
  ) {
    this.#outline = outline;
    this.#protocol = protocol;
    this.#loose = loose;
    this.#isOwn = isOwn;
  }

  add(mark: Mark): void {
    const stage = this.#open.at(-1);
    if (this.#aside !== undefined && mark.kind === 'heading' && mark.level <= this.#aside.level) {
      this.#closeAside(mark.line);
    }
    const match = matchMark(mark, stage, this.#protocol);
    const loose = match === undefined ? this.#loose.get(mark) : undefined;
    const language = (match ?? loose)?.language;
    if (language !== undefined) this.#languages.push(language);
    if (match?.kind === 'stages') this.#addStages(mark, match.stages, 'exactly');
    else if (match?.kind === 'section') this.#addSection(mark, match.section);
    else if (loose?.section !== undefined) this.#addOpening(mark, loose.stage, loose.section);
    else if (loose !== undefined) this.#addStages(mark, [loose.stage], 'loosely');
    else this.#addUnmatched(mark, stage);
  }

  finish(): Walk {
    this.#closeStages(this.#outline.lines.lineCount);
    return {
      stages: this.#stages,
      unmatched: this.#unmatched,
      languages: this.#languages,
      labels: this.#labels,
    };
  }

  #addStages(mark: Mark, stages: readonly Stage[], naming: StageNaming): void {
    this.#noteLabel(mark, stages);
    // A label that says again where it stands is a word of the text.
    if (mark.kind === 'label' && stages.every(stage => this.#open.some(open => open.stage === stage))) return;
    const within = this.#open.at(-1);
    const [aside] = stages;
    if (mark.kind === 'heading' && within !== undefined && aside !== undefined && isAside(aside)) {
      if (mark.level > within.level) {
        this.#addAside(mark, aside);
        return;
      }
    }
    this.#closeStages(mark.line);
    const lines = this.#linesBehind(mark);
    const last = stages.length - 1;
    this.#open = stages.map((stage, at) => ({
      mark,
      lines,
      level: mark.level,
      naming,
      stage,
      isShared: at < last,
      sections: [],
    }));
    for (const open of this.#open) this.#stages.push(open);
  }

  #addAside(mark: Heading, stage: Stage): void {
    this.#closeAside(mark.line);
    if (this.#section !== undefined && mark.level <= this.#section.mark.level) this.#closeSection(mark.line);
    const { level } = mark;
    const lines = this.#linesBehind(mark);
    this.#aside = { mark, lines, level, naming: 'exactly', stage, isShared: true, sections: [] };
    this.#stages.push(this.#aside);
  }

  #closeAside(after: number): void {
    if (this.#aside !== undefined) this.#aside.lines = endedBefore(after, this.#aside.lines);
    this.#aside = undefined;
  }

  #addSection(mark: Mark, section: Section): void {
    // The items of a section with a heading of its own are what it says.
    if (beginsItem(mark) && this.#section?.mark.kind === 'heading') return;
    this.#noteLabel(mark, [section]);
    if (mark.kind === 'label' && this.#section?.section === section) return;
    this.#openSection(mark, section);
  }

  #addOpening(mark: Mark, stage: Stage, section: Section): void {
    this.#addStages(mark, [stage], 'opens');
    this.#noteLabel(mark, [section]);
    this.#openSection(mark, section);
  }

  #openSection(mark: Mark, section: Section): void {
    this.#closeSection(mark.line);
    this.#section = { section, mark, lines: this.#linesBehind(mark) };
    this.#open.at(-1)?.sections.push(this.#section);
  }

  #noteLabel(mark: Mark, terms: readonly (Stage | Section)[]): void {
    if (mark.kind === 'label') this.#labels.push({ label: mark, terms });
  }

  #addUnmatched(mark: Mark, within: StageLines | undefined): void {
    this.#unmatched.push({ mark, within });
    if (mark.kind === 'label') return;
    if (within !== undefined && mark.level <= within.level) {
      // A slip of the pen in a section's title shall not tear the stage apart.
      const near = this.#isOwn(mark) ? undefined : this.#protocol.nearHeading(mark.title, within.stage);
      const isNearSection = near?.term.kind === 'section' && mark.level === within.level;
      if (isNearSection) this.#closeSection(mark.line);
      else this.#closeStages(mark.line);
    } else if (this.#section !== undefined && mark.level <= this.#section.mark.level) {
      this.#closeSection(mark.line);
    }
  }

  /** The lines of a region of which only the beginning is known. Behind a label its first line begins. */
  #linesBehind(mark: Mark): PartedLines {
    const { end } = mark.range;
    const { line } = this.#outline.lines.positionAt(end);
    if (mark.kind === 'label') return { first: line, after: line, from: end };
    return { first: line + 1, after: line + 1 };
  }

  #closeSection(after: number): void {
    if (this.#section !== undefined) this.#section.lines = endedBefore(after, this.#section.lines);
    this.#section = undefined;
  }

  #closeStages(after: number): void {
    this.#closeSection(after);
    this.#closeAside(after);
    for (const stage of this.#open) stage.lines = endedBefore(after, stage.lines);
    this.#open = [];
  }
}
