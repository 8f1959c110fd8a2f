import { type Message, titleIn } from '../message';
import { onOneLine } from '../text/onOneLine';
import type { Line, LinePart } from './line';

/** How messages are rendered and in which language names are shown. */
export interface Renderer {
  readonly language: string;
  say(message: Message): string;
}

const PUNCTUATION = /[!-/:-@[-`{-~]/g;
const FENCE_RUNS = /`+/g;
const SHORTEST_FENCE = 3;

/**
 * The lines as Markdown. Nothing in them becomes markup, a link, an image or a command, wherever it comes from:
 * every piece is escaped, previews stand in a fence longer than any in them.
 */
export function toMarkdown(lines: readonly Line[], voice: Renderer): string {
  let markdown = '';
  let previous: Line | undefined;
  for (const line of lines) {
    if (previous !== undefined)
      markdown += line.style === 'item' && previous.style === 'item' ? '\n' : '\n\n';
    markdown += markdownOf(line, voice);
    previous = line;
  }
  return markdown;
}

/** Text as Markdown that shows it literally, on one line (every ASCII punctuation mark may be escaped). */
export function escapeMarkdown(text: string): string {
  return onOneLine(text).replace(PUNCTUATION, '\\$&');
}

function markdownOf({ style, parts }: Line, voice: Renderer): string {
  const texts = parts.map(part => textOf(part, voice));
  if (style === 'preview') return fenced(texts.join('\n'));
  const escaped = texts
    .map(escapeMarkdown)
    .filter(text => text !== '')
    .join(' · ');
  if (style === 'title') return `**${escaped}**`;
  if (style === 'label') return `*${escaped}*`;
  return style === 'item' ? `- ${escaped}` : escaped;
}

function textOf(part: LinePart, voice: Renderer): string {
  if ('words' in part) return part.words;
  return 'titles' in part ? titleIn(part.titles, voice.language) : voice.say(part);
}

function fenced(source: string): string {
  const longest = Math.max(0, ...[...source.matchAll(FENCE_RUNS)].map(([run]) => run.length));
  const fence = '`'.repeat(Math.max(SHORTEST_FENCE, longest + 1));
  return `${fence}markdown\n${source}\n${fence}`;
}
