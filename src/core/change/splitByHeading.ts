import { commentsIn } from '../note/comments';
import type { Note, StageRegion } from '../note/note';
import { closingLine } from '../note/openBlock';
import { type Mark, startOfMark } from '../note/outline';
import { lineEndOf } from '../text/textEdit';
import type { Slot } from './correspondence';

/** What stands between the mark of a stage or section and the next one. */
export interface HeadedPart {
  readonly slot: Slot;
  readonly mark: Mark;
  /** Without blank lines around it; with the comments of the mark. */
  readonly content: string;
}

/** A note below its front matter, taken apart. */
interface Pieces {
  /** The stretches outside stages, in order, without blank lines around them. */
  readonly outside: readonly string[];
  readonly pieces: readonly HeadedPart[];
}

/** Takes the note apart at its marks; every other word is in one of the parts. */
export function splitByHeading(note: Note): Pieces {
  const { text, frontMatter } = note.outline;
  const outside: string[] = [];
  const pieces: HeadedPart[] = [];
  let done = frontMatter?.range.end ?? (text.startsWith('\ufeff') ? 1 : 0);
  // Of a mark that names two stages, what it holds stands with the second.
  for (const region of note.stages.filter(({ isShared }) => !isShared)) {
    outside.push(contentOf(note, done, startOfMark(region.mark)));
    pieces.push(...piecesOf(note, region));
    done = region.body.end;
  }
  outside.push(contentOf(note, done, text.length));
  return { outside: outside.filter(part => part !== ''), pieces };
}

function piecesOf(note: Note, { stage, mark, body, sections }: StageRegion): readonly HeadedPart[] {
  const heads: readonly { readonly slot: Slot; readonly mark: Mark }[] = [
    { slot: { stage, section: undefined }, mark },
    ...sections.map(region => ({ slot: { stage, section: region.section }, mark: region.mark })),
  ];
  const eol = lineEndOf(note.outline.text);
  return heads.map((head, at) => {
    const next = heads[at + 1];
    const end = next === undefined ? body.end : startOfMark(next.mark);
    // The mark itself may be written anew; what the user wrote into it as a comment goes with what it stands above.
    const own = commentsIn(note.outline.text, head.mark.range);
    const said = outdented(contentOf(note, head.mark.range.end, end), head.mark);
    const content = [...own, said].filter(part => part !== '').join(eol);
    return { ...head, content };
  });
}

/** What stands below the words of a list item as far to the left as these stood. */
function outdented(content: string, mark: Mark): string {
  if (mark.kind === 'heading' || mark.item === undefined) return content;
  const { start, end } = mark.item.marker;
  return content.replace(new RegExp(`^[ \\t]{1,${end - start}}`, 'gm'), '');
}

/** A stretch less its blank lines, and with what ends a block that would else swallow what comes to follow it. */
function contentOf({ outline }: Note, start: number, end: number): string {
  const { text } = outline;
  const content = text
    .slice(start, end)
    .replace(/^(?:[ \t]*(?:\r\n?|\n))+/, '')
    .trimEnd();
  const closing = end === text.length && content !== '' ? closingLine(outline) : undefined;
  return closing === undefined ? content : content + lineEndOf(text) + closing;
}
