import type { CompiledProtocol } from '../protocol/compiledProtocol';
import type { Stage } from '../protocol/schema';
import { plainText } from '../text/plainText';
import type { TextRange } from '../text/textRange';
import type { Outline, SourceLine } from './outline';

/** Words that begin a line like the label of a stage, without the form of one: `**S** slept …`, `S. slept …`. */
interface BareLabel {
  readonly stage: Stage;
  /** What names it, without emphasis. */
  readonly title: string;
  /** From the emphasis before it to the full stop or emphasis behind it. */
  readonly range: TextRange;
}

const LONGEST_TITLE = 80;
/** `**S** slept …`, `**Subjective.** Slept …`. */
const EMPHASISED =
  /^(?<marks>\*{1,3}|_{1,3})(?<title>[^\s:*_](?:[^:*_]{0,80}?[^\s:*_.)])?)[.)]?\k<marks>(?=[ \t\u00a0]+\S)/;
const WORDS = String.raw`(?<title>\p{Lu}[\p{L}'\u2019-]{0,30}(?: [\p{L}'\u2019-]{1,30}){0,3})`;
/** `S. slept …`, `S) slept …`, `Subjective. Slept …`, `S/ slept …`, `S = slept …`. */
const STOPPED = new RegExp(String.raw`^${WORDS}(?:[.)/;]| ?[=>|])(?=[ \t\u00a0]+\S)`, 'u');
/** `Data:late`, `**Data:**late`, without the blank behind the colon; a clock time or an address is none. */
const GLUED = new RegExp(String.raw`^${WORDS}[:：](?=[\p{L}("“])`, 'u');
const GLUED_BOLD =
  /^(?<marks>\*{1,3}|_{1,3})(?<title>[^\s:*_](?:[^:*_]{0,80}?[^\s:*_])?)(?: ?[:：] ?\k<marks>|\k<marks>[:：])(?=[\p{L}\p{N}("“])/u;
/** `[S] slept …`, `(S) slept …`. */
const BRACKETED = new RegExp(String.raw`^[[(【]${WORDS}[\])】](?=[ \t\u00a0]+\S)`, 'u');
const BEGINS = /^[ \t\u00a0]+[^\p{Ll}\s]/u;
/** Ends with a letter, and begins with no box: looked at before anything is compared with titles. */
const MAY_BE_TITLE = /^(?!\[[^\]]?\]).*\p{L}$/u;
const NUMBERED = /^\p{Lu}[.)][ \t\u00a0]/u;

/**
 * The lines of top-level paragraphs and the items of top-level lists that begin with the title or letter of one of `missing`
 * and are no labels, each stage once. One with full stops, in an item or at the top of words of its own may be words; it takes
 * two, in the order of the protocol, and of letters none beside them that names no stage, as in a numbering. One emphasised
 * word does where a sentence begins behind it.
 */
export function bareLabels(
  outline: Outline,
  protocol: CompiledProtocol,
  missing: ReadonlySet<Stage>,
): readonly BareLabel[] {
  if (missing.size === 0) return none;
  const strong: BareLabel[] = [];
  const weak: BareLabel[] = [];
  let isNumbering = false;
  const add = (to: BareLabel[], title: string, start: number, length: number): void => {
    const stage = protocol.matchStage(title)?.term;
    if (stage === undefined) isNumbering ||= isLetter(title);
    else to.push({ stage, title: plainText(title), range: { start, end: start + length } });
  };
  const read = ({ text, range: { start } }: SourceLine): void => {
    const emphasised = /^[*_]/.test(text) ? (EMPHASISED.exec(text) ?? GLUED_BOLD.exec(text)) : null;
    const [whole = '', title = ''] = emphasised
      ? [emphasised[0], emphasised.groups?.['title']]
      : (STOPPED.exec(text) ?? BRACKETED.exec(text) ?? GLUED.exec(text) ?? []);
    if (whole !== '') add(emphasised && !isLetter(title) ? strong : weak, title, start, whole.length);
    else if (NUMBERED.test(text)) isNumbering = true;
  };
  const readWhole = ({ text, range: { start } }: SourceLine): void => {
    if (text.length <= LONGEST_TITLE && MAY_BE_TITLE.test(text)) add(weak, text, start, text.length);
  };
  for (const block of outline.blocks) {
    if (block.kind === 'paragraph') for (const line of block.lines) read(line);
    if (block.kind !== 'list') continue;
    for (const {
      firstParagraph: [first],
    } of block.items)
      if (first !== undefined) readWhole(first);
  }
  const isInOrder = weak.every(
    ({ stage }, at) => at === 0 || placeOf(stage, protocol) > placeOf(weak[at - 1]?.stage, protocol),
  );
  const sure =
    strong.length > 1
      ? strong
      : strong.filter(({ range }) => BEGINS.test(outline.text.slice(range.end, range.end + 4)));
  const counted = weak.length > 1 && isInOrder && !isNumbering ? [...strong, ...weak] : sure;
  return counted.filter(({ stage }) => missing.has(stage)).sort((a, b) => a.range.start - b.range.start);
}

const none: readonly never[] = [];

function isLetter(title: string): boolean {
  return [...title].length === 1;
}

function placeOf(stage: Stage | undefined, { protocol }: CompiledProtocol): number {
  return stage === undefined ? -1 : protocol.stages.indexOf(stage);
}
