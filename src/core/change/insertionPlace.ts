import type { Note, StageRegion } from '../note/note';
import { type Mark, startOfMark } from '../note/outline';
import { readingWith } from '../note/readings';
import type { Section, Stage } from '../protocol/schema';
import { textStart } from '../text/textStart';
import { formBelow, formOf, headingForm, type MarkForm } from './markForm';

/** Where a stage or section goes. */
interface InsertionPlace {
  /** The start of a line, or the end of a text that does not end in a line end. */
  readonly offset: number;
  /** The form that its mark is to have: that of the nearest part of its kind. */
  readonly form: MarkForm;
  /** The mark or other heading that it follows, if it follows one. */
  readonly after: Mark | undefined;
}

/** The level of a stage in a note that has no other: the title of the note stands above. */
const DEFAULT_STAGE_LEVEL = 2;

/**
 * A stage goes after the region of its nearest present predecessor, else before its nearest successor, else at the end;
 * one that may recur goes after the last one there is.
 */
export function stageInsertionPlace(note: Note, stage: Stage): InsertionPlace {
  const { protocol, stages } = readingWith(note, stage);
  const order = protocol?.protocol.stages.map(({ id }) => id) ?? [];
  const present = (id: string) =>
    standing(
      stages.filter(region => region.stage.id === id),
      region => region.stage,
    );
  const { before, after } = neighbours(order, stage.id, present);
  return placeBetween(note, before, after, headingForm(DEFAULT_STAGE_LEVEL), note.outline.text.length);
}

/** A section goes to its place among its siblings in `region`, else to the end of the stage. */
export function sectionInsertionPlace(note: Note, region: StageRegion, section: Section): InsertionPlace {
  const order = region.stage.sections.map(({ id }) => id);
  const present = (id: string) =>
    standing(
      region.sections.filter(sibling => sibling.section.id === id),
      sibling => sibling.section,
    );
  const { before, after } = neighbours(order, section.id, present);
  return placeBetween(note, before, after, formBelow(formOf(region.mark)), region.body.end);
}

interface Region {
  readonly mark: Mark;
  readonly body: { readonly end: number };
}

/** The regions of a stage or section: all where it may recur, else the first. */
function standing<InsertionPlace>(
  regions: readonly InsertionPlace[],
  termOf: (region: InsertionPlace) => { readonly repeatable: boolean },
): readonly InsertionPlace[] {
  return regions.filter((region, at) => at === 0 || termOf(region).repeatable);
}

/** The nearest of those present up to and after `id` in `order`: the last region of the one, the first of the other. */
function neighbours(
  order: readonly string[],
  id: string,
  present: (id: string) => readonly Region[],
): { readonly before: Region | undefined; readonly after: Region | undefined } {
  const at = order.indexOf(id);
  return {
    before: order
      .slice(0, at + 1)
      .flatMap(present)
      .at(-1),
    after: order.slice(at + 1).flatMap(present)[0],
  };
}

function placeBetween(
  note: Note,
  before: Region | undefined,
  after: Region | undefined,
  otherwiseForm: MarkForm,
  otherwiseOffset: number,
): InsertionPlace {
  const mark = (before ?? after)?.mark;
  const form = mark === undefined ? otherwiseForm : formOf(mark);
  if (before !== undefined) return { offset: lineFrom(note, before.body.end), form, after: before.mark };
  const offset =
    after === undefined ? lineFrom(note, otherwiseOffset) : lineFrom(note, aboveComments(note, after.mark));
  return { offset, form, after: note.outline.headings.findLast(({ range }) => range.start < offset) };
}

/** Where a mark begins with the comments that stand right above it, such as the switch of a rule. */
function aboveComments({ outline: { blocks, lines } }: Note, mark: Mark): number {
  let start = startOfMark(mark);
  for (const block of blocks.toReversed()) {
    if (block.range.start >= start) continue;
    const isRightAbove = lines.positionAt(block.range.end).line === lines.positionAt(start).line - 1;
    if (block.kind !== 'comment' || !isRightAbove) break;
    start = block.range.start;
  }
  return start;
}

/** The start of the line of `offset` if only blanks stand between (in the last line too), else `offset`. */
function lineFrom({ outline }: Note, offset: number): number {
  const { text, lines } = outline;
  const lineStart = lines.lineStart(lines.positionAt(offset).line);
  if (text.slice(lineStart, offset).trim() !== '') return offset;
  return Math.max(lineStart, textStart(text));
}
