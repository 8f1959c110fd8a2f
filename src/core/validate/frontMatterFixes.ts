import { type MessageKey, message } from '../message';
import type { FrontMatterFault } from '../note/frontMatter';
import { findFrontMatter, isKeyLine } from '../note/frontMatterSource';
import type { Outline } from '../note/outline';
import { readEntries } from '../note/yamlEntries';
import { indexLines } from '../text/lineIndex';
import { applyEdits, lineEndOf, type TextEdit } from '../text/textEdit';
import type { Fix } from './problem';

/** A line as it may be meant. */
interface Attempt {
  readonly title: MessageKey;
  readonly line: string;
}

/** What stands before a value: the dashes of a list, a key with its colon. */
const VALUE = /^((?:-[ \t]+)*(?:[^:'"#\s-][^:]*:[ \t]+)?)(\S.*?)((?:[ \t]+#.*)?)$/;
const CLOSES: ReadonlyMap<string, { readonly sign: string; readonly title: MessageKey }> = new Map([
  ['"', { sign: '"', title: 'fix.close-quote' }],
  ["'", { sign: "'", title: 'fix.close-quote' }],
  ['[', { sign: ']', title: 'fix.close-bracket' }],
  ['{', { sign: '}', title: 'fix.close-bracket' }],
]);
/** Signs that a value of several lines, an anchor or a tag begins with. */
const SPECIAL = /^[|>&!]/;
const WITHOUT_BLANK = /^([\p{L}][\p{L}\p{N}_-]*):([^\s:/].*)$/u;
const WITHOUT_COLON = /^([\p{L}][\p{L}\p{N}_-]*)(?:[ \t]*[-=–][ \t]+(\S.*))?$/u;
/** What stands below a key; a line that begins with `#` is more likely a heading than a comment. */
const BELOW_KEY = /^(?:[ \t]+\S|-[ \t])/;

/** The steps that mend what is wrong with a front matter as YAML: of what may be meant only what can be read then. */
export function frontMatterFixes(
  outline: Outline,
  { range, message: said }: FrontMatterFault,
): readonly Fix[] {
  const { lines, text } = outline;
  const { line } = lines.positionAt(range.start);
  // What YAML has nothing against, as a key that is there twice, is no matter of how it is written.
  const isYaml = faultsOf(text).some(({ message: each }) => each.key === said.key);
  if (!isYaml) return [];
  if (said.key === 'front-matter.unclosed') return mending([closing(outline)], outline, line);
  // A line that is indented by mistake goes on with the value of the line above.
  const below = line + 1 < lines.lineCount ? indentations(outline, line + 1) : [];
  const fixes = [...attemptsAt(outline, line), ...below];
  const all = mending(fixes, outline, line + 1);
  // The line below may have a mistake of its own.
  return all.length > 0 ? all : mending(fixes, outline, line);
}

/** Those of the fixes after which nothing is wrong any more up to a line. */
function mending(fixes: readonly Fix[], { text }: Outline, line: number): readonly Fix[] {
  return fixes.filter(({ edits }) => {
    const after = applyEdits(text, edits);
    const lines = indexLines(after);
    return (
      findFrontMatter(after, lines) !== undefined &&
      faultsOf(after).every(({ range }) => lines.positionAt(range.start).line > line)
    );
  });
}

/** What is wrong with the front matter of a text as YAML. */
function faultsOf(text: string): readonly FrontMatterFault[] {
  const source = findFrontMatter(text, indexLines(text));
  return source === undefined ? [] : readEntries(text, source).faults;
}

function attemptsAt(outline: Outline, line: number): readonly Fix[] {
  const source = lineText(outline, line);
  const indent = /^[ \t]*/.exec(source)?.[0] ?? '';
  const content = source.slice(indent.length).trimEnd();
  const attempts = [...colons(content), ...values(content)];
  return [
    ...indentations(outline, line),
    ...attempts.map(attempt => fixOf(outline, line, { ...attempt, line: indent + attempt.line })),
  ];
}

function indentations(outline: Outline, line: number): readonly Fix[] {
  const source = lineText(outline, line);
  const indent = /^[ \t]*/.exec(source)?.[0] ?? '';
  const content = source.slice(indent.length);
  if (indent === '' || content === '') return [];
  const spaces = indent.replaceAll('\t', '  ');
  const attempts: Attempt[] = [{ title: 'fix.remove-indentation', line: content }];
  if (spaces !== indent) attempts.unshift({ title: 'fix.indent-with-spaces', line: spaces + content });
  return attempts.map(attempt => fixOf(outline, line, attempt));
}

function colons(content: string): readonly Attempt[] {
  const [, key, value] = WITHOUT_BLANK.exec(content) ?? [];
  if (key !== undefined) return [{ title: 'fix.blank-behind-colon', line: `${key}: ${value}` }];
  const [, word, rest] = WITHOUT_COLON.exec(content) ?? [];
  if (word === undefined) return [];
  return [{ title: 'fix.colon-behind-key', line: rest === undefined ? `${word}:` : `${word}: ${rest}` }];
}

function values(content: string): readonly Attempt[] {
  const [, head = '', value = '', comment = ''] = VALUE.exec(content) ?? [];
  if (value === '' || SPECIAL.test(value)) return [];
  const closes = CLOSES.get(value.charAt(0));
  const quoted: Attempt = { title: 'fix.quote-value', line: head + inQuotes(value) + comment };
  if (closes === undefined) return [quoted];
  const { sign, title } = closes;
  return value.indexOf(sign, 1) < 0 ? [{ title, line: head + value + sign + comment }] : [quoted];
}

/** Between single quotes nothing but they themselves means anything. */
function inQuotes(value: string): string {
  return /["\\]/.test(value) ? `'${value.replaceAll("'", "''")}'` : `"${value}"`;
}

/** A line that closes it, below the last that belongs to it. */
function closing(outline: Outline): Fix {
  const { lines, text } = outline;
  let after = 1;
  while (after < lines.lineCount && belongs(lineText(outline, after))) after++;
  const lineEnd = lineEndOf(text);
  const place = after < lines.lineCount ? lines.lineStart(after) : text.length;
  const isBehindText = place > 0 && !/[\r\n]$/.test(text.slice(0, place));
  const newText = `${isBehindText ? lineEnd : ''}---${lineEnd}`;
  return fix('fix.close-front-matter', { range: { start: place, end: place }, newText });
}

function belongs(line: string): boolean {
  return isKeyLine(line) || BELOW_KEY.test(line);
}

function fixOf({ lines }: Outline, line: number, attempt: Attempt): Fix {
  return fix(attempt.title, { range: lines.lineRange(line), newText: attempt.line });
}

function fix(title: MessageKey, edit: TextEdit): Fix {
  return { title: message(title), safety: 'suggestion', edits: [edit] };
}

function lineText({ lines, text }: Outline, line: number): string {
  const { start, end } = lines.lineRange(line);
  return text.slice(start, end);
}
