import type { MarkdownIt, StateCore, Token } from 'markdown-it';
import { message } from '../../core/message';
import { carriedMarker, isMarker, statusOfMarker } from '../../core/note/markers';
import { looksLikeNote } from '../../core/note/recognise';
import { readItemBox } from '../../core/note/taskLine';
import { type RunPiece, readTrailingRun } from '../../core/note/trailingRun';
import { render } from '../../l10n/catalogue';

const markerType = 'session_notes_marker';
const runType = 'session_notes_run';

/**
 * Draws the markers of goals and actions in Markdown's own preview and sets their ids, fields and tags apart, in
 * session notes only: other files may mean something else by the same brackets.
 */
export function drawGoalMarkers(preview: MarkdownIt): MarkdownIt {
  const runs = new WeakMap<Token, string>();
  // Markers are taken out before the words are parsed, so that `[x]` is never a link to a definition of `x`.
  preview.core.ruler.after('block', markerType, state => {
    if (looksLikeNote(state.src)) for (const task of tasksOf(state)) takeApart(task, state, runs);
  });
  preview.core.ruler.after('inline', runType, state => {
    for (const token of state.tokens) appendRun(token, state, runs);
  });
  preview.renderer.rules[markerType] = (tokens, at) => renderMarker(tokens[at]?.content ?? '', preview);
  preview.renderer.rules[runType] = (tokens, at) =>
    ` <span class="session-notes-run">${preview.utils.escapeHtml(tokens[at]?.content ?? '')}</span>`;
  return preview;
}

interface Task {
  readonly item: Token;
  /** The item's first block, a paragraph. */
  readonly paragraph: Token;
  /** Its first code units, from the bracket to the words. */
  readonly opening: string;
  readonly marker: string;
}

function tasksOf({ tokens }: StateCore): readonly Task[] {
  return tokens.flatMap((paragraph, at) => {
    const item = tokens[at - 2];
    if (item?.type !== 'list_item_open' || tokens[at - 1]?.type !== 'paragraph_open') return [];
    const box = readItemBox(paragraph.content);
    if (box === undefined || !isMarker(box.marker)) return [];
    // The words may begin on the line below the box.
    const lead = /^[ \t]*\n/.exec(paragraph.content.slice(box.wordsStart))?.[0].length ?? 0;
    return [
      { item, paragraph, opening: paragraph.content.slice(0, box.wordsStart + lead), marker: box.marker },
    ];
  });
}

function takeApart(task: Task, state: StateCore, runs: WeakMap<Token, string>): void {
  const { item, paragraph, opening, marker } = task;
  const text = paragraph.content.slice(opening.length);
  const { wordsStart, wordsEnd, pieces } = readTrailingRun(text.replaceAll('\n', ' '), 0);
  if (pieces.length > 0) {
    runs.set(paragraph, pieces.map(piece => wordsOf(piece, text)).join(' · '));
  }
  const drawn = new state.Token(markerType, 'span', 0);
  drawn.content = marker;
  paragraph.content = text.slice(wordsStart, wordsEnd);
  paragraph.children = [drawn];
  item.attrJoin('class', 'session-notes-task');
}

/** A piece behind the words as one reads it: a field as its key and its value, anything else as it stands. */
function wordsOf(piece: RunPiece, text: string): string {
  if (piece.kind !== 'field') return text.slice(piece.start, piece.end);
  const { key, field, value } = piece;
  return field === 'due' ? render(message('goals.due', { date: value })) : `${key}: ${value}`;
}

function appendRun(paragraph: Token, state: StateCore, runs: WeakMap<Token, string>): void {
  const run = runs.get(paragraph);
  if (run === undefined) return;
  const drawn = new state.Token(runType, 'span', 0);
  drawn.content = run;
  paragraph.children?.push(drawn);
}

function renderMarker(marker: string, preview: MarkdownIt): string {
  const status = marker === carriedMarker ? 'carried-over' : statusOfMarker(marker);
  if (status === undefined) return '';
  const name = preview.utils.escapeHtml(render(message(`goal-status.${status}`)));
  const classes = `session-notes-marker session-notes-${status}`;
  return `<span class="${classes}" role="img" aria-label="${name}" title="${name}"></span> `;
}
