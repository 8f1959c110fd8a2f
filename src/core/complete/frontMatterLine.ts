import type { FrontMatterEntry } from '../note/frontMatter';
import type { Note } from '../note/note';
import type { CaretLine } from '../note/placeAt';
import { knownField } from '../protocol/knownFields';
import type { TextRange } from '../text/textRange';

/** A value in the front matter that the caret is in or at. */
export interface ValueSpot {
  readonly field: string;
  /** The value, or the one item of a list; empty where there is none yet. */
  readonly range: TextRange;
  /** From the start of the value to the caret. */
  readonly typed: string;
  /** The whole of it. */
  readonly value: string;
  /** The other items of the same list. */
  readonly others: readonly string[];
  /** Whether the blank after the colon is missing. */
  readonly needsBlank: boolean;
}

const KEY_LINE = /^([^\s#:\-'"[\]{}][^:]*?)[ \t]*:/;
const KEY_BEING_WRITTEN = /^(?:\p{L}[\p{L}\p{N}_-]*)?$/u;
const ITEM_LINE = /^[ \t]*-[ \t]+/;
const COMMENT = /(?:^|[ \t])#/;

/** Whether the line has nothing but the beginning of a key, up to the caret. */
export function isKeyBeingWritten({ before, after }: CaretLine): boolean {
  return KEY_BEING_WRITTEN.test(before) && after.trim() === '';
}

/** The field that a key of the front matter means: of the note's protocol or known in every note. */
export function fieldOfKey(note: Note, key: string): string | undefined {
  return note.protocol?.fieldByKey(key)?.id ?? knownField(key) ?? note.protocol?.measureByName(key)?.id;
}

/** The fields that the front matter has a key of, on other lines than that of the caret. */
export function presentFields(note: Note, caret: CaretLine): ReadonlySet<string> {
  const { text, lines, frontMatter } = note.outline;
  const fields = new Set<string>();
  if (frontMatter === undefined) return fields;
  const last = lines.positionAt(frontMatter.yaml.end).line;
  for (let number = lines.positionAt(frontMatter.yaml.start).line; number <= last; number++) {
    if (number === caret.number) continue;
    const { start, end } = lines.lineRange(number);
    const field = fieldOfKey(note, KEY_LINE.exec(text.slice(start, end))?.[1] ?? '');
    if (field !== undefined) fields.add(field);
  }
  return fields;
}

/** The value at the caret: behind a key on its line, or an item of the list that a key above begins. */
export function valueSpot(note: Note, caret: CaretLine): ValueSpot | undefined {
  if (COMMENT.test(caret.before)) return undefined;
  const head = KEY_LINE.exec(caret.before);
  const field = head === null ? fieldAbove(note, caret) : fieldOfKey(note, head[1] ?? '');
  const lead = head?.[0].length ?? ITEM_LINE.exec(caret.before)?.[0].length;
  if (field === undefined || lead === undefined) return undefined;
  const source = caret.before.slice(lead);
  if (head !== null && source.trimStart().startsWith('[')) return flowSpot(field, source, caret);
  if (source.trim() === '' && caret.after.trimStart().startsWith('[')) return undefined;
  const typed = source.trimStart();
  const rest = caret.after.replace(/(?:^|[ \t]+)#.*$/, '').trimEnd();
  return {
    ...spotOf(field, typed, rest, caret),
    others: head === null ? itemsAround(note, caret) : [],
    needsBlank: head !== null && source === '',
  };
}

/** An item of `[a, b]` on one line; undefined behind the closing bracket. */
function flowSpot(field: string, source: string, caret: CaretLine): ValueSpot | undefined {
  if (source.includes(']')) return undefined;
  const start = Math.max(source.lastIndexOf('['), source.lastIndexOf(',')) + 1;
  const rest = /^[^,\]#]*/.exec(caret.after)?.[0] ?? '';
  const others = (source.slice(0, start) + caret.after.slice(rest.length)).replace(/\][^\]]*$/, '');
  return {
    ...spotOf(field, source.slice(start).trimStart(), rest.trimEnd(), caret),
    others: others.split(/[[\],]/).map(item => item.trim()),
    needsBlank: false,
  };
}

function spotOf(
  field: string,
  typed: string,
  rest: string,
  { range, before }: CaretLine,
): Pick<ValueSpot, 'field' | 'range' | 'typed' | 'value'> {
  const caret = range.start + before.length;
  return {
    field,
    range: { start: caret - typed.length, end: caret + rest.length },
    typed,
    value: (typed + rest).trim(),
  };
}

/** The field whose list the caret's line is an item of: that of the nearest key above it. */
function fieldAbove(note: Note, caret: CaretLine): string | undefined {
  if (!ITEM_LINE.test(caret.before)) return undefined;
  return entryAbove(note, caret)?.field;
}

function itemsAround(note: Note, caret: CaretLine): readonly string[] {
  const { start, end } = caret.range;
  const others = entryAbove(note, caret)?.values.filter(
    ({ range }) => range.start < start || range.start > end,
  );
  return others?.map(({ text }) => text) ?? [];
}

function entryAbove({ frontMatter }: Note, { range }: CaretLine): FrontMatterEntry | undefined {
  return frontMatter.entries.filter(({ keyRange }) => keyRange.start < range.start).at(-1);
}
