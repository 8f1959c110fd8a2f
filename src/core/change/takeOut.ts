import { isOneLine, sourceLines, stampOf, wordedTitle } from '../note/enclosedTitles';
import type { Block, Heading, ListItem, Outline } from '../note/outline';
import { lineEndOf, type TextEdit } from '../text/textEdit';
import type { TextRange } from '../text/textRange';
import { headingForm, markOf } from './markForm';

/** A title that begins no part where it stands. */
interface Title {
  readonly title: string;
  readonly range: TextRange;
  readonly level: number;
}

const QUOTE_SIGN = /^[ \t]{0,3}>[ \t]?/;
/** What would make a heading of the paragraph above it. */
const UNDERLINE = /^ {0,3}(?:-+|=+)[ \t]*$/;

/** Takes the quotes with these titles apart: each line loses one quote sign, the title of a callout becomes a heading. */
export function unquote(outline: Outline, titles: readonly Title[]): readonly TextEdit[] {
  const { text, lines } = outline;
  return blocksWith(outline, titles).flatMap(({ range }) => {
    const below = lines.positionAt(range.end).line + 1;
    const { start, end } = lines.lineRange(below);
    const isUnderlined = below < lines.lineCount && UNDERLINE.test(text.slice(start, end));
    return [
      ...sourceLines(range, outline).flatMap(line => withoutSign(line, outline, titles)),
      ...(isUnderlined ? [{ range: { start, end: start }, newText: lineEndOf(text) }] : []),
    ];
  });
}

function withoutSign(
  { start, end }: TextRange,
  { text }: Outline,
  titles: readonly Title[],
): readonly TextEdit[] {
  const signs = QUOTE_SIGN.exec(text.slice(start, end))?.[0].length ?? 0;
  const callout = titles.find(
    ({ range }) => range.start >= start && range.end <= end && text.startsWith('[!', range.start),
  );
  if (callout === undefined)
    return signs === 0 ? [] : [{ range: { start, end: start + signs }, newText: '' }];
  const newText = markOf(callout.title, headingForm(callout.level));
  return [{ range: { start, end: callout.range.end }, newText }];
}

/** Moves the items that these titles begin, with all in them, to the edge of the text. */
export function outdent(outline: Outline, titles: readonly Title[]): readonly TextEdit[] {
  const { text, lines } = outline;
  const edits = new Map<number, TextEdit>();
  for (const item of blocksWith(outline, titles).flatMap(itemsWithin)) {
    if (!titles.some(({ range }) => range.start === item.firstParagraph[0]?.range.start)) continue;
    const from = lines.lineStart(item.line);
    const indentation = text.slice(from, item.marker.start);
    for (const { start } of sourceLines({ start: from, end: item.range.end }, outline)) {
      // What stands deeper in one that was moved before keeps its distance.
      if (text.startsWith(indentation, start) && !edits.has(start))
        edits.set(start, { range: { start, end: start + indentation.length }, newText: '' });
    }
  }
  return [...edits.values()];
}

function itemsWithin(block: Block): readonly ListItem[] {
  return block.kind === 'list' ? block.items.flatMap(({ items }) => items.flatMap(withInner)) : [];
}

function withInner(item: ListItem): readonly ListItem[] {
  return [item, ...item.items.flatMap(withInner)];
}

/** Puts the day, the time and the sender of each message of a chat into a comment behind its words. */
export function stampsToComments({ text, blocks }: Outline): readonly TextEdit[] {
  return blocks.flatMap(block => {
    if (block.kind !== 'paragraph') return [];
    return block.lines.flatMap(({ text: line, range: { start, end } }) => {
      const stamp = stampOf(line);
      if (stamp === '' || line.includes('--')) return [];
      const newText = ` <!-- ${text.slice(start, start + stamp.length).trim()} -->`;
      return [
        { range: { start, end: start + stamp.length }, newText: '' },
        { range: { start: end, end }, newText },
      ];
    });
  });
}

/** Puts the words behind these titles in their headings below them. */
export function wordsBelow(outline: Outline, titles: readonly Title[]): readonly TextEdit[] {
  return blocksWith(outline, titles).flatMap(block =>
    block.kind === 'heading' ? (wordsBelowHeading(outline, block) ?? []) : [],
  );
}

/** Puts the words behind the title of a heading below it; undefined where it has none, or more lines than one. */
export function wordsBelowHeading(outline: Outline, heading: Heading): TextEdit | undefined {
  const parts = isOneLine(heading, outline) ? wordedTitle(heading.title) : undefined;
  if (parts === undefined) return undefined;
  const eol = lineEndOf(outline.text);
  const newText = markOf(parts.title, headingForm(heading.level)) + eol + eol + parts.words;
  return { range: heading.range, newText };
}

function blocksWith({ blocks }: Outline, titles: readonly Title[]): readonly Block[] {
  return blocks.filter(({ range }) =>
    titles.some(title => range.start <= title.range.start && title.range.end <= range.end),
  );
}
