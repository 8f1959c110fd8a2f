import type { Note, StageRegion } from '../note/note';
import { closingLine } from '../note/openBlock';
import { type Mark, type Outline, startOfMark } from '../note/outline';
import { readingWith } from '../note/readings';
import type { Section, Stage } from '../protocol/schema';
import { lineEndOf } from '../text/textEdit';
import { textStart } from '../text/textStart';
import { type Edits, editsOf } from './change';
import { formBelow, formOf, headingForm, type MarkForm } from './markForm';
import { joinTemplates, sectionTemplate, stageTemplate, type Template } from './template';

/** A stage, or a section of a stage that stands in the note already, that is to be inserted. */
export interface PartToInsert {
  readonly stage: Stage;
  readonly section?: Section | undefined;
}

/** What is to be inserted where. */
export interface Insertion extends Edits {
  /** The first line to write on, as an offset into the text after the edit. */
  readonly caret: number;
}

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

/** Inserts a stage with its required sections, in the language of `language`. */
export function insertStage(note: Note, stage: Stage, language: string): Insertion {
  const place = stageInsertionPlace(note, stage);
  return insertionAt(note, place.offset, stageTemplate(stage, language, place.form, note.context.prompts));
}

/** Inserts a section into a stage of the note. */
export function insertSection(
  note: Note,
  region: StageRegion,
  section: Section,
  language: string,
): Insertion {
  const place = sectionInsertionPlace(note, region, section);
  return insertionAt(
    note,
    place.offset,
    sectionTemplate(section, language, place.form, note.context.prompts),
  );
}

/**
 * Inserts all that is wanted, in the order of the protocol; one edit a place. A section whose stage the note lacks
 * is left out: the stage brings it.
 */
export function insertAll(
  note: Note,
  wanted: readonly PartToInsert[],
  language: string,
): readonly Insertion[] {
  const pieces = wanted.flatMap(({ stage, section }) => pieceOf(note, stage, section, language));
  const offsets = [...new Set(pieces.map(({ offset }) => offset))].sort((a, b) => a - b);
  let grown = 0;
  return offsets.map(offset => {
    // Sections first: they belong to the stage that ends here.
    const here = pieces.filter(piece => piece.offset === offset).sort((a, b) => a.rank - b.rank);
    const { edits, caret } = insertionAt(note, offset, joinTemplates(here.map(({ template }) => template)));
    const insertion = { ...editsOf(edits), caret: caret + grown };
    for (const { newText } of edits) grown += newText.length;
    return insertion;
  });
}

interface Piece {
  readonly offset: number;
  readonly rank: number;
  readonly template: Template;
}

function pieceOf(note: Note, stage: Stage, section: Section | undefined, language: string): readonly Piece[] {
  const { prompts } = note.context;
  const reading = readingWith(note, stage);
  const stages = reading.protocol?.protocol.stages ?? [];
  if (section === undefined) {
    const { offset, form } = stageInsertionPlace(note, stage);
    const rank = stages.length + stages.indexOf(stage);
    return [{ offset, rank, template: stageTemplate(stage, language, form, prompts) }];
  }
  const region = reading.stages.find(present => present.stage.id === stage.id);
  if (region === undefined) return [];
  const { offset, form } = sectionInsertionPlace(note, region, section);
  const rank = stage.sections.indexOf(section) / (stage.sections.length + 1);
  return [{ offset, rank, template: sectionTemplate(section, language, form, prompts) }];
}

interface Region {
  readonly mark: Mark;
  readonly body: { readonly end: number };
}

/** The regions of a stage or section: all where it may recur, else the first. */
function standing<Standing>(
  regions: readonly Standing[],
  termOf: (region: Standing) => { readonly repeatable: boolean },
): readonly Standing[] {
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

/** Puts the lines at the start of a line, one blank line around them, in the line ends of the text. */
function insertionAt({ outline }: Note, offset: number, template: Template): Insertion {
  const eol = lineEndOf(outline.text);
  const atEnd = outline.text.slice(offset).trim() === '';
  const lead = leadAt(outline, offset, eol, atEnd ? closingLine(outline) : undefined);
  const tail = atEnd ? '' : eol;
  const lines = template.lines.map(line => line + eol);
  const written = lines.slice(0, template.writingLines[0] ?? lines.length).join('');
  const newText = lead + lines.join('') + tail;
  return {
    ...editsOf([{ range: { start: offset, end: offset }, newText }]),
    caret: offset + lead.length + written.length,
  };
}

/** What parts an insertion from the text before it: its line end, the end of an open block, and a blank line. */
function leadAt({ text, lines }: Outline, offset: number, eol: string, closing: string | undefined): string {
  const { line, character } = lines.positionAt(offset);
  const startsLine = character === 0 || offset === textStart(text);
  if (closing !== undefined) return `${startsLine ? '' : eol}${closing}${eol}${eol}`;
  if (!startsLine) return eol + eol;
  if (line === 0) return '';
  const above = lines.lineRange(line - 1);
  return text.slice(above.start, above.end).trim() === '' ? '' : eol;
}
