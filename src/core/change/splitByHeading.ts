import { commentsIn } from '../note/comments';
import type { GoalMention } from '../note/goalMention';
import type { Note, StageRegion } from '../note/note';
import { closingLine } from '../note/openBlock';
import { type Heading, type Mark, startOfMark } from '../note/outline';
import { onOneLine } from '../text/onOneLine';
import { applyEdits, lineEndOf, type TextEdit } from '../text/textEdit';
import type { TextRange } from '../text/textRange';
import { textStart } from '../text/textStart';
import type { Slot } from './correspondence';

/** What stands between a mark and the next one, or outside every stage. */
export interface NotePart {
  /** Undefined for what stands outside every stage. */
  readonly slot: Slot | undefined;
  /** Undefined for what no mark stands above, and where the mark is a part of the words. */
  readonly mark: Mark | undefined;
  /** What stands below the mark. */
  readonly range: TextRange;
}

const DEEPEST_LEVEL = 6;

/** Takes the note below its front matter apart at its marks, in the order of the text; every other word is in one part. */
export function splitByHeading(note: Note): readonly NotePart[] {
  const { text, frontMatter } = note.outline;
  const parts: NotePart[] = [];
  let done = frontMatter?.range.end ?? textStart(text);
  // Of a mark that names two stages, what it holds stands with the second.
  for (const region of note.stages.filter(({ isShared }) => !isShared)) {
    parts.push(outside(done, startOfMark(region.mark)), ...partsOf(region));
    done = region.body.end;
  }
  parts.push(outside(done, text.length));
  return parts;
}

function outside(start: number, end: number): NotePart {
  return { slot: undefined, mark: undefined, range: { start, end } };
}

function partsOf({ stage, mark, body, sections }: StageRegion): readonly NotePart[] {
  const heads: readonly { readonly slot: Slot; readonly mark: Mark }[] = [
    { slot: { stage, section: undefined }, mark },
    ...sections.map(region => ({ slot: { stage, section: region.section }, mark: region.mark })),
  ];
  return heads.map((head, at) => {
    const next = heads[at + 1];
    const end = next === undefined ? body.end : startOfMark(next.mark);
    return { ...head, range: { start: head.mark.range.end, end } };
  });
}

/** How the words of a part are written where they go. */
interface Rewriting {
  /** By how many levels its headings get deeper; less than 0 where they get shallower. */
  readonly deeper: number;
  /** The goals whose lines go. */
  readonly without: readonly GoalMention[];
}

/** The words of a part without blank lines around them, below the comments of its mark. */
export function wordsOfPart(note: Note, { mark, range }: NotePart, { deeper, without }: Rewriting): string {
  const { text, blocks, lines } = note.outline;
  const within = ({ start, end }: TextRange) => start >= range.start && end <= range.end;
  const headings = blocks.filter(block => block.kind === 'heading');
  const edits = [
    ...headings
      .filter(heading => deeper !== 0 && within(heading.range))
      .map(heading => levelEdit(text, heading, deeper)),
    ...without
      .map(({ line }) => ({ start: lines.lineStart(line), end: lines.lineStart(line + 1) }))
      .filter(within)
      .map(goal => ({ range: goal, newText: '' })),
  ];
  const said = contentOf(note, range, edits);
  if (mark === undefined) return said;
  // The mark itself may be written anew; what the user wrote into it as a comment goes with what it stands above.
  const own = commentsIn(text, mark.range);
  return [...own, outdented(said, mark)].filter(part => part !== '').join(lineEndOf(text));
}

/** A heading some levels deeper, as far as Markdown has levels; an underlined one gets hashes. */
function levelEdit(text: string, heading: Heading, deeper: number): TextEdit {
  const level = Math.min(Math.max(heading.level + deeper, 1), DEEPEST_LEVEL);
  const source = text.slice(heading.range.start, heading.range.end);
  const hashes = /^[ \t]*(#{1,6})(?=[ \t]|$)/.exec(source);
  const sign = '#'.repeat(level);
  if (hashes === null) {
    const title = onOneLine(heading.title);
    return { range: heading.range, newText: `${sign} ${title}` };
  }
  const end = heading.range.start + hashes[0].length;
  return { range: { start: heading.range.start, end }, newText: sign };
}

/** What stands below the words of a list item as far to the left as these stood. */
function outdented(content: string, mark: Mark): string {
  if (mark.kind === 'heading' || mark.item === undefined) return content;
  const { start, end } = mark.item.marker;
  return content.replace(new RegExp(`^[ \\t]{1,${end - start}}`, 'gm'), '');
}

/** A stretch less its blank lines, and with what ends a block that would else swallow what comes to follow it. */
function contentOf({ outline }: Note, { start, end }: TextRange, edits: readonly TextEdit[]): string {
  const { text } = outline;
  const moved = edits.map(({ range, newText }) => ({
    range: { start: range.start - start, end: Math.min(range.end, end) - start },
    newText,
  }));
  const content = applyEdits(text.slice(start, end), moved)
    .replace(/^(?:[ \t]*(?:\r\n?|\n))+/, '')
    .trimEnd();
  const closing = end === text.length && content !== '' ? closingLine(outline) : undefined;
  return closing === undefined ? content : content + lineEndOf(text) + closing;
}
