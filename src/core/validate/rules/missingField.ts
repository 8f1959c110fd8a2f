import { message } from '../../message';
import type { FrontMatterEntry } from '../../note/frontMatter';
import { frontMatterRange, isFrontMatterSound, type Note } from '../../note/note';
import type { Field } from '../../protocol/schema';
import { lineEndOf } from '../../text/textEdit';
import type { Fix } from '../problem';
import type { Rule } from '../rule';

/** A field that the protocol requires and the front matter lacks, or has without a value. */
export const missingField: Rule = {
  id: 'missing-field',
  check({ note }) {
    if (!isFrontMatterSound(note)) return [];
    const required = note.protocol?.protocol.fields.filter(field => isAsked(field, note)) ?? [];
    return required.flatMap(({ id }) => {
      const entries = note.frontMatter.entries.filter(({ field }) => field === id);
      if (entries.some(hasValue)) return [];
      return {
        message: entries[0]
          ? message('problem.missing-field.no-value', { field: entries[0].key })
          : message('problem.missing-field', { field: id }),
        range: frontMatterRange(note),
        gap: true,
        fixes: entries.length === 0 ? keyInsertion(note, id) : [],
      };
    });
  },
};

/** Some fields are asked for only beside what a stage records. */
function isAsked({ required, requiredWith }: Field, { stages }: Note): boolean {
  return (
    required || stages.some(({ stage, fullness }) => fullness === 'filled' && requiredWith.includes(stage.id))
  );
}

/** A value of the wrong shape is a value, too: `invalid-field` speaks of it. */
function hasValue({ shape, values }: FrontMatterEntry): boolean {
  return shape === 'map' || values.some(({ text }) => text.trim() !== '');
}

/** Adds the key as the last line of the front matter; none where that is no plain list of keys. */
function keyInsertion(note: Note, field: string): readonly Fix[] {
  const { text, lines, frontMatter } = note.outline;
  const eol = lineEndOf(text);
  const title = message('fix.insert-field', { field });
  const line = `${field}: `;
  if (frontMatter === undefined) {
    const start = text.startsWith('\ufeff') ? 1 : 0;
    const newText = `---${eol}${line}${eol}---${eol}${eol}`;
    const caret = start + 3 + eol.length + line.length;
    return [{ title, safety: 'suggestion', edits: [{ range: { start, end: start }, newText }], caret }];
  }
  const isFlow = note.frontMatter.entries.some(
    ({ keyRange }) => lines.positionAt(keyRange.start).character > 0,
  );
  if (isFlow) return [];
  const at = frontMatter.yaml.end;
  const edit = { range: { start: at, end: at }, newText: line + eol };
  return [{ title, safety: 'suggestion', edits: [edit], caret: at + line.length }];
}
