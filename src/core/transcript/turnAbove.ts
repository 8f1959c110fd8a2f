import type { Turn } from './transcript';
import type { TurnChunks } from './turnChunks';

/**
 * The turn that ends above the blank line of `offset`: who listens and types a blank line after what was said means that
 * turn. Undefined where the line is not blank, and where something else stands above it.
 */
export function turnAbove(turns: TurnChunks, offset: number): Turn | undefined {
  const { text, lines } = turns.note.outline;
  const { line } = lines.positionAt(offset);
  const end = text.slice(0, lines.lineStart(line)).trimEnd().length;
  if (text.slice(lines.lineStart(line), lines.lineStart(line + 1)).trim() !== '') return undefined;
  return turns.turnsIn({ start: end, end }).at(-1);
}
