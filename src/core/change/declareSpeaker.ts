import { message } from '../message';
import type { Note } from '../note/note';
import { lineEndOf } from '../text/textEdit';
import { yamlScalar } from '../yaml/yamlScalar';
import { type Change, editsOf, refused } from './change';

/**
 * Adds a speaker with a role to `speakers:`, in the way in which it is written; refused where the front matter is
 * none to add a line to.
 */
export function declareSpeaker({ frontMatter, outline }: Note, name: string, role: string): Change {
  const { text, lines, frontMatter: source } = outline;
  if (source === undefined || !source.closed) return noPlace;
  const eol = lineEndOf(text);
  const pair = `${yamlScalar(name)}: ${yamlScalar(role)}`;
  const entry = frontMatter.entries.find(({ field }) => field === 'speakers');
  const insert = (at: number, newText: string): Change =>
    editsOf([{ range: { start: at, end: at }, newText }]);
  if (entry === undefined) return insert(source.yaml.end, `speakers:${eol}  ${pair}${eol}`);
  const last = entry.pairs.at(-1);
  if (last === undefined) {
    const isNothing = entry.shape === 'missing' && entry.values.length === 0;
    return isNothing ? insert(entry.valueRange.end, `${eol}  ${pair}`) : noPlace;
  }
  const end = last.values.at(-1)?.range.end ?? last.keyRange.end;
  if (text.charAt(entry.valueRange.start) === '{') return insert(end, `, ${pair}`);
  const { line, character } = lines.positionAt(last.keyRange.start);
  return insert(
    lines.lineRange(Math.max(line, lines.positionAt(end).line)).end,
    `${eol}${' '.repeat(character)}${pair}`,
  );
}

const noPlace = refused(message('case.front-matter-unclear'));
