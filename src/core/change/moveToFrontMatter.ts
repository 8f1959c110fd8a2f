import { commentsIn } from '../note/comments';
import { readDate } from '../note/dates';
import { type FormLine, formLines } from '../note/formLines';
import type { Note } from '../note/note';
import { lineEndOf, type TextEdit } from '../text/textEdit';
import type { TextRange } from '../text/textRange';
import { textStart } from '../text/textStart';
import { yamlScalar } from '../yaml/yamlScalar';
import { takesLines } from './fieldEdits';

/** A number behind what makes it an ordinal, or that alone: `ke-2`. */
const NUMBER = /^(?:\p{L}+[- ]?)?(\d{1,4})$/u;

/**
 * Moves the lines of a form at the top of a note into its front matter, which is made where there is none: dates as
 * `YYYY-MM-DD` where they can be read, all else as it is. Undefined where the front matter takes no lines.
 */
export function moveToFrontMatter(note: Note): readonly TextEdit[] | undefined {
  const { text, frontMatter } = note.outline;
  if (frontMatter !== undefined && !takesLines(note)) return undefined;
  const eol = lineEndOf(text);
  const found = formLines(note);
  const written = found.map(line => ({ line, source: sourceOf(line, note) }));
  const inPlace: TextEdit[] = [];
  const added: string[] = [];
  for (const { line, source } of written) {
    const entry = note.frontMatter.entries.find(({ field }) => field === line.field);
    if (entry === undefined) added.push(`${line.field}: ${source}${eol}`);
    else inPlace.push({ range: entry.valueRange, newText: ` ${source}` });
  }
  const start = frontMatter?.yaml.end ?? textStart(text);
  const keys = added.join('');
  const newText = frontMatter === undefined ? `---${eol}${keys}---${eol}` : keys;
  const removed = withoutGaps(
    note,
    found.map(({ range }) => range),
  );
  return [
    ...inPlace,
    { range: { start, end: start }, newText },
    ...removed.map(range => ({
      range,
      newText: commentsIn(text, range)
        .map(comment => comment.trimEnd() + eol)
        .join(''),
    })),
  ];
}

function sourceOf({ field, value }: FormLine, { protocol, language }: Note): string {
  const type = protocol?.protocol.fields.find(({ id }) => id === field)?.type;
  if (type === 'date') return dateSource(value, language);
  const number = type === 'integer' ? NUMBER.exec(value)?.[1] : undefined;
  return number ?? yamlScalar(value);
}

/** A date with its clock time, where they are all that a value says; else the value, of which is told where it stands then. */
function dateSource(value: string, language: string | undefined): string {
  const reading = readDate(value, language);
  if (!reading?.isSure) return yamlScalar(value);
  return reading.clock === '' ? reading.date : yamlScalar(`${reading.date} ${reading.clock}`);
}

/** What stands between the title row of a table and the others. */
const TABLE_RULE = /^[ \t>]*\|?[ \t]*:?-[-:| \t]*$/;

/** The lines between the rows of tables all rows of which are among `numbers`. */
function tableRules(
  { outline: { text, lines, blocks } }: Note,
  numbers: readonly number[],
): readonly number[] {
  return blocks.flatMap(block => {
    if (block.kind !== 'paragraph' || !text.startsWith('|', block.lines[0]?.range.start ?? 0)) return [];
    const all = block.lines.map(({ range }) => lines.positionAt(range.start).line);
    const rest = all.filter(number => !numbers.includes(number));
    return rest.length === 1 && rest.every(number => TABLE_RULE.test(lineText(number, { text, lines })))
      ? rest
      : [];
  });
}

function lineText(number: number, { text, lines }: Pick<Note['outline'], 'text' | 'lines'>): string {
  const { start, end } = lines.lineRange(number);
  return text.slice(start, end);
}

/** Whole lines, those that follow each other as one range, with a blank line behind them. */
function withoutGaps(note: Note, ranges: readonly TextRange[]): readonly TextRange[] {
  const { text, lines } = note.outline;
  const written = [...new Set(ranges.map(({ start }) => lines.positionAt(start).line))];
  const numbers = [...written, ...tableRules(note, written)].sort((a, b) => a - b);
  const runs: { first: number; after: number }[] = [];
  for (const line of numbers) {
    const last = runs.at(-1);
    if (last?.after === line) last.after = line + 1;
    else runs.push({ first: line, after: line + 1 });
  }
  return runs.map(({ first, after }) => {
    const next = lines.lineRange(after);
    const isBlank = after < lines.lineCount && text.slice(next.start, next.end).trim() === '';
    const end = isBlank ? after + 1 : after;
    return { start: lines.lineStart(first), end: lines.lineStart(end) };
  });
}
