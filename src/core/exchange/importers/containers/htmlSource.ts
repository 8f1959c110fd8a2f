import { linesSource, type Source, withoutReferences } from './source';

const NOT_TEXT = /<!--[\s\S]*?-->|<(style|script|title)\b[^>]*>[\s\S]*?<\/\1\s*>/gi;
const BREAK = /<br\s*\/?>|<\/(?:p|div|li|tr|h[1-6]|blockquote|section|article|td|th)\s*>/gi;
const TAG = /<\/?[a-z!?][^<>]*>/gi;

/** The paragraphs of a page as lines, as noScribe writes transcripts: blanks fold, tags go, references are resolved. */
export function htmlSource(text: string): Source {
  const lines = text.replace(NOT_TEXT, ' ').replace(/\s+/g, ' ').replace(BREAK, '\n').replace(TAG, '');
  return linesSource(withoutReferences(lines));
}
