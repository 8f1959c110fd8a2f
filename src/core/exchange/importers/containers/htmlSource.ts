import { linesSource, type Source, SourceBuilder, withoutReferences } from './source';

/** What begins something that is no text, and what ends it. */
const HIDDEN = /<!--|<(style|script|title)\b[^<>]*>/gi;
const ENDS = { '': /-->/g, style: /<\/style\s*>/gi, script: /<\/script\s*>/gi, title: /<\/title\s*>/gi };
const BREAK =
  /<br\s*\/?>|<\/(?:p|div|li|tr|h[1-6]|blockquote|section|article|td|th|dt|dd|pre|figcaption|header|footer)\s*>/gi;
/** What begins a line of its own, if something stands before it on the line. */
const OPENING =
  /<(?:p|div|[uod]l|li|tr|h[1-6r]|blockquote|section|article|td|th|dt|dd|pre|figcaption|header|footer)\b[^<>]*>/gi;
/** Stands for an opening, as no other blank than a space is left. */
const OPENED = '\v';
/** Where text begins or ends whose line ends are shown, in one group, as {@link partsOf} takes it. */
const PREFORMATTED = /(<\/?pre\b[^<>]*>)/i;
const TAG = /<\/?[a-z!?][^<>]*>/gi;

/** Where a table begins or ends, in one group. */
const TABLE = /(<\/?table\b[^<>]*>)/i;
const ROW = /<tr\b[^<>]*>/i;
const CELL = /<t[dh]\b[^<>]*>/i;

/**
 * The paragraphs of a page as lines, as noScribe writes transcripts, and its tables: blanks fold, tags go, references are
 * resolved.
 */
export function htmlSource(text: string): Source {
  const shown = withLineEnds(withoutHidden(text)).replace(/\s+/g, ' ');
  const source = new SourceBuilder();
  let line = 0;
  const addLines = (html: string): void => {
    for (const each of linesSource(textOf(html)).pieces) source.add(line++, each.text);
  };
  let outside = '';
  for (const { html, isInside } of partsOf(shown, TABLE)) {
    if (!isInside) {
      outside += html;
      continue;
    }
    addLines(outside);
    outside = '';
    const [caption = '', ...all] = html.split(ROW);
    addLines(caption);
    source.addTable(
      all.map(row => {
        const [, ...cells] = row.split(CELL);
        const at = line++;
        return cells.map(cell => ({ line: at, text: textOf(cell).trim() }));
      }),
    );
  }
  addLines(outside);
  return source.built();
}

function textOf(html: string): string {
  const lines = html.replace(BREAK, '\n').replace(OPENING, OPENED).replace(TAG, '');
  return withoutReferences(lines.replace(/(^|\n)[\v ]+/g, '$1').replace(/ ?\v[\v ]*/g, '\n'));
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

/** The page with an element for each line end that is shown. */
function withLineEnds(page: string): string {
  return partsOf(page, PREFORMATTED)
    .map(({ html, isInside }) => (isInside ? html.replace(/\r\n?|\n/g, '<br>') : html))
    .join('');
}

/**
 * A page in parts: its tags of a kind, what stands between an opening one and the closing one that is next, and the rest.
 * Split at the tags: a pattern for all between them fails on long texts.
 */
function partsOf(
  page: string,
  tag: RegExp,
): readonly { readonly html: string; readonly isInside: boolean }[] {
  const parts = page.split(tag);
  return parts.map((html, at) => ({
    html,
    isInside: at % 2 === 0 && /^<[^/]/.test(parts[at - 1] ?? '') && parts[at + 1]?.startsWith('</') === true,
  }));
}
