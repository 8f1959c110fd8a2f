import type { LineIndex } from '../text/lineIndex';
import type { TextRange } from '../text/textRange';

/** The front-matter block at the head of a note. */
export interface FrontMatterSource {
  /** From the opening `---` to the end of the closing line (or, not closed, of the text). */
  readonly range: TextRange;
  /** The opening `---`, where problems with what is missing are shown. */
  readonly fence: TextRange;
  /** The YAML between the fences. */
  readonly yaml: TextRange;
  readonly closed: boolean;
}

/** A top-level heading, ATX or setext. */
export interface Heading {
  readonly kind: 'heading';
  /** From the start of its first line to the end of its last, without the line end. */
  readonly range: TextRange;
  /** The title's Markdown source, without markers, closing hashes and surrounding blanks. */
  readonly titleRange: TextRange;
  readonly title: string;
  /** 1 to 6. */
  readonly level: number;
  readonly line: number;
}

/**
 * The beginning of a line of a top-level paragraph, or of an item of a top-level list, that names a stage or section:
 * `**S:** …`, `S: …`, `**Subjective**`, `- **S:** …`.
 */
export interface Label {
  readonly kind: 'label';
  /** From the start of the line's words to behind the colon, dash or emphasis that ends the label. */
  readonly range: TextRange;
  readonly titleRange: TextRange;
  readonly title: string;
  /** One below that of the heading that it stands under: 2 to 6; 2 where it stands under none. */
  readonly level: number;
  readonly line: number;
  readonly isBold: boolean;
  /** Whether it is a heading, which begins no part of its own in an item: `- ## Plan`. */
  readonly isHeading: boolean;
  /** The item that it begins, if it begins one. */
  readonly item: LabelledItem | undefined;
}

/** The list item that a label begins. */
interface LabelledItem {
  /** The list marker with the blanks behind it. */
  readonly marker: TextRange;
  /** Empty in an ordered list. */
  readonly bullet: string;
  /** The 0-based line that the list begins on. */
  readonly listLine: number;
}

/** Where a stage or section of a note begins: what names it. */
export type Mark = Heading | Label;

/** Where a mark begins, the list marker before it included. */
export function startOfMark(mark: Mark): number {
  return mark.kind === 'label' && mark.item !== undefined ? mark.item.marker.start : mark.range.start;
}

/** A paragraph at top level or in a quote, or a link reference definition at top level; `lines` are its source lines, trimmed. */
export interface Paragraph {
  readonly kind: 'paragraph';
  readonly range: TextRange;
  readonly lines: readonly SourceLine[];
}

/** One line of a paragraph, without indentation and line end. */
export interface SourceLine {
  readonly text: string;
  readonly range: TextRange;
}

/** An item of a bullet or ordered list, at any depth of nested lists. */
export interface ListItem {
  readonly range: TextRange;
  /** The list marker, `-`, `*`, `+`, `1.`, `1)`. */
  readonly marker: TextRange;
  readonly line: number;
  readonly ordered: boolean;
  /** The item's first block where that is a paragraph, or a heading on the line of its marker: its source lines. */
  readonly firstParagraph: readonly SourceLine[];
  /** The items of the lists directly in it. */
  readonly items: readonly ListItem[];
  /** The quotes directly in it. */
  readonly quotes: readonly Quote[];
  /** Whether it holds anything besides its first paragraph, nested items, comments and blanks. */
  readonly hasOtherContent: boolean;
}

/** A list at top level or in a quote. */
export interface List {
  readonly kind: 'list';
  readonly range: TextRange;
  readonly items: readonly ListItem[];
}

/** A quote or callout. What is a heading in it is none of the note. */
export interface Quote {
  readonly kind: 'quote';
  readonly range: TextRange;
  /** The paragraphs, lists and quotes in it, in order. Ranges are of whole lines, quote signs included. */
  readonly content: readonly (Paragraph | List | Quote)[];
}

/** Any other top-level block. A comment is an HTML block that holds only comments and blanks. */
export interface OtherBlock {
  readonly kind: 'code' | 'html' | 'comment' | 'rule';
  readonly range: TextRange;
}

export type Block = Heading | Paragraph | List | Quote | OtherBlock;

/** Blocks that follow each other. What stands behind a change moves, and its blocks only when they are asked for. Immutable. */
export interface BlockGroup {
  readonly start: number;
  readonly blocks: readonly Block[];
  readonly hasHeading: boolean;
  /** Whether a comment that switches rules may be among them. */
  readonly maySwitch: boolean;
  /** The same so many code units and lines further on (or back, if negative). */
  moved(by: number, lines: number): BlockGroup;
}

/** What a text is as CommonMark sees it; nothing of any protocol. */
export interface Outline {
  readonly text: string;
  readonly lines: LineIndex;
  readonly frontMatter: FrontMatterSource | undefined;
  /** The blocks in order, in groups none of which is empty. */
  readonly groups: readonly BlockGroup[];
  /** All of them. Of a long text that changed, a group has some of them sooner. */
  readonly blocks: readonly Block[];
  readonly headings: readonly Heading[];
  /** The first block nested deeper than the stated limit, past which nothing is read. */
  readonly tooDeep: TextRange | undefined;
  /** The first unresolved merge conflict, from its `<<<<<<<` line to its `>>>>>>>` line. */
  readonly conflict: TextRange | undefined;
}
