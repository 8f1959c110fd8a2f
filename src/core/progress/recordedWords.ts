import { isPlanSection, isPlanStage } from '../case/planIn';
import type { Titles } from '../message';
import { withoutComments } from '../note/comments';
import { joinLines } from '../note/joinedLines';
import { isTick } from '../note/markers';
import type { Note, SectionRegion, StageRegion } from '../note/note';
import type { Block, ListItem } from '../note/outline';
import { readingsOf } from '../note/readings';
import { blocksIn, ownLines } from '../note/regionBlocks';
import { readTaskItem } from '../note/taskItem';
import { plainText } from '../text/plainText';
import type { PartedLines } from '../text/textRange';
import { isRisk } from './riskParts';

/** A line of what a section says, without markup. */
export interface WordsLine {
  readonly text: string;
  /** 0 for a paragraph, 1 for a list item, 2 for one in it, … */
  readonly depth: number;
}

/** What a section of a note says. */
export interface SectionWords {
  readonly title: Titles;
  readonly lines: readonly WordsLine[];
}

/** What a note says in the sections in which its protocol asks for a choice; of choices to tick, the ticked ones. */
export function decisionWords(note: Note): readonly SectionWords[] {
  return stagesIn(note).flatMap(stage =>
    sectionWords(note, stage, (_, { section }) => section.choices.length > 0, isUnticked),
  );
}

function isUnticked({ firstParagraph }: ListItem): boolean {
  const task = readTaskItem(firstParagraph);
  return task !== undefined && !isTick(task.marker);
}

/** What a note says in its plan (see {@link isPlanStage}); goals and actions, which are listed as such, aside. */
export function planWords(note: Note): readonly SectionWords[] {
  return partWords(note, { stage: isPlanStage, section: isPlanSection });
}

/** What a note says about risk (see {@link isRisk}); goals and actions aside. */
export function riskWords(note: Note): readonly SectionWords[] {
  return partWords(note, {
    stage: ({ stage }) => isRisk(stage),
    section: ({ section }) => isRisk(section),
  });
}

/** Whether the words of an item are left out; those of items in it are not. */
type LeftOut = (item: ListItem) => boolean;

/** Which parts of a note are wanted. */
interface Wanted {
  readonly stage: (region: StageRegion) => boolean;
  readonly section: (region: SectionRegion) => boolean;
}

/** What stands in stages that are wanted, with their sections, and in sections that are. */
function partWords(note: Note, wanted: Wanted): readonly SectionWords[] {
  const goalLines = new Set(note.goals.map(({ line }) => line));
  const isGoal: LeftOut = ({ line }) => goalLines.has(line);
  const isIn = (stage: StageRegion, region: SectionRegion) =>
    region.section.choices.length === 0 && (wanted.stage(stage) || wanted.section(region));
  // A heading that serves several formats says its words once.
  const said = new Set<number>();
  const isNew = ({ mark: { line } }: StageRegion) => !said.has(line) && said.add(line) !== undefined;
  return stagesIn(note).flatMap(stage => [
    ...(wanted.stage(stage) && isNew(stage) ? leadWords(note, stage, isGoal) : []),
    ...sectionWords(note, stage, isIn, isGoal),
  ]);
}

/** What a stage says in none of its sections: all that it says in a format whose stages have none. */
function leadWords(note: Note, region: StageRegion, left: LeftOut): readonly SectionWords[] {
  if (region.fullness !== 'filled' || region.notAddressed) return [];
  const lines = ownLines(region).flatMap(own => linesIn(note, own, left));
  return lines.length === 0 ? [] : [{ title: region.stage.title, lines }];
}

/** The sections of a stage that record something, with their lines. */
function sectionWords(
  note: Note,
  stage: StageRegion,
  isWanted: (stage: StageRegion, section: SectionRegion) => boolean,
  left: LeftOut,
): readonly SectionWords[] {
  return stage.sections
    .filter(section => section.fullness === 'filled' && isWanted(stage, section))
    .map(({ section, lines }) => ({ title: section.title, lines: linesIn(note, lines, left) }))
    .filter(({ lines }) => lines.length > 0);
}

function stagesIn(note: Note): readonly StageRegion[] {
  return readingsOf(note).flatMap(({ stages }) => stages);
}

function linesIn({ outline }: Note, lines: PartedLines, left: LeftOut): readonly WordsLine[] {
  return blocksIn(outline, lines)
    .flatMap(block => linesOf(block, outline.text, left))
    .filter(({ text }) => text !== '');
}

function linesOf(block: Block, text: string, left: LeftOut): readonly WordsLine[] {
  switch (block.kind) {
    case 'comment':
    case 'rule':
      return [];
    case 'heading':
      return [{ text: wordsOf(block.title), depth: 0 }];
    case 'paragraph':
      return [{ text: wordsOf(joinLines(block.lines).text), depth: 0 }];
    case 'list':
      return block.items.flatMap(item => linesOfItem(item, 1, left));
    default:
      return otherLines(text.slice(block.range.start, block.range.end));
  }
}

function linesOfItem(item: ListItem, depth: number, left: LeftOut): readonly WordsLine[] {
  const below = item.items.flatMap(each => linesOfItem(each, depth + 1, left));
  if (left(item)) return below;
  const task = readTaskItem(item.firstParagraph);
  const words = task?.paragraph.text.slice(task.wordsStart) ?? joinLines(item.firstParagraph).text;
  return [{ text: wordsOf(words), depth }, ...below];
}

/** Quotes, code and HTML: each source line, without what makes it one. */
function otherLines(source: string): readonly WordsLine[] {
  return withoutComments(source)
    .split(/\r\n?|\n/)
    .map(line => line.replace(/^(?:\s*>)+/, '').trim())
    .filter(line => !/^(?:`{3,}|~{3,})/.test(line))
    .map(line => ({ text: plainText(line), depth: 0 }));
}

function wordsOf(markdown: string): string {
  return plainText(withoutComments(markdown));
}
