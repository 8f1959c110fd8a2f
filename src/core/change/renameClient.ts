import { clientKey } from '../case/clientKey';
import { message } from '../message';
import { findComments } from '../note/comments';
import type { Note } from '../note/note';
import { edited } from '../note/parseNote';
import { tasksOf } from '../note/readings';
import type { TextEdit } from '../text/textEdit';
import type { TextRange } from '../text/textRange';
import { yamlScalar } from '../yaml/yamlScalar';
import { type Change, editsOf, refused } from './change';

/** `[client:: …]` in the comment that the first version of the program ended copies with. */
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

function goalEdits(note: Note, from: string, to: string): readonly TextEdit[] {
  return tasksOf(note).flatMap(({ fields, range }) => {
    const written = fields.filter(({ field }) => field === 'client').map(({ valueRange }) => valueRange);
    return [...written, ...inComments(note.outline.text, range)]
      .filter(({ start, end }) => {
        const value = note.outline.text.slice(start, end);
        return clientKey(value) === from && value !== to;
      })
      .map(place => ({ range: place, newText: to }));
  });
}

function inComments(text: string, { start, end }: TextRange): readonly TextRange[] {
  return findComments(text.slice(start, end)).flatMap(comment => {
    const at = start + comment.start;
    return [...text.slice(at, start + comment.end).matchAll(CLIENT_FIELD)].map(match => {
      const [, lead = '', written = ''] = match;
      const from = at + match.index + lead.length + written.length - written.trimStart().length;
      return { start: from, end: from + written.trim().length };
    });
  });
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
