import type { CompiledProtocol } from '../protocol/compiledProtocol';
import type { Stage } from '../protocol/schema';
import { plainText } from '../text/plainText';
import type { TextRange } from '../text/textRange';
import type { Outline, Paragraph, SourceLine } from './outline';
import { MOST_COMPARED } from './titleLines';

/** A row of a table with the title of a stage in one of its cells. */
interface TitleRow {
  readonly stage: Stage;
  readonly title: string;
  /** What stands in the cells behind it. */
  readonly words: string;
  readonly line: SourceLine;
}

/** A table, which is a paragraph to what reads notes, with rows that hold titles. */
interface TableOfTitles {
  readonly block: Paragraph;
  readonly rows: readonly TitleRow[];
}

const LONGEST_TITLE = 200;
const BAR = /(?<!\\)\|/;

/** The first table of a note whose cells hold titles of `missing`, each of which it tells once. */
export function tableOfTitles(
  outline: Outline,
  protocol: CompiledProtocol,
  missing: ReadonlySet<Stage>,
): TableOfTitles | undefined {
  if (missing.size === 0 || !outline.text.includes('|')) return undefined;
  for (const block of outline.blocks) {
    if (block.kind !== 'paragraph' || !block.lines.some(isRow)) continue;
    const left = new Set(missing);
    const rows = block.lines.slice(0, MOST_COMPARED).flatMap(line => {
      const row = titleRow(line, protocol, left);
      if (row !== undefined) left.delete(row.stage);
      return row ?? [];
    });
    if (rows.length > 0) return { block, rows };
  }
  return undefined;
}

function isRow({ text }: SourceLine): boolean {
  return text.startsWith('|');
}

function titleRow(
  line: SourceLine,
  protocol: CompiledProtocol,
  missing: ReadonlySet<Stage>,
): TitleRow | undefined {
  if (!isRow(line)) return undefined;
  const cells = line.text.split(BAR).map(cell => cell.trim());
  for (const [at, cell] of cells.entries()) {
    if (!/\p{L}/u.test(cell) || cell.length > LONGEST_TITLE) continue;
    const stage = (protocol.matchStage(cell) ?? (at < 2 ? protocol.titleWords(cell).loose : undefined))?.term;
    if (stage === undefined || !missing.has(stage)) continue;
    const words = cells.slice(at + 1).filter(each => /[^:\s]/.test(each));
    return { stage, title: plainText(cell).replace(/ *:$/, ''), words: words.join(' – '), line };
  }
  return undefined;
}

/** The lines of the table that stay a table, as they are written. */
export function otherRows({ block, rows }: TableOfTitles): readonly string[] {
  const taken = new Set<TextRange>(rows.map(({ line }) => line.range));
  return block.lines.filter(({ range }) => !taken.has(range)).map(({ text }) => text);
}
