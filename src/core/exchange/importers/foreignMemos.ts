import { onOneLine } from '../../text/onOneLine';
import { childNamed, childrenNamed, type XmlNode } from '../../xml/readXml';
import { readGuid } from './foreignCodebook';
import { type PlainText, type ProjectFile, plainTextAt } from './projectFile';

/** A memo of a project. */
export interface ForeignNote {
  /** On one line. */
  readonly text: string;
  /** The name of the user who wrote it, where the file says it. */
  readonly user: string | undefined;
}

/** The description of an element, on one line. */
export function descriptionOf(node: XmlNode): string {
  return onOneLine(childNamed(node, 'Description')?.text ?? '');
}

/** The memos that an element refers to, by their GUIDs. */
export function notesOf(node: XmlNode, notes: ReadonlyMap<string, ForeignNote>): readonly ForeignNote[] {
  return childrenNamed(node, 'NoteRef').flatMap(
    ({ attributes }) => notes.get(readGuid(attributes['targetGUID']) ?? '') ?? [],
  );
}

/** The memos that an element refers to, one behind the other. */
export function memosOf(node: XmlNode, notes: ReadonlyMap<string, ForeignNote>): string {
  return joined(notesOf(node, notes).map(({ text }) => text));
}

/** Memos one behind the other. */
export function joined(memos: readonly string[]): string {
  return memos.filter(memo => memo !== '').join(' ');
}

/** A text; undefined where it is empty. */
export function orNothing(text: string): string | undefined {
  return text === '' ? undefined : text;
}

/** The text that an element has in itself or in a file of the project. */
export function contentText(node: XmlNode, texts: ProjectFile['texts']): PlainText | undefined {
  const content = childNamed(node, 'PlainTextContent')?.text;
  if (content !== undefined) return { text: content, bom: false, isWindows: false };
  return plainTextAt(node.attributes['plainTextPath'] ?? '', texts);
}

/** What a memo says: its text, else its description. */
export function noteText(note: XmlNode, texts: ProjectFile['texts']): string {
  return contentText(note, texts)?.text ?? childNamed(note, 'Description')?.text ?? '';
}
