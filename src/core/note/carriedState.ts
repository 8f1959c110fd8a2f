import type { TaskItem } from './taskItem';
import { type RunPiece, readTrailingRun } from './trailingRun';

/** A comment at the end of a task, behind which its `^id` may stand. */
const LAST_COMMENT = /<!--((?:(?!-->)[\s\S])*)-->\s*(?:\^[\p{L}\p{N}-]+\s*)?$/u;

/**
 * Whether a task was carried over, as the comment at its end says, and still stands as it did. The first version of the
 * program ended its copies so: `<!-- Session 3: [/] [due:: 2026-03-19] -->`.
 */
export function isCarriedUntouched({ marker, paragraph: { text }, wordsStart }: TaskItem): boolean {
  if (!text.includes('<!--')) return false;
  const comment = LAST_COMMENT.exec(text.slice(text.lastIndexOf('<!--')))?.[1]?.trimEnd();
  if (comment === undefined) return false;
  const { pieces } = readTrailingRun(text, wordsStart);
  return comment.endsWith(`: ${stateSource(marker, pieces)}`);
}

/** How a task stands: its marker and what stands behind its words, the `^id` aside. */
function stateSource(marker: string, pieces: readonly RunPiece[]): string {
  const fields = pieces.flatMap(piece => (piece.kind === 'field' ? `[${piece.key}:: ${piece.value}]` : []));
  const tags = pieces.flatMap(piece => (piece.kind === 'tag' ? `#${piece.tag}` : []));
  return [`[${marker}]`, ...fields, ...tags].join(' ');
}
