import type { MarkdownIt, Token } from 'markdown-it';
import { statusOfMarker } from '../core/goal/markers';
import { message } from '../core/message';
import { looksLikeNote } from '../core/note/recognise';
import { render } from '../l10n/catalogue';

const tokenType = 'session_notes_marker';

/** An opening bracket, one code point, a closing bracket and a blank, as a goal begins. */
const goalMarker = /^\[(.)\](?=\s)/u;

/**
 * Draws the markers of goals and actions in Markdown's own preview, in session notes only: other files may mean
 * something else by the same brackets.
 */
export function drawGoalMarkers(preview: MarkdownIt): MarkdownIt {
  preview.core.ruler.push(tokenType, state => {
    if (!looksLikeNote(state.src)) return;
    state.tokens.forEach((token, position) => {
      const opensItem = state.tokens[position - 2]?.type === 'list_item_open';
      if (opensItem && token.type === 'inline') drawMarker(token, new state.Token(tokenType, 'span', 0));
    });
  });
  preview.renderer.rules[tokenType] = (tokens, at) => renderMarker(tokens[at]?.content ?? '', preview);
  return preview;
}

function drawMarker(item: Token, drawn: Token): void {
  const first = item.children?.[0];
  const match = first?.type === 'text' ? goalMarker.exec(first.content) : null;
  const marker = match?.[1];
  if (first === undefined || match === null || marker === undefined) return;
  if (statusOfMarker(marker) === undefined) return;
  first.content = first.content.slice(match[0].length);
  drawn.content = marker;
  item.children?.unshift(drawn);
}

function renderMarker(marker: string, preview: MarkdownIt): string {
  const status = statusOfMarker(marker);
  if (status === undefined) return '';
  const name = preview.utils.escapeHtml(render(message(`goal-status.${status}`)));
  return `<span class="session-notes-marker session-notes-${status}" role="img" aria-label="${name}" title="${name}"></span>`;
}
