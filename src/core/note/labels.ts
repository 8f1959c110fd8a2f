import { languageTags } from '../language/languages';
import type { CompiledProtocol } from '../protocol/compiledProtocol';
import type { TextRange } from '../text/textRange';
import { readableDate } from './dates';
import type { Label, List, Outline, SourceLine } from './outline';
import { BEHIND_TIME, TIME_OF_DAY, UNTIL } from './timeOfDay';
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
/** A heading that is an item, as outliners have them: `- ## Plan`. */
const HASHED = /^(?<marks>#{1,6}[ \t]+)(?<title>[^\s#].*?)[ \t]*[:：]?(?:[ \t]+#[^\s#]*)*$/;
/** `**S**ubjective: …`: only what begins the title stands out. */
const INITIAL =
  /^(?<title>(?<around>\*{1,3}|_{1,3})\p{Lu}\k<around>\p{L}[^:：*_]{1,60}?)(?: ?[:：](?=\s|$)| [-\u2013\u2014](?=\s)|$)/u;
/** Signs that people put before a label to make it stand out: `🎯 Goal: …`. Those of boxes begin a task. */
const SIGNS = /^(?:(?![☐☑☒✓✔✅□▢])(?:\p{So}|\ufe0f|\u200d))+[ \t]*(?=[\p{L}*_])/u;
/** No such sign stands before it among the characters. */
const LAST_PLAIN = 0x2000;
const DASH = / [-\u2013\u2014] /;
/** `S` alone in a line, as notes are typed whose parts are letters. */
const LETTER = /^(?<title>\p{Lu})\)?$/u;
/** The least that a date or a clock time has: `1 Mei 26`, `9.00`. */
const TIME_DIGITS = /\d\D*\d\D*\d/;
/** A clock time or a span of them, perhaps with the zone. */
const TIME = new RegExp(
  String.raw`^${TIME_OF_DAY}(?:\s*${UNTIL}\s*${TIME_OF_DAY})?(?:\s*${BEHIND_TIME})?\.?$`,
  'i',
);

/**
 * All lines of top-level paragraphs, items of top-level lists, and lines right below an item, which would go on with its
 * words, that begin like a label. What they name, if anything, `protocol` tells, and which sign of several ends them.
 */
export function labelsIn(outline: Outline, protocol: CompiledProtocol): readonly Label[] {
  const labels: Label[] = [];
  const isPart = (title: string): boolean => namesPart(title, protocol);
  let level = DEFAULT_LEVEL;
  for (const block of outline.blocks) {
    if (block.kind === 'heading') level = Math.min(block.level + 1, DEEPEST_LEVEL);
    if (block.kind === 'list')
      for (const label of labelsOfItems(block, level, outline, isPart)) labels.push(label);
    const lines = block.kind === 'paragraph' ? block.lines : unindentedLines(block, outline);
    for (const line of lines) {
      const label = readLabel(line, isPart);
      if (label === undefined) continue;
      const number = outline.lines.positionAt(line.range.start).line;
      labels.push(placed(label, level, number, undefined));
    }
  }
  return labels;
}

type LabelWords = Omit<Label, 'level' | 'line' | 'item'>;

/** Written out, which takes a fraction of what copying takes. */
function placed(
  { kind, range, titleRange, title, isBold, isHeading }: LabelWords,
  level: number,
  line: number,
  item: Label['item'],
): Label {
  return { kind, range, titleRange, title, isBold, isHeading, level, line, item };
}

type IsPart = (title: string) => boolean;

function namesPart(title: string, protocol: CompiledProtocol): boolean {
  if (protocol.matchStage(title) !== undefined || protocol.matchStages(title) !== undefined) return true;
  return protocol.protocol.stages.some(stage => protocol.matchSection(stage, title) !== undefined);
}

function labelsOfItems({ items }: List, level: number, { text }: Outline, isPart: IsPart): readonly Label[] {
  const listLine = items[0]?.line ?? 0;
  return items.flatMap(({ marker, ordered, line, firstParagraph: [first] }) => {
    const label = first && readLabel(first, isPart);
    if (first === undefined || label === undefined) return [];
    const untilWords = { start: marker.start, end: first.range.start };
    // What begins below its list marker is no beginning of its line.
    if (/[\r\n]/.test(text.slice(untilWords.start, untilWords.end))) return [];
    const bullet = ordered ? '' : text.slice(marker.start, marker.end);
    return [placed(label, level, line, { marker: untilWords, bullet, listLine })];
  });
}

/**
 * What a line begins with that has the form of a label. Where a dash stands before its colon, the dash ends the label if only
 * what stands before that names a part by `isPart`: `P - Activation: walk`.
 */
export function readLabel({ text, range }: SourceLine, isPart: IsPart = () => false): LabelWords | undefined {
  const signs = text.charCodeAt(0) > LAST_PLAIN ? (SIGNS.exec(text)?.[0].length ?? 0) : 0;
  const head = text.slice(signs, signs + LONGEST_LABEL + 10);
  const isBold = head.startsWith('**') || head.startsWith('__');
  if (!isBold && head.length > 2 && !MARK.test(head) && !head.startsWith('#')) return undefined;
  const sure = BOLD.exec(head) ?? HASHED.exec(head) ?? INITIAL.exec(head);
  const match = sure ?? plainLabel(head, isPart) ?? LETTER.exec(head);
  const { marks = '', title = '', around } = match?.groups ?? {};
  if (match === null || title.length > LONGEST_LABEL || isOnlyTime(text.slice(signs + match[0].length)))
    return undefined;
  const titleRange = rangeFrom(range.start + signs + marks.length, title.length);
  return {
    kind: 'label',
    range: rangeFrom(range.start, signs + match[0].length),
    titleRange,
    title: around === undefined ? title : title.replaceAll(around, ''),
    isBold: sure !== null,
    isHeading: marks.startsWith('#'),
  };
}

function plainLabel(head: string, isPart: IsPart): RegExpExecArray | null {
  const plain = PLAIN.exec(head);
  const title = plain?.groups?.['title'] ?? '';
  if (plain !== null && !DASH.test(title)) return plain;
  const dashed = DASHED.exec(head);
  if (plain === null || dashed === null) return plain ?? dashed;
  return isPart(dashed.groups?.['title'] ?? '') && !isPart(title) ? dashed : plain;
}

/** Whether what stands behind a label is only a time or date: `Waktu: 09.00` is a fact of the session, no part. */
function isOnlyTime(rest: string): boolean {
  const words = rest.trim();
  if (!TIME_DIGITS.test(words)) return false;
  return TIME.test(words) || languageTags.some(tag => readableDate(words, tag) !== undefined);
}

function rangeFrom(start: number, length: number): TextRange {
  return { start, end: start + length };
}
