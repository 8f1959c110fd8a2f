import { message, quoting } from '../../message';
import { decode } from '../../text/decode';
import type { TextRange } from '../../text/textRange';
import { childNamed, childrenNamed, isXmlFault, readXml, type XmlNode } from '../../xml/readXml';
import { codebookIn, type ExchangeFault, type ForeignCodebook, readGuid } from './foreignCodebook';
import { readPositions } from './foreignPositions';
import { megabyte, type ProjectFile, projectLimits, tooLarge } from './projectFile';

/** A code that a user gave to a passage of a source. */
export interface ForeignCoding {
  /** In the source's text, in UTF-16 code units. */
  readonly range: TextRange;
  /** The GUID of the code. */
  readonly code: string;
  /** The name of the user; undefined where the file does not say it. */
  readonly user: string | undefined;
  readonly memo: string | undefined;
}

/** A plain text of a project with its codings. */
export interface ForeignSource {
  readonly name: string;
  /** With LF line ends, without a byte order mark. */
  readonly text: string;
  readonly codings: readonly ForeignCoding[];
}

/** What is used of a REFI-QDA project. */
export interface ForeignProject {
  readonly codebook: ForeignCodebook;
  readonly sources: readonly ForeignSource[];
  /** The names of sources without a plain text: pictures, PDF, audio and video. */
  readonly leftOut: readonly string[];
}

/** The parts of a project that are referred to by GUID. */
interface Parts {
  readonly origin: string;
  readonly users: ReadonlyMap<string, string>;
  readonly notes: ReadonlyMap<string, string>;
  readonly texts: ProjectFile['texts'];
}

const PATH = /^(?:internal:\/\/)?(?:sources\/)?([^/\\]+)$/i;

/**
 * Reads the project of an opened archive: its codes, and its text sources with the codings of all users. A plain text
 * is looked up by its name with or without `internal://`, which some programs leave out.
 */
export function readProject({ project, texts }: ProjectFile): ForeignProject | ExchangeFault {
  const root = readXml(project);
  if (isXmlFault(root))
    return { line: root.line, reason: quoting('import.bad-xml', { detail: root.detail }) };
  if (root.name !== 'Project') return { line: 0, reason: message('import.no-project') };
  const notes = readNotes(root, texts);
  if (notes === undefined) return { line: 0, ...tooLarge(projectLimits.texts) };
  const parts: Parts = {
    origin: root.attributes['origin'] ?? '',
    users: new Map(
      childrenNamed(childNamed(root, 'Users'), 'User').map(({ attributes }) => [
        readGuid(attributes['guid']) ?? '',
        attributes['name'] ?? attributes['id'] ?? '',
      ]),
    ),
    notes,
    texts,
  };
  const sources: ForeignSource[] = [];
  const leftOut: string[] = [];
  let size = 0;
  for (const node of childNamed(root, 'Sources')?.children ?? []) {
    const source = node.name === 'TextSource' ? sourceOf(node, parts) : undefined;
    if (source === undefined) leftOut.push(node.attributes['name'] ?? '');
    else sources.push(source);
    // One text, or one memo, may be referred to as often as one likes.
    size += source === undefined ? 0 : writtenSize(source);
    if (size > projectLimits.texts * megabyte) return { line: 0, ...tooLarge(projectLimits.texts) };
  }
  return { codebook: codebookIn(childNamed(root, 'CodeBook'), root), sources, leftOut };
}

/** The memos by GUID, each on one line; undefined where they are too long together. */
function readNotes(root: XmlNode, texts: ProjectFile['texts']): ReadonlyMap<string, string> | undefined {
  const notes = new Map<string, string>();
  let size = 0;
  for (const note of childrenNamed(childNamed(root, 'Notes'), 'Note')) {
    const text = onOneLine(noteText(note, texts));
    size += text.length;
    if (size > projectLimits.texts * megabyte) return undefined;
    notes.set(readGuid(note.attributes['guid']) ?? '', text);
  }
  return notes;
}

/** How long all transcripts of a source come to be, one for each of its users, in UTF-16 code units. */
function writtenSize({ text, codings }: ForeignSource): number {
  const users = new Set(codings.map(({ user }) => user)).size;
  const memos = codings.reduce((sum, { memo = '' }) => sum + memo.length, 0);
  return Math.max(1, users) * text.length + memos;
}

function sourceOf(node: XmlNode, parts: Parts): ForeignSource | undefined {
  const text = plainText(node, parts.texts);
  if (text === undefined) return undefined;
  const selections = childrenNamed(node, 'PlainTextSelection').map(selection => ({
    selection,
    start: positionIn(selection, 'startPosition'),
    end: positionIn(selection, 'endPosition'),
    name: selection.attributes['name'] ?? '',
  }));
  const positions = readPositions(text, parts.origin, selections);
  const plain = text.replace(/\r\n?/g, '\n');
  const codings = selections.flatMap(({ selection, start, end }) => {
    const range = { start: positions.offsetOf(start), end: positions.offsetOf(end) };
    return range.start < range.end ? codingsIn(selection, range, parts) : [];
  });
  const whole = { start: 0, end: plain.length };
  return {
    name: node.attributes['name'] ?? 'source',
    text: plain,
    codings: [...codings, ...codingsIn(node, whole, parts)],
  };
}

function codingsIn(holder: XmlNode, range: TextRange, { users, notes }: Parts): readonly ForeignCoding[] {
  const description = holder.name === 'PlainTextSelection' ? childNamed(holder, 'Description')?.text : '';
  const ofHolder = joined([memosOf(holder, notes), onOneLine(description ?? '')]);
  return childrenNamed(holder, 'Coding').flatMap(coding => {
    const code = readGuid(childNamed(coding, 'CodeRef')?.attributes['targetGUID']);
    if (code === undefined) return [];
    const user = coding.attributes['creatingUser'] ?? holder.attributes['creatingUser'];
    const memo = joined([memosOf(coding, notes), ofHolder]);
    return [{ range, code, user: users.get(readGuid(user) ?? ''), memo: memo === '' ? undefined : memo }];
  });
}

function memosOf(node: XmlNode, notes: Parts['notes']): string {
  return joined(
    childrenNamed(node, 'NoteRef').map(
      ({ attributes }) => notes.get(readGuid(attributes['targetGUID']) ?? '') ?? '',
    ),
  );
}

function joined(memos: readonly string[]): string {
  return memos.filter(memo => memo !== '').join(' ');
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function plainText(node: XmlNode, texts: ProjectFile['texts']): string | undefined {
  const content = childNamed(node, 'PlainTextContent')?.text;
  if (content !== undefined) return content;
  const name = PATH.exec(node.attributes['plainTextPath'] ?? '')?.[1];
  const bytes = name === undefined ? undefined : texts.get(name.toLowerCase());
  const decoded = bytes === undefined ? undefined : decode(bytes);
  return decoded?.kind === 'text' ? decoded.text : undefined;
}

function noteText(note: XmlNode, texts: ProjectFile['texts']): string {
  return plainText(note, texts) ?? childNamed(note, 'Description')?.text ?? '';
}

function positionIn(selection: XmlNode, name: string): number {
  const value = selection.attributes[name]?.trim() ?? '';
  return /^\d{1,10}$/.test(value) ? Number(value) : 0;
}
