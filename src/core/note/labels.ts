import { languageTags } from '../language/languages';
import type { TextRange } from '../text/textRange';
import { readableDate } from './dates';
import type { Label, List, Outline, SourceLine } from './outline';
import { unindentedLines } from './unindentedLines';

/** No label is longer, in UTF-16 code units of Markdown source. */
const LONGEST_LABEL = 80;
const DEFAULT_LEVEL = 2;
const DEEPEST_LEVEL = 6;

/** A colon that a blank or the end of the line follows, or a full-width one, which has its blank in itself. */
const COLON = String.raw`(?::(?=\s|$)|：)`;
const TITLE = String.raw`(?<title>[^\s:：*_](?:[^:：*_]*[^\s:：*_])?)`;
/** `**S:** …`, `**S**: …`, `**S** – …`, or a bold line that is nothing else. */
const BOLD = new RegExp(
  String.raw`^(?<marks>\*{2,3}|_{2,3})${TITLE}(?: ?[:：] ?\k<marks>(?=\s|$)| ?\k<marks> ?${COLON}|\k<marks> [-\u2013\u2014](?=\s)|\k<marks>$)`,
);
/** `S: …`, emphasised or not. */
const PLAIN = new RegExp(
  String.raw`^(?<marks>[*_]?)${TITLE}(?: ?: ?\k<marks>(?=\s|$)| ?： ?\k<marks>| ?\k<marks> ?${COLON})`,
);
/** Most lines of a paragraph are passed over by this. */
const MARK = /[:：]| [-\u2013\u2014] /;
/** `S - …`: the first dash counts. */
const DASHED = /^(?<title>[^\s:*_](?:[^:*_]*?[^\s:*_])??) [-\u2013\u2014](?=\s)/;
/** `S` alone in a line, as notes are typed whose parts are letters. */
const LETTER = /^(?<title>\p{Lu})\)?$/u;
/** A clock time or a span of them, perhaps with the zone. */
const TIME =
  /^\d{1,2}[.:]\d{2}(?:\s*(?:[-\u2013\u2014]|to|until|sampai|s\.?d\.?)\s*\d{1,2}[.:]\d{2})?(?:\s*(?:am|pm|wib|wita|wit))?\.?$/i;

/**
 * All lines of top-level paragraphs, items of top-level lists, and lines right below an item, which would go on with its
 * words, that begin like a label. What they name, if anything, a protocol tells.
 */
export function labelsIn(outline: Outline): readonly Label[] {
  const labels: Label[] = [];
  let level = DEFAULT_LEVEL;
  for (const block of outline.blocks) {
    if (block.kind === 'heading') level = Math.min(block.level + 1, DEEPEST_LEVEL);
    if (block.kind === 'list') for (const label of labelsOfItems(block, level, outline)) labels.push(label);
    const lines = block.kind === 'paragraph' ? block.lines : unindentedLines(block, outline);
    for (const line of lines) {
      const label = readLabel(line);
      if (label === undefined) continue;
      const number = outline.lines.positionAt(line.range.start).line;
      labels.push({ ...label, level, line: number, item: undefined });
    }
  }
  return labels;
}

function labelsOfItems({ items }: List, level: number, { text }: Outline): readonly Label[] {
  const listLine = items[0]?.line ?? 0;
  return items.flatMap(({ marker, ordered, line, firstParagraph: [first] }) => {
    const label = first && readLabel(first);
    if (first === undefined || label === undefined) return [];
    const untilWords = { start: marker.start, end: first.range.start };
    // What begins below its list marker is no beginning of its line.
    if (/[\r\n]/.test(text.slice(untilWords.start, untilWords.end))) return [];
    const bullet = ordered ? '' : text.slice(marker.start, marker.end);
    return [{ ...label, level, line, item: { marker: untilWords, bullet, listLine } }];
  });
}

/** What a line begins with that has the form of a label. */
export function readLabel({ text, range }: SourceLine): Omit<Label, 'level' | 'line' | 'item'> | undefined {
  const isBold = text.startsWith('**') || text.startsWith('__');
  const head = text.slice(0, LONGEST_LABEL + 10);
  if (!isBold && head.length > 2 && !MARK.test(head)) return undefined;
  const bold = BOLD.exec(head);
  const match = bold ?? PLAIN.exec(head) ?? DASHED.exec(head) ?? LETTER.exec(head);
  const { marks = '', title = '' } = match?.groups ?? {};
  if (match === null || title.length > LONGEST_LABEL || isOnlyTime(text.slice(match[0].length)))
    return undefined;
  const titleRange = rangeFrom(range.start + marks.length, title.length);
  return {
    kind: 'label',
    range: rangeFrom(range.start, match[0].length),
    titleRange,
    title,
    isBold: bold !== null,
  };
}

/** Whether what stands behind a label is only a time or date: `Waktu: 09.00` is a fact of the session, no part. */
function isOnlyTime(rest: string): boolean {
  const words = rest.trim();
  if (!/\d/.test(words)) return false;
  return TIME.test(words) || languageTags.some(tag => readableDate(words, tag) !== undefined);
}

function rangeFrom(start: number, length: number): TextRange {
  return { start, end: start + length };
}
