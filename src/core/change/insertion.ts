import type { Note, StageRegion } from '../note/note';
import { closingLine } from '../note/openBlock';
import type { Outline } from '../note/outline';
import { readingWith } from '../note/readings';
import type { Section, Stage } from '../protocol/schema';
import { lineEndOf } from '../text/textEdit';
import { textStart } from '../text/textStart';
import { type Edits, editsOf } from './change';
import { sectionInsertionPlace, stageInsertionPlace } from './insertionPlace';
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
