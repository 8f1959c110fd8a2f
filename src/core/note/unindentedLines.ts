import type { Block, ListItem, Outline, SourceLine } from './outline';

/**
 * The lines of a list that begin at the edge of the text without a list marker. Markdown takes them for the words of the
 * item above them; who writes them may not.
 */
export function unindentedLines(block: Block, outline: Outline): readonly SourceLine[] {
  if (block.kind !== 'list' || !block.items.some(goesOn)) return none;
  return block.items.flatMap(item => linesOf(item, outline));
}

const none: readonly never[] = [];

function goesOn({ firstParagraph, items }: ListItem): boolean {
  return firstParagraph.length > 1 || items.some(goesOn);
}

function linesOf({ firstParagraph, items }: ListItem, outline: Outline): readonly SourceLine[] {
  const own = firstParagraph.filter(({ range: { start } }, at) => at > 0 && isAtEdge(start, outline));
  return items.length === 0 ? own : [...own, ...items.flatMap(item => linesOf(item, outline))];
}

function isAtEdge(offset: number, { text }: Outline): boolean {
  const before = text.charCodeAt(offset - 1);
  return before === LINE_FEED || before === CARRIAGE_RETURN;
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
