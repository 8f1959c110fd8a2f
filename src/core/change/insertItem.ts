import { closingLine } from '../note/openBlock';
import type { Block, List, Outline } from '../note/outline';
import { blockOfLine, lastLineOf, placeAt } from '../note/placeAt';
import { blocksIn } from '../note/regionBlocks';
import { readTaskItem } from '../note/taskItem';
import { lineEndOf, type TextEdit } from '../text/textEdit';
import type { LineRange, TextRange } from '../text/textRange';
import { editsOf } from './change';
import type { Insertion } from './insertion';
import { type ItemSource, isContinued, itemSource } from './itemSource';

/** A line that is to be put into a region. */
interface WantedLine {
  readonly words: string;
  /** The task box that it has among tasks: `[ ]`, `[x]`. */
  readonly box: string;
  /** Whether it must be a task; else it is one only among tasks, and an item only in a list. */
  readonly asTask: boolean;
}

/**
 * Puts a line into the region (which holds at least one line, its mark): on the caret's line at `offset` where
 * that is an empty item or blank and in the region, else as the last item of the list there, else below all that
 * the region holds, parted from other text by a blank line. The caret goes behind the words.
 */
export function insertItem(
  outline: Outline,
  region: LineRange,
  offset: number,
  wanted: WantedLine,
): Insertion {
  const place = placeAt(outline, offset);
  const isInside = place.line.number >= region.first && place.line.number < region.after;
  if (isInside && place.kind === 'item') {
    const source = itemSource(place.item, place.line);
    if (source?.words === '') return inItem(outline, place.line.number, source, wanted);
    return appended(outline, place.list.range, place.list, wanted);
  }
  if (isInside && place.kind === 'blank') return onBlankLine(outline, place.line.number, wanted);
  const { lines } = outline;
  const range = { start: lines.lineStart(region.first), end: lines.lineStart(region.after) };
  return appended(outline, range, blocksIn(outline, region).at(-1), wanted);
}

const ITEM = /^([ \t]*)([-*+]|\d{1,9}[.)])[ \t]/;

/** Puts several tasks into the region in the way of `insertItem`, one below the other, as one edit. */
export function insertItems(
  outline: Outline,
  region: LineRange,
  offset: number,
  [first, ...others]: readonly [WantedLine, ...WantedLine[]],
): readonly TextEdit[] {
  const { edits, caret } = insertItem(outline, region, offset, first);
  const [edit] = edits;
  if (edit === undefined || others.length === 0) return edits;
  const { text, lines } = outline;
  const { range, newText } = edit;
  const behindWords = caret - range.start;
  const before = text.slice(lines.lineStart(lines.positionAt(range.start).line), range.start);
  const line = (before + newText.slice(0, behindWords)).split(/\r\n|\r|\n/).at(-1) ?? '';
  const [, indent = '', marker = '-'] = ITEM.exec(line) ?? [];
  let next = marker;
  const items = others.map(({ box, words }) => {
    next = nextMarker(next);
    return `${lineEndOf(text)}${indent}${next} ${box} ${words}`;
  });
  return [{ range, newText: newText.slice(0, behindWords) + items.join('') + newText.slice(behindWords) }];
}

function inItem(outline: Outline, number: number, source: ItemSource, wanted: WantedLine): Insertion {
  const { words, box, asTask } = wanted;
  const content = asTask || source.box !== '' ? `${box} ${words}` : words;
  const tail = isContinued(outline, number) ? lineEndOf(outline.text) : '';
  const { range } = source;
  return { ...editsOf([{ range, newText: content + tail }]), caret: range.start + content.length };
}

function onBlankLine(outline: Outline, number: number, wanted: WantedLine): Insertion {
  const { text, lines } = outline;
  const eol = lineEndOf(text);
  const above = blockOfLine(outline, number - 1);
  const below = blockOfLine(outline, number + 1);
  const lead = isText(above) ? eol : '';
  const list = above?.kind === 'list' ? above : undefined;
  const isItem = wanted.asTask || list !== undefined;
  const tail = below === undefined || (isItem && below.kind === 'list') ? '' : eol;
  const content = lead + sourceOf(outline, list, wanted);
  const range = lines.lineRange(number);
  return { ...editsOf([{ range, newText: content + tail }]), caret: range.start + content.length };
}

/** Below the last line of `range` that says something. */
function appended(
  outline: Outline,
  range: TextRange,
  last: Block | undefined,
  wanted: WantedLine,
): Insertion {
  const { text, lines } = outline;
  const eol = lineEndOf(text);
  const number = lastLineOf(outline, range);
  const { end } = lines.lineRange(number);
  const open = text.slice(end).trim() === '' ? closingLine(outline) : undefined;
  const closing = open === undefined ? '' : eol + open;
  const list = last?.kind === 'list' ? last : undefined;
  const lead = closing + (list === undefined && last?.kind !== 'comment' ? eol + eol : eol);
  const content = lead + sourceOf(outline, list, wanted);
  const tail = blockOfLine(outline, number + 1) === undefined ? '' : eol;
  return {
    ...editsOf([{ range: { start: end, end }, newText: content + tail }]),
    caret: end + content.length,
  };
}

/** The line, with the marker that follows on from a list above it. */
function sourceOf(outline: Outline, list: List | undefined, { words, box, asTask }: WantedLine): string {
  const { text, lines } = outline;
  const last = list?.items.at(-1);
  if (last === undefined) return asTask ? `- ${box} ${words}` : words;
  const indent = text.slice(lines.lineStart(last.line), last.marker.start);
  const isTask = asTask || readTaskItem(last.firstParagraph) !== undefined;
  const content = isTask ? `${box} ${words}` : words;
  return `${indent}${nextMarker(text.slice(last.marker.start, last.marker.end))} ${content}`;
}

function nextMarker(marker: string): string {
  const [, number, delimiter] = /^(\d+)([.)])$/.exec(marker) ?? [];
  return number === undefined ? marker : `${Number(number) + 1}${delimiter ?? '.'}`;
}

/** Whether a list directly below would be read with the block, or look like a part of it. */
function isText(block: Block | undefined): boolean {
  return block !== undefined && block.kind !== 'list' && block.kind !== 'comment';
}
