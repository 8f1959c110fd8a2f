import type { CompiledProtocol } from '../protocol/compiledProtocol';
import { plainText } from '../text/plainText';
import type { TextRange } from '../text/textRange';
import type { FrontMatter } from './frontMatter';
import type { Block, Outline, SourceLine } from './outline';

const TITLE_LEVEL = 1;
const LINE = /^(?<label>[^:：]{2,60}?)-?\s*[:：]\s*(?<value>\S.*)$/;
/** A label in bold or italics, with the colon in it or behind: `**Client:** AR`. */
const EMPHASISED = /^(?<marks>[*_]{1,3})(?<label>[^:：*_]{2,60}?)\s*(?:[:：]\s*\k<marks>|\k<marks>\s*[:：])/;

/** A line of a form at the top of a note, whose value belongs into the front matter. */
export interface FormLine {
  /** The id of the field that its label means. */
  readonly field: string;
  readonly value: string;
  /** Of the whole line, without its end. */
  readonly range: TextRange;
}

/**
 * The lines above all headings but the title that name a field, with a colon and a value behind it, as a form from a word
 * processor does (`Nama konseli : AR`). Of fields that the front matter has already, there are none.
 */
export function formLines(
  outline: Outline,
  frontMatter: FrontMatter,
  protocol: CompiledProtocol,
): readonly FormLine[] {
  const known = new Set(
    frontMatter.entries.flatMap(({ field, values }) =>
      values.length > 0 && field !== undefined ? [field] : [],
    ),
  );
  const found: FormLine[] = [];
  for (const [at, block] of outline.blocks.entries()) {
    if (block.kind === 'heading' && (at > 0 || block.level > TITLE_LEVEL)) break;
    for (const line of linesOf(block)) {
      const { label, value = '' } = LINE.exec(plainLabel(line.text))?.groups ?? {};
      const field = label === undefined ? undefined : fieldMeant(label, protocol);
      if (field === undefined || known.has(field)) continue;
      known.add(field);
      found.push({ field, value: plainText(value), range: wholeLine(outline, line) });
    }
  }
  return found;
}

function plainLabel(text: string): string {
  return text.startsWith('*') || text.startsWith('_') ? text.replace(EMPHASISED, '$<label>:') : text;
}

/** The field that a label means, unless it is the title of a part: the members of a group are no client. */
function fieldMeant(label: string, protocol: CompiledProtocol): string | undefined {
  const field = protocol.fieldByLabel(label);
  return field === undefined || protocol.matchStage(plainText(label)) !== undefined ? undefined : field;
}

function linesOf(block: Block): readonly SourceLine[] {
  if (block.kind === 'paragraph') return block.lines;
  if (block.kind !== 'list') return [];
  return block.items.flatMap(({ firstParagraph, items }) =>
    firstParagraph.length === 1 && items.length === 0 ? firstParagraph : [],
  );
}

function wholeLine({ lines }: Outline, { range }: SourceLine): TextRange {
  return lines.lineRange(lines.positionAt(range.start).line);
}
