import type { TaskItem } from './taskItem';
import { type RunPiece, readTrailingRun } from './trailingRun';

/** How a goal stood: its marker and what stood behind its words, the `^id` aside. */
interface GoalState {
  readonly marker: string;
  readonly fields: readonly { readonly key: string; readonly value: string }[];
  readonly tags: readonly string[];
}

const CLOSE = '-->';

/**
 * The comment that a copy of a goal ends with when it is carried into a later note: where it comes from and how it
 * stood there, `<!-- Session 3: [/] [due:: 2026-03-19] -->`. As long as the goal stands so, it was not touched; what
 * is changed by hand or otherwise then differs from it. Undefined where the state would end the comment early.
 */
export function carriedComment(origin: string, state: GoalState): string | undefined {
  const source = stateSource(state);
  if (source.includes(CLOSE) || source.includes('<!--')) return undefined;
  return `<!-- ${origin.replace(/-{2,}/g, '–').replace(/\s+/g, ' ').trim()}: ${source} ${CLOSE}`;
}

/** What stands behind the words of a goal, the `^id` aside. */
export function fieldsSource({ fields, tags }: Omit<GoalState, 'marker'>): string {
  return [...fields.map(({ key, value }) => `[${key}:: ${value}]`), ...tags.map(tag => `#${tag}`)].join(' ');
}

/** Whether a task was carried over, as the comment at its end says, and still stands as it did. */
export function isCarriedUntouched({ marker, paragraph: { text }, wordsStart }: TaskItem): boolean {
  if (!text.trimEnd().endsWith(CLOSE)) return false;
  const comment = text.slice(text.lastIndexOf('<!--'), text.lastIndexOf(CLOSE)).trimEnd();
  const { pieces } = readTrailingRun(text, wordsStart);
  return comment.endsWith(`: ${stateSource({ marker, ...stateOf(pieces) })}`);
}

function stateOf(pieces: readonly RunPiece[]): Omit<GoalState, 'marker'> {
  return {
    fields: pieces.filter(piece => piece.kind === 'field'),
    tags: pieces.flatMap(piece => (piece.kind === 'tag' ? [piece.tag] : [])),
  };
}

function stateSource({ marker, ...rest }: GoalState): string {
  return `[${marker}] ${fieldsSource(rest)}`.trimEnd();
}
