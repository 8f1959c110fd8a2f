import { moveToFrontMatter } from '../../change/moveToFrontMatter';
import { type Message, message } from '../../message';
import { saidInFirstLine } from '../../note/firstLine';
import { type FormLine, formLines } from '../../note/formLines';
import type { FrontMatterEntry } from '../../note/frontMatter';
import { frontMatterRange, isContact, isFrontMatterSound, type Note } from '../../note/note';
import type { Field } from '../../protocol/schema';
import { lineEndOf } from '../../text/textEdit';
import { textStart } from '../../text/textStart';
import type { Fix } from '../problem';
import { replacement } from '../replacement';
import type { Finding, Rule } from '../rule';

/** A field that the protocol requires and the front matter lacks, or has without a value. */
export const missingField: Rule = {
  id: 'missing-field',
  check({ note }) {
    if (!isFrontMatterSound(note)) return [];
    const required = note.protocol?.protocol.fields.filter(field => isAsked(field, note)) ?? [];
    const missing = required.flatMap(({ id }) => {
      const entries = note.frontMatter.entries.filter(({ field }) => field === id);
      return entries.some(hasValue) ? [] : [{ id, entry: entries[0] }];
    });
    const lines = formLines(note);
    const form = lines.map(({ field }) => field);
    const isForm = form.length > 1 || missing.some(({ id }) => form.includes(id));
    const rest = missing.filter(({ id }) => !isForm || !form.includes(id));
    const absent = rest.filter(({ entry }) => entry === undefined).map(({ id }) => id);
    return [
      ...(isForm ? [formFinding(lines, note)] : []),
      ...rest.map(({ id, entry }) => ({
        message: entry
          ? message('problem.missing-field.no-value', { field: entry.key })
          : message('problem.missing-field', { field: id }),
        range: entry?.keyRange ?? frontMatterRange(note),
        gap: true,
        fixes: () => (entry === undefined ? insertions(note, id, absent) : valueMeant(note, entry)),
      })),
    ];
  },
};

/** What a form at the top says belongs where it is looked for. */
function formFinding(lines: readonly FormLine[], note: Note): Finding {
  const edits = moveToFrontMatter(note);
  return {
    message: message('problem.missing-field.form-lines', {
      fields: lines.map(({ field }) => field).join(', '),
    }),
    range: { start: lines[0]?.range.start ?? 0, end: lines.at(-1)?.range.end ?? 0 },
    gap: true,
    fixes: () =>
      edits === undefined
        ? []
        : [{ title: message('fix.move-to-front-matter'), safety: 'suggestion', edits }],
  };
}

/** A number behind the colon of a key and a number sign, which makes a comment of it. */
const COMMENT = /^[ \t]*:[ \t]*#(\d+)[ \t]*(?=[\r\n])/;
/** A link of a wiki, without quotes around it. */
const LINK = /^[ \t]*:[ \t]*\[\[([\p{L}\p{N}][\p{L}\p{N} ._/-]*)\]\][ \t]*(?=[\r\n])/u;
/** In UTF-16 code units. */
const LONGEST_VALUE = 40;

/** `session: #3` has no value to YAML, and `client: [[K-014]]` has a list in a list. */
function valueMeant({ outline }: Note, { keyRange }: FrontMatterEntry): readonly Fix[] {
  const behind = outline.text.slice(keyRange.end, keyRange.end + LONGEST_VALUE);
  const [whole = '', value] = COMMENT.exec(behind) ?? LINK.exec(behind) ?? [];
  if (value === undefined) return [];
  const end = keyRange.end + whole.trimEnd().length;
  const start = keyRange.end + whole.search(/[#[]/);
  return [replacement({ start, end }, value, 'suggestion')];
}

function insertions(note: Note, field: string, absent: readonly string[]): readonly Fix[] {
  const one = keyInsertion(note, [field], message('fix.insert-field', { field }));
  return absent.length > 1 ? [...one, ...keyInsertion(note, absent, message('fix.insert-fields'))] : one;
}

/** What every note says that is asked for it, be it of a contact that was no session. */
const ofContacts: readonly string[] = ['client', 'date', 'counselor'];

/** Some fields are asked for only beside what a stage records, and of a contact none that is about a session. */
function isAsked({ id, required, requiredWith }: Field, note: Note): boolean {
  if (isContact(note)) return required && ofContacts.includes(id);
  const { stages } = note;
  return (
    required || stages.some(({ stage, fullness }) => fullness === 'filled' && requiredWith.includes(stage.id))
  );
}

/** A value of the wrong shape is a value, too: `invalid-field` speaks of it. */
function hasValue({ shape, values }: FrontMatterEntry): boolean {
  return shape === 'map' || values.some(({ text }) => text.trim() !== '');
}

/** Adds keys, with what the first line says of them, as the last lines of the front matter, and goes to the first without a value; none where that is no plain list of keys. */
function keyInsertion(note: Note, fields: readonly string[], title: Message): readonly Fix[] {
  const { text, lines, frontMatter } = note.outline;
  const eol = lineEndOf(text);
  const said = saidInFirstLine(note.outline, note.language);
  const keys = fields.map(field => `${field}: ${said.get(field) ?? ''}`);
  const empty = fields.findIndex(field => !said.has(field));
  const upTo = keys.slice(0, Math.max(empty, 0) + 1);
  const caret = upTo.join(eol).length;
  if (frontMatter === undefined) {
    const start = textStart(text);
    const newText = ['---', ...keys, '---', '', ''].join(eol);
    const edits = [{ range: { start, end: start }, newText }];
    return [{ title, safety: 'suggestion', edits, caret: start + 3 + eol.length + caret }];
  }
  const isFlow = note.frontMatter.entries.some(
    ({ keyRange }) => lines.positionAt(keyRange.start).character > 0,
  );
  if (isFlow) return [];
  const at = frontMatter.yaml.end;
  const edit = { range: { start: at, end: at }, newText: keys.map(key => key + eol).join('') };
  return [{ title, safety: 'suggestion', edits: [edit], caret: at + caret }];
}
