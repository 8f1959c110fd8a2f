import type { CompiledProtocol } from '../protocol/compiledProtocol';
import type { Stage } from '../protocol/schema';
import type { TextRange } from '../text/textRange';
import { STRAY } from '../text/unseen';
import type { Block, Outline } from './outline';

/** `##Title`: Markdown wants a space or a tab behind the hashes, and none of what no one sees before them. */
const NO_BLANK = new RegExp(
  `^${STRAY}*(?<hashes>#{1,6})(?<title>(?:${STRAY}|(?<=${STRAY}#{1,6}) |[^\\s#]).*)$`,
);
const STRAY_AT_ENDS = new RegExp(`^(?:${STRAY}|\\s)+|(?:${STRAY}|\\s)+$`, 'g');
const LEADS_TO_HASH = new RegExp(`^${STRAY}*#`);
const HTML = /^<h(?<level>[1-6])(?:\s[^>]*)?>(?<title>.*)<\/h\k<level>>\s*$/i;
/** No title is longer, in UTF-16 code units. */
const LONGEST_TITLE = 200;

/** A line that is meant as a heading and is none in Markdown. */
export interface BrokenHeading {
  readonly range: TextRange;
  readonly level: number;
  readonly title: string;
  /** The stage that it would name. */
  readonly stage: Stage | undefined;
}

/** The top-level lines that are meant as headings. One hash before a word is a tag, unless the word names a stage. */
export function brokenHeadings(outline: Outline, protocol: CompiledProtocol): readonly BrokenHeading[] {
  return outline.blocks
    .flatMap(block => linesOf(block, outline))
    .flatMap(({ text, range }) => {
      if (text.length > LONGEST_TITLE) return [];
      const { hashes, level, title: written = '' } = (NO_BLANK.exec(text) ?? HTML.exec(text))?.groups ?? {};
      const title = written.replace(STRAY_AT_ENDS, '');
      if (title === '') return [];
      const stage = (protocol.matchStage(title) ?? protocol.titleWords(title).loose)?.term;
      if (hashes === '#' && stage === undefined) return [];
      return [{ range, level: hashes?.length ?? Number(level), title, stage }];
    });
}

function linesOf(block: Block, { text, lines }: Outline): readonly { text: string; range: TextRange }[] {
  if (block.kind === 'paragraph') return block.lines.filter(line => beginsWithHash(line.text));
  if (block.kind !== 'html') return [];
  const first = lines.positionAt(block.range.start).line;
  const last = lines.positionAt(block.range.end).line;
  return Array.from({ length: last - first + 1 }, (_, at) => {
    const { start, end } = lines.lineRange(first + at);
    const source = text.slice(start, end).trimEnd();
    return { text: source, range: { start, end: start + source.length } };
  });
}

/** Cheap, since it is asked of every line of a paragraph. */
function beginsWithHash(text: string): boolean {
  return text.startsWith('#') || (text.charCodeAt(0) > 0x7f && LEADS_TO_HASH.test(text));
}
