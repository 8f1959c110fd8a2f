import { message, quoting } from '../../message';
import { decode } from '../../text/decode';
import type { TextRange } from '../../text/textRange';
import { childNamed, childrenNamed, isXmlFault, readXml, type XmlNode } from '../../xml/readXml';
import { codebookIn, type ExchangeFault, type ForeignCodebook, readGuid } from './foreignCodebook';
import { readPositions } from './foreignPositions';
import type { ProjectFile } from './projectFile';

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
  const notes = childrenNamed(childNamed(root, 'Notes'), 'Note');
  const parts: Parts = {
    origin: root.attributes['origin'] ?? '',
    users: new Map(
      childrenNamed(childNamed(root, 'Users'), 'User').map(({ attributes }) => [
        readGuid(attributes['guid']) ?? '',
        attributes['name'] ?? attributes['id'] ?? '',
      ]),
    ),
    notes: new Map(notes.map(note => [readGuid(note.attributes['guid']) ?? '', noteText(note, texts)])),
    texts,
  };
  const nodes = childNamed(root, 'Sources')?.children ?? [];
  const read = nodes.map(node => ({
    node,
    source: node.name === 'TextSource' ? sourceOf(node, parts) : undefined,
  }));
  return {
    codebook: codebookIn(childNamed(root, 'CodeBook'), root),
    sources: read.flatMap(({ source }) => source ?? []),
    leftOut: read.flatMap(({ node, source }) =>
      source === undefined ? [node.attributes['name'] ?? ''] : [],
    ),
  };
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
  return childrenNamed(holder, 'Coding').flatMap(coding => {
    const code = readGuid(childNamed(coding, 'CodeRef')?.attributes['targetGUID']);
    if (code === undefined) return [];
    const user = coding.attributes['creatingUser'] ?? holder.attributes['creatingUser'];
    const refs = [...childrenNamed(coding, 'NoteRef'), ...childrenNamed(holder, 'NoteRef')];
    const memos = refs.flatMap(({ attributes }) => notes.get(readGuid(attributes['targetGUID']) ?? '') ?? []);
    const description =
      holder.name === 'PlainTextSelection' ? childNamed(holder, 'Description')?.text : undefined;
    const memo = [...memos, description ?? '']
      .map(text => text.replace(/\s+/g, ' ').trim())
      .filter(text => text !== '');
    return [
      {
        range,
        code,
        user: users.get(readGuid(user) ?? ''),
        memo: memo.length === 0 ? undefined : memo.join(' '),
      },
    ];
  });
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
