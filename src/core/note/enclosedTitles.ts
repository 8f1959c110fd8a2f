import type { CompiledProtocol, HeadingTerm } from '../protocol/compiledProtocol';
import type { Section, Stage } from '../protocol/schema';
import { plainText } from '../text/plainText';
import type { TextRange } from '../text/textRange';
import { readLabel } from './labels';
import type { NearMiss, Note } from './note';
import type { Block, Heading, ListItem, Outline, SourceLine } from './outline';

/** Where a title stands that begins no part because of that. */
type Enclosure = 'quoted' | 'nested' | 'stamped' | 'worded';

interface EnclosedTitle {
  readonly kind: Enclosure;
  readonly title: string;
  readonly range: TextRange;
  /** Whether it can be meant as nothing else; a label may be words that are quoted. */
  readonly isSure: boolean;
}

/** No note has more titles, and each takes its time. */
const MOST = 300;
const LEVEL = 2;
const QUOTE_SIGNS = /^[ \t]*(?:>[ \t]?)+/;
/** The head of a callout, as Obsidian has them, and behind it its title. */
const CALLOUT = /^\[![\w-]{1,20}\][+-]?[ \t]+(?=\S)/;
/** The day, the time and the sender of a message, as messengers copy them: `[3/3/26, 10.02.11] Bu Rina: …`. */
const STAMP =
  /^\u200e?\[?\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},? \d{1,2}[.:]\d{2}(?:[.:]\d{2})?(?:[ \u202f][AaPp][Mm])?(?:\][ \t]| - )[^:\r\n]{1,40}:[ \t]+/;

/** A title with words behind it in a heading: `S: tired`, `**Plan:** walk`, `Plan – walk`. */
const WORDED =
  /^(?<marks>[*_]{0,3})(?<title>[^:：*_]{1,60}?)(?:\s*[:：]\s*\k<marks>|\k<marks>\s*[:：]|\k<marks>\s+[-\u2013\u2014](?=\s))\s*(?<words>[^\s{].*)$/u;

/** The title and the words of a heading that has both, as they are written; undefined where it has no words. */
export function wordedTitle(title: string): { readonly title: string; readonly words: string } | undefined {
  const { title: named, words } = WORDED.exec(title)?.groups ?? {};
  return named === undefined || words === undefined ? undefined : { title: named, words };
}

/** What stands before the words of a line of a chat that was copied into a note; empty in any other line. */
export function stampOf(line: string): string {
  return STAMP.exec(line)?.[0] ?? '';
}

/** What is asked of a note and not there. */
interface Missing {
  readonly stages: ReadonlySet<Stage>;
  readonly sections: readonly { readonly stage: Stage; readonly section: Section }[];
}

/**
 * Titles of parts that the note lacks where they begin none: in quotes and callouts, as headings of items in items,
 * behind the stamps of a chat, and before words in their headings. Each part is told once.
 */
export function enclosedTitles(note: Note, { stages, sections }: Missing): readonly NearMiss[] {
  const { outline, protocol } = note;
  if (protocol === undefined || (stages.size === 0 && sections.length === 0)) return none;
  const titles = outline.blocks.flatMap(block => titlesIn(block, outline)).slice(0, MOST);
  const told = new Set<Stage | Section>();
  const found = titles.flatMap(({ kind, title, range, isSure }) => {
    const term = termOf(title, protocol, { stages, sections });
    const what = term?.kind === 'section' ? term.section : term?.stage;
    if (term === undefined || what === undefined || told.has(what)) return [];
    told.add(what);
    const miss: NearMiss = {
      kind,
      near: { term, title: plainText(title), language: '' },
      range,
      level: LEVEL,
    };
    return { miss, isSure };
  });
  const isOne = found.filter(({ isSure }) => !isSure).length < 2;
  return found.flatMap(({ miss, isSure }) => (isSure || !isOne ? miss : []));
}

const none: readonly never[] = [];

function termOf(
  title: string,
  protocol: CompiledProtocol,
  { stages, sections }: Missing,
): HeadingTerm | undefined {
  const stage = (protocol.matchStage(title) ?? protocol.titleWords(title).loose)?.term;
  if (stage !== undefined) return stages.has(stage) ? { kind: 'stage', stage } : undefined;
  const gap = sections.find(each => protocol.matchSection(each.stage, title)?.term === each.section);
  return gap === undefined ? undefined : { kind: 'section', ...gap };
}

/** Whether a heading has hashes before its title and nothing behind it, so that words of it can go below. */
export function isOneLine({ range, titleRange }: Heading, { text }: Outline): boolean {
  return text.startsWith('#', range.start) && range.end === titleRange.end;
}

function titlesIn(block: Block, outline: Outline): readonly EnclosedTitle[] {
  if (block.kind === 'heading') {
    const { title: whole, titleRange: range } = block;
    const title = isOneLine(block, outline) ? wordedTitle(whole)?.title : undefined;
    return title === undefined ? none : [{ kind: 'worded', title, range, isSure: true }];
  }
  if (block.kind === 'quote') return titlesInQuote(block.range, outline);
  if (block.kind === 'list') return block.items.flatMap(({ items }) => items.flatMap(titlesInItem));
  return block.kind === 'paragraph' ? block.lines.flatMap(titleBehindStamp) : none;
}

function titlesInQuote(quote: TextRange, outline: Outline): readonly EnclosedTitle[] {
  return sourceLines(quote, outline).flatMap(({ start, end }, at) => {
    const source = outline.text.slice(start, end);
    const signs = QUOTE_SIGNS.exec(source)?.[0].length ?? 0;
    const words = source.slice(signs).trimEnd();
    const range = { start: start + signs, end: start + signs + words.length };
    const callout = at === 0 ? CALLOUT.exec(words)?.[0].length : undefined;
    if (callout !== undefined) return { kind: 'quoted', title: words.slice(callout), range, isSure: true };
    const label = readLabel({ text: words, range });
    return label === undefined
      ? []
      : { kind: 'quoted', title: label.title, range: label.range, isSure: label.isHeading };
  });
}

/** The lines that a stretch of a text is on, without their ends. */
export function sourceLines({ start, end }: TextRange, { lines }: Outline): readonly TextRange[] {
  const first = lines.positionAt(start).line;
  const last = lines.positionAt(end).line;
  return Array.from({ length: last - first + 1 }, (_, at) => lines.lineRange(first + at));
}

function titlesInItem({ firstParagraph: [first], items }: ListItem): readonly EnclosedTitle[] {
  const inner = items.flatMap(titlesInItem);
  const label = first?.text.startsWith('#') === true ? readLabel(first) : undefined;
  return label === undefined
    ? inner
    : [{ kind: 'nested', title: label.title, range: label.range, isSure: true }, ...inner];
}

function titleBehindStamp({ text, range }: SourceLine): readonly EnclosedTitle[] {
  const stamp = stampOf(text).length;
  if (stamp === 0) return none;
  const label = readLabel({ text: text.slice(stamp), range: { start: range.start + stamp, end: range.end } });
  return label === undefined
    ? none
    : [{ kind: 'stamped', title: label.title, range: label.range, isSure: true }];
}
