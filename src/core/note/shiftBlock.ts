import { shifted } from '../text/textRange';
import type { Block, ListItem, SourceLine } from './outline';

/** The same block where it stands so many code units and lines further on (or back, if negative). */
export function shiftBlock<Kind extends Block>(block: Kind, by: number, lines: number): Kind;
export function shiftBlock(block: Block, by: number, lines: number): Block {
  const range = shifted(block.range, by);
  switch (block.kind) {
    case 'heading':
      return { ...block, range, titleRange: shifted(block.titleRange, by), line: block.line + lines };
    case 'paragraph':
      return { kind: 'paragraph', range, lines: shiftedLines(block.lines, by) };
    case 'list':
      return { ...block, range, items: block.items.map(item => shiftItem(item, by, lines)) };
    case 'quote':
      return { ...block, range, content: block.content.map(each => shiftBlock(each, by, lines)) };
    default:
      return { ...block, range };
  }
}

function shiftItem(item: ListItem, by: number, lines: number): ListItem {
  return {
    ...item,
    range: shifted(item.range, by),
    marker: shifted(item.marker, by),
    line: item.line + lines,
    firstParagraph: shiftedLines(item.firstParagraph, by),
    items: item.items.map(nested => shiftItem(nested, by, lines)),
    quotes: item.quotes.map(quote => shiftBlock(quote, by, lines)),
  };
}

function shiftedLines(lines: readonly SourceLine[], by: number): readonly SourceLine[] {
  return lines.map(({ text, range }) => ({ text, range: shifted(range, by) }));
}
