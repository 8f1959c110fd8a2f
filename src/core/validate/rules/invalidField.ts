import { message } from '../../message';
import { knownValue, mostValues } from '../../note/fieldValues';
import type { FrontMatterEntry, FrontMatterValue } from '../../note/frontMatter';
import { formatMeant, isFrontMatterSound, type Note } from '../../note/note';
import { type FieldKind, fieldKind } from '../fieldKinds';
import type { Fix } from '../problem';
import { replacement } from '../replacement';
import type { Finding, Rule } from '../rule';

/** A field of the front matter whose value it cannot have. Keys that nobody knows are the user's own. */
export const invalidField: Rule = {
  id: 'invalid-field',
  check({ note, today }) {
    // What a field takes, its protocol says.
    if (note.protocol === undefined || !isFrontMatterSound(note)) return [];
    return firstEntries(note.frontMatter.entries).flatMap(entry => checkEntry(entry, note, today));
  },
};

/** Of two entries that mean one field the first counts; `front-matter` speaks of the other. */
function firstEntries(entries: readonly FrontMatterEntry[]): readonly FrontMatterEntry[] {
  const seen = new Set<string | undefined>();
  return entries.filter(({ field }) => {
    const isFirst = !seen.has(field);
    seen.add(field);
    return isFirst;
  });
}

function checkEntry(entry: FrontMatterEntry, note: Note, today: string | undefined): readonly Finding[] {
  const { key, field, shape, values, valueRange: range } = entry;
  const kind = field === undefined ? undefined : fieldKind(field, note);
  if (kind === undefined) return [];
  if (shape === 'map') return [{ message: message('problem.invalid-field.map', { field: key }), range }];
  if (shape === 'list' && !kind.isList && values.length > 0) {
    const fixes = unwrapping(entry, note.outline.text);
    return [{ message: message('problem.invalid-field.several', { field: key }), range, fixes: () => fixes }];
  }
  return [
    ...values.flatMap(value => checkValue(entry, value, kind, note, today)),
    ...surplusOf(key, mostValues.get(field ?? ''), values),
  ];
}

/** The first of the values that are too many to be read. */
function surplusOf(
  field: string,
  limit: number | undefined,
  values: readonly FrontMatterValue[],
): readonly Finding[] {
  const first = limit === undefined ? undefined : values[limit];
  if (limit === undefined || first === undefined) return [];
  return [{ message: message('problem.invalid-field.too-many', { field, limit }), range: first.range }];
}

/** A list of one value says that value. */
function unwrapping({ values, valueRange }: FrontMatterEntry, text: string): readonly Fix[] {
  const [only, second] = values;
  if (only === undefined || second !== undefined) return [];
  const newText = text.slice(only.range.start, only.range.end);
  const title = message('fix.take-out-of-list');
  return [{ title, safety: 'safe', edits: [{ range: valueRange, newText }] }];
}

function checkValue(
  entry: FrontMatterEntry,
  value: FrontMatterValue,
  kind: FieldKind,
  note: Note,
  today: string | undefined,
): readonly Finding[] {
  const fault = kind.check(value, { language: note.language, today });
  if (fault === undefined) return [];
  return [
    {
      message: message(fault.key, { field: entry.key, ...fault.args }),
      range: value.range,
      fixes: () => {
        const named = [...formatNamed(entry, value, note), ...attendanceNamed(entry, value)];
        return named.length > 0 ? named : fault.fixes();
      },
    },
  ];
}

/** `status: tidak hadir` says whether the client came. */
function attendanceNamed(
  { field, shape, keyRange }: FrontMatterEntry,
  { text, range }: FrontMatterValue,
): readonly Fix[] {
  const said = field === 'status' && shape === 'scalar' ? knownValue('attendance', text) : undefined;
  if (said === undefined) return [];
  return [replacement({ start: keyRange.start, end: range.end }, `attendance: ${said}`, 'suggestion')];
}

/** `jenis: home visit` says the format of the note, where it names none. */
function formatNamed(
  { field, shape, keyRange }: FrontMatterEntry,
  { text, range }: FrontMatterValue,
  note: Note,
): readonly Fix[] {
  const id = field === 'kind' && shape === 'scalar' ? formatMeant(text, note) : undefined;
  if (id === undefined) return [];
  return [replacement({ start: keyRange.start, end: range.end }, `protocol: ${id}`, 'suggestion')];
}
