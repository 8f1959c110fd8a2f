import { clientKey } from '../case/clientKey';
import { message } from '../message';
import type { Note } from '../note/note';
import { edited } from '../note/parseNote';
import type { TextEdit } from '../text/textEdit';
import { yamlScalar } from '../yaml/yamlScalar';
import { type Change, editsOf, refused } from './change';

/** `[client:: …]` behind the words of a goal, and in the comment of a copy that was carried over. */
const CLIENT_FIELD = /(\[[ \t]*client[ \t]*::)([^[\]]*)\]/gi;

/**
 * Names the client with the key `from` as `to` in a note: in its field `client`, whatever its key is
 * called and also where it is one of a list, and in what says of a goal whose it is. No edits where the note names
 * them so already. Refused where the note would not say the same as before but for the name.
 */
export function renameClient(note: Note, from: string, to: string): Change {
  if (!clientsOf(note).some(client => clientKey(client) === from)) {
    return refused(message('write.changed-meanwhile'));
  }
  const edits = [...fieldEdits(note, from, to), ...goalEdits(note, from, to)];
  const isDone = isRenamed(note, edited(note, edits), from, to);
  return isDone ? editsOf(edits) : refused(message('case.front-matter-unclear'));
}

function fieldEdits({ frontMatter }: Note, from: string, to: string): readonly TextEdit[] {
  return frontMatter.entries
    .filter(({ field }) => field === 'client')
    .flatMap(({ values }) => values)
    .filter(value => clientKey(value.text) === from && value.text.trim() !== to)
    .map(({ range }) => ({ range, newText: yamlScalar(to) }));
}

function goalEdits({ goals, outline: { text } }: Note, from: string, to: string): readonly TextEdit[] {
  return goals.flatMap(({ textRange, range }) =>
    [...text.slice(textRange.end, range.end).matchAll(CLIENT_FIELD)].flatMap(match => {
      const [, lead = '', written = ''] = match;
      const value = written.trim();
      if (clientKey(value) !== from || value === to) return [];
      const blanks = written.length - written.trimStart().length;
      const start = textRange.end + match.index + lead.length + blanks;
      return [{ range: { start, end: start + value.length }, newText: to }];
    }),
  );
}

function isRenamed(before: Note, after: Note, from: string, to: string): boolean {
  const renamed = (client: string | undefined) =>
    client !== undefined && clientKey(client) === from ? to : client;
  const expected = clientsOf(before).map(renamed);
  const goals = before.goals.map(goal => [goal.text, goal.id, goal.marker, renamed(goal.client)]);
  return (
    isSame(clientsOf(after), expected) &&
    isSame(
      after.goals.map(({ text, id, marker, client }) => [text, id, marker, client]),
      goals,
    )
  );
}

function clientsOf({ frontMatter }: Note): readonly string[] {
  return frontMatter.clients.map(({ value }) => value);
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
