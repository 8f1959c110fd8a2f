import type { TextRange } from '../text/textRange';
import type { Outline } from './outline';

const FENCE = /^[ \t]*(`{3,}|~{3,})/;
const RAW_ELEMENT = /^[ \t]*<(script|pre|style|textarea)(?=[\s>]|$)/i;

/**
 * The line that would end the last block of a text where nothing yet does (a fence or comment that is never
 * closed runs to the end of the text, and swallows what is added there); undefined where none is needed.
 */
export function closingLine(outline: Pick<Outline, 'blocks' | 'text'>): string | undefined {
  const last = outline.blocks.at(-1);
  if (last === undefined || last.range.end < outline.text.trimEnd().length) return undefined;
  if (last.kind === 'code') return closingFence(outline.text, last.range);
  if (last.kind === 'html' || last.kind === 'comment') return closingMarkup(outline.text, last.range);
  return undefined;
}

function closingFence(text: string, range: TextRange): string | undefined {
  const lines = text
    .slice(range.start, range.end)
    .trimEnd()
    .split(/\r\n|\n|\r/);
  const fence = FENCE.exec(lines[0] ?? '')?.[1];
  if (fence === undefined) return undefined;
  const last = lines.length > 1 ? (lines.at(-1) ?? '').trim() : '';
  const closed = last.length >= fence.length && last === fence.charAt(0).repeat(last.length);
  return closed ? undefined : fence;
}

/** The end of a comment, of a processing instruction and the like; other HTML ends at a blank line by itself. */
function closingMarkup(text: string, range: TextRange): string | undefined {
  const source = text.slice(range.start, range.end);
  const start = source.trimStart();
  if (start.startsWith('<!--')) return unlessIn(source, '-->');
  if (start.startsWith('<?')) return unlessIn(source, '?>');
  if (start.startsWith('<![CDATA[')) return unlessIn(source, ']]>');
  if (/^<![a-z]/i.test(start)) return unlessIn(source, '>');
  if (!RAW_ELEMENT.test(start)) return undefined;
  // Whichever of the four end tags comes first ends the block.
  return /<\/(script|pre|style|textarea)>/i.test(source)
    ? undefined
    : `</${RAW_ELEMENT.exec(start)?.[1] ?? ''}>`;
}

function unlessIn(source: string, end: string): string | undefined {
  return source.includes(end) ? undefined : end;
}
