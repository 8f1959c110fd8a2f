import type { GoalMention } from '../note/goalMention';
import type { ListItem, Outline, Quote } from '../note/outline';
import type { StrayTask } from '../note/strayTasks';
import { readParagraphBox } from '../note/taskLine';
import { lineEndOf, type TextEdit } from '../text/textEdit';
import { isContinued } from './itemSource';

/** What is needed of a task to write its marker. */
type Marked = Pick<GoalMention, 'markerRange' | 'box'>;

/** Gives a task another marker, and leaves all else as it was written. */
export function markerEdit({ markerRange, box }: Marked, marker: string): TextEdit {
  return { range: markerRange, newText: boxSource(box, marker) };
}

function boxSource(box: GoalMention['box'], marker: string): string {
  if (box === 'brackets') return marker;
  return box === 'sign' ? `[${marker}]` : `[${marker}] `;
}

/**
 * Makes a task item of a line that is nearly one, with this marker: its box is written anew and, where the line is no
 * item, what stands before it, and what follows is parted from it. One that is an item of Markdown gets the marker.
 */
export function taskEdits(outline: Outline, mention: GoalMention, marker: string): readonly TextEdit[] {
  const { nearly, line } = mention;
  if (nearly === undefined) return [markerEdit(mention, marker)];
  if (nearly.isItem) return [{ range: nearly.range, newText: `[${marker}] ` }];
  const { text, lines } = outline;
  const { start, end } = lines.lineRange(line);
  const prefix = text.slice(start, nearly.range.start);
  const head = hasLabelBefore(outline, mention)
    ? belowLabel(outline, start, prefix, nearly.range.end, marker)
    : {
        range: { start, end: nearly.range.end },
        newText: `${leadOf(outline, mention, prefix)}- [${marker}] `,
      };
  if (!isContinued(outline, line) || beginsWithBox(outline, line + 1)) return [head];
  const parting = lineEndOf(text) + (prefix.includes('>') ? prefix.trimEnd() : '');
  return [head, { range: { start: end, end }, newText: parting }];
}

/** Whether words stand before a task on its line, as in `**Plan:** [ ] walk`: they are the label that it stands behind. */
export function hasLabelBefore({ text, lines }: Outline, { nearly, line }: GoalMention): boolean {
  if (nearly === undefined || nearly.isItem) return false;
  return /[\p{L}\p{N}]/u.test(text.slice(lines.lineStart(line), nearly.range.start));
}

/** Quote signs, and the mark of the item that a label begins. */
const OUTER = /^(?<quote>[ \t>]*)(?<item>(?:[-*+]|\d{1,9}[.)])[ \t]+)?/;
/** A dash ends a label only before words on its line. */
const DASH = / [-\u2013\u2014]\s*$/;

/** An item below a label, which keeps its line; in the item that the label begins. `end` is where the words begin. */
function belowLabel({ text }: Outline, start: number, prefix: string, end: number, marker: string): TextEdit {
  const { quote = '', item = '' } = OUTER.exec(prefix)?.groups ?? {};
  const dash = DASH.exec(prefix);
  const from = start + (dash?.index ?? prefix.trimEnd().length);
  const lead = (dash === null ? '' : ':') + lineEndOf(text) + quote + ' '.repeat(item.length);
  return { range: { start: from, end }, newText: `${lead}- [${marker}] ` };
}

/** What stands before the new item. */
function leadOf(outline: Outline, { line }: GoalMention, prefix: string): string {
  return prefix.includes('>') ? prefix : indentationFor(outline, line, prefix);
}

function beginsWithBox({ text, lines }: Outline, line: number): boolean {
  const { start, end } = lines.lineRange(line);
  return readParagraphBox(text.slice(start, end).replace(/^[\s>]+/, '')) !== undefined;
}

/** In an item, that of a nested item where the line stands as deep as its words, else that of the item itself. */
function indentationFor(outline: Outline, line: number, prefix: string): string {
  const { text, lines, blocks } = outline;
  const at = lines.lineRange(line).end;
  const list = blocks.find(({ kind, range }) => kind === 'list' && range.start <= at && range.end >= at);
  const item = list?.kind === 'list' ? itemWithLine(list.items, line, outline) : undefined;
  if (item === undefined) return '';
  const column = widthOf(text.slice(lines.lineStart(item.line), item.marker.start));
  const rest = text.slice(item.marker.end, lines.lineRange(item.line).end);
  const content =
    column + (item.marker.end - item.marker.start) + Math.max(1, widthOf(/^[ \t]*/.exec(rest)?.[0] ?? ''));
  return ' '.repeat(widthOf(prefix) >= content ? content : column);
}

/** The innermost item whose first paragraph goes on in this line. */
function itemWithLine(items: readonly ListItem[], line: number, outline: Outline): ListItem | undefined {
  for (const item of items) {
    const inner = itemWithLine(itemsIn(item), line, outline);
    if (inner !== undefined) return inner;
    const last = item.line + item.firstParagraph.length - 1;
    if (item.line < line && line <= last) return item;
  }
  return undefined;
}

function itemsIn({ items, quotes }: ListItem): readonly ListItem[] {
  return quotes.length === 0 ? items : [...items, ...quotes.flatMap(itemsOfQuote)];
}

function itemsOfQuote({ content }: Quote): readonly ListItem[] {
  return content.flatMap(block => {
    if (block.kind === 'list') return block.items;
    return block.kind === 'quote' ? itemsOfQuote(block) : [];
  });
}

const TAB = 4;

/** In columns. */
function widthOf(blanks: string): number {
  let width = 0;
  for (const unit of blanks) width += unit === '\t' ? TAB - (width % TAB) : 1;
  return width;
}

/** A tick that stands in place of a box. */
const TICK = /^[✓✔✅]\ufe0f?[ \t]*/u;

/** Makes a task of an item without a box. */
export function boxEdit({ firstParagraph: [first] }: ListItem): readonly TextEdit[] {
  if (first === undefined) return [];
  const tick = TICK.exec(first.text)?.[0].length ?? 0;
  const { start } = first.range;
  return [{ range: { start, end: start + tick }, newText: tick > 0 ? '[x] ' : '[ ] ' }];
}

/**
 * Makes a task of a line that looks like one: in its place, or below a table or HTML, which stay as they are. `others` are the
 * lines that become tasks with it.
 */
export function strayEdits(
  outline: Outline,
  { line, block, range, written, source }: StrayTask,
  others: ReadonlySet<number>,
): readonly TextEdit[] {
  const { text, lines } = outline;
  const eol = lineEndOf(text);
  const { start, end } = lines.lineRange(line);
  if (block.kind === 'code') return [{ range: { start, end }, newText: `- ${source}` }];
  if (block.kind === 'html' || text.slice(start, range.start).includes('|')) {
    const behind = lines.lineRange(lines.positionAt(block.range.end).line).end;
    return [{ range: { start: behind, end: behind }, newText: `${eol}${eol}- ${source}` }];
  }
  const outer = text.slice(start, written.start);
  if (/[-*+\d]/.test(outer)) return [{ range: { start: written.start, end }, newText: source }];
  // Words below would go on with those of the item.
  const parting = isContinued(outline, line) && !others.has(line + 1) ? eol + outer.trimEnd() : '';
  return [{ range: { start: written.start, end }, newText: `- ${source}${parting}` }];
}
