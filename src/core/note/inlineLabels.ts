import type { CompiledProtocol } from '../protocol/compiledProtocol';
import type { Stage } from '../protocol/schema';
import type { TextRange } from '../text/textRange';
import type { Outline, SourceLine } from './outline';

/** No label has more words. */
const MOST_WORDS = 5;
/** How much of a line is looked back on from a colon, in UTF-16 code units. */
const LONGEST_LABEL = 80;
/** A colon that ends a label, with emphasis around it. */
const COLON = /(?<=[^\s:*_][*_]{0,3}) ?:[*_]{0,3}(?=\s|$)/g;
const WORD = /[^\s.;!?,()*_]+/g;

/** The label of a stage in the middle of a line: `S: tired. O: calm.` */
export interface InlineLabel {
  readonly stage: Stage;
  /** What names it, as it stands there. */
  readonly title: string;
  /** From the emphasis before it to behind its colon. */
  readonly range: TextRange;
  /** Its line, as a number from 0. */
  readonly line: number;
}

/**
 * The labels of stages that stand in the middle of lines of top-level paragraphs. A line has some only where it has
 * labels of several stages, those at its beginning counted, in the order of the protocol.
 */
export function inlineLabelsIn(outline: Outline, protocol: CompiledProtocol): readonly InlineLabel[] {
  const found: InlineLabel[] = [];
  for (const block of outline.blocks) {
    if (block.kind !== 'paragraph') continue;
    for (const line of block.lines) {
      if (!hasTwoColons(line.text)) continue;
      const labels = labelsOfLine(line, protocol);
      if (!areInOrder(labels, protocol)) continue;
      const number = outline.lines.positionAt(line.range.start).line;
      const inside = labels.filter(({ range }) => range.start > line.range.start);
      found.push(...inside.map(label => ({ ...label, line: number })));
    }
  }
  return found;
}

function hasTwoColons(text: string): boolean {
  const first = text.indexOf(':');
  return first >= 0 && text.includes(':', first + 1);
}

type LineLabel = Omit<InlineLabel, 'line'>;

function areInOrder(labels: readonly LineLabel[], { protocol }: CompiledProtocol): boolean {
  const places = labels.map(({ stage }) => protocol.stages.indexOf(stage));
  return places.length > 1 && places.every((place, at) => at === 0 || place > (places[at - 1] ?? 0));
}

function labelsOfLine({ text, range }: SourceLine, protocol: CompiledProtocol): readonly LineLabel[] {
  return [...text.matchAll(COLON)].flatMap(({ index, 0: colon }) => {
    const label = labelBefore(text, index, protocol);
    if (label === undefined) return [];
    const { stage, title, start } = label;
    const end = range.start + index + colon.length;
    return [{ stage, title, range: { start: range.start + start, end } }];
  });
}

/** The longest run of words right before a colon that names a stage. */
function labelBefore(
  text: string,
  colon: number,
  protocol: CompiledProtocol,
): { readonly stage: Stage; readonly title: string; readonly start: number } | undefined {
  const from = Math.max(0, colon - LONGEST_LABEL);
  const before = text.slice(from, colon).replace(/[*_]+$/, '');
  const words = [...before.matchAll(WORD)].slice(-MOST_WORDS);
  for (const { index } of words) {
    const title = before.slice(index);
    const match = /[.;!?,()*_]/.test(title) ? undefined : protocol.matchStage(title);
    if (match === undefined) continue;
    const marks = /[*_]*$/.exec(before.slice(0, index))?.[0].length ?? 0;
    const start = from + index - marks;
    if (start === 0 || /\s/.test(text.charAt(start - 1))) return { stage: match.term, title, start };
  }
  return undefined;
}
