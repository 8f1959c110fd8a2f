import { linesSource, type Source, withoutReferences } from './source';

/** What begins something that is no text, and what ends it. */
const HIDDEN = /<!--|<(style|script|title)\b[^<>]*>/gi;
const ENDS = { '': /-->/g, style: /<\/style\s*>/gi, script: /<\/script\s*>/gi, title: /<\/title\s*>/gi };
const BREAK = /<br\s*\/?>|<\/(?:p|div|li|tr|h[1-6]|blockquote|section|article|td|th)\s*>/gi;
const TAG = /<\/?[a-z!?][^<>]*>/gi;

/** The paragraphs of a page as lines, as noScribe writes transcripts: blanks fold, tags go, references are resolved. */
export function htmlSource(text: string): Source {
  const lines = withoutHidden(text).replace(/\s+/g, ' ').replace(BREAK, '\n').replace(TAG, '');
  return linesSource(withoutReferences(lines));
}

/** A blank in place of comments, styles, scripts and titles that end somewhere. */
function withoutHidden(text: string): string {
  const endless = new Set<string>();
  let shown = '';
  let done = 0;
  for (const { index, 0: opening, 1: tag = '' } of text.matchAll(HIDDEN)) {
    const name = tag.toLowerCase();
    if (index < done || endless.has(name)) continue;
    const end = endBehind(text, index + opening.length, name);
    if (end === undefined) {
      // Behind it is none either.
      endless.add(name);
      continue;
    }
    shown += `${text.slice(done, index)} `;
    done = end;
  }
  return shown + text.slice(done);
}

function endBehind(text: string, from: number, name: string): number | undefined {
  const end = name === 'style' || name === 'script' || name === 'title' ? ENDS[name] : ENDS[''];
  end.lastIndex = from;
  const found = end.exec(text);
  return found === null ? undefined : found.index + found[0].length;
}
