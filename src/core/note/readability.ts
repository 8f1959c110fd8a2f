import type { Note } from './note';

/**
 * Whether what the front matter says can be relied on: two keys for one field are a fault that leaves the rest
 * as it is; with any other, what seems to be missing may only be unread.
 */
export function isFrontMatterSound({ frontMatter }: Note): boolean {
  return frontMatter.faults.every(({ message }) => message.key === 'front-matter.duplicate-key');
}

/** Whether all of the note could be read, so that what is not found in it is not there. */
export function isReadable(note: Note): boolean {
  return isFrontMatterSound(note) && note.outline.tooDeep === undefined;
}
