import { message, quoting } from '../../message';
import { onOneLine } from '../../text/onOneLine';
import { childNamed, childrenNamed, isNamed, isXmlFault, readXml, type XmlNode } from '../../xml/readXml';
import { UniqueNames } from '../exporters/codeTree';
import { fieldGuid, variableFields } from '../exporters/projectIds';
import { codebookIn, type ExchangeFault, type ForeignCodebook, readGuid } from './foreignCodebook';
import { codersIn } from './foreignCodings';
import { type ForeignNote, memosOf, noteText, orNothing } from './foreignMemos';
import { type ForeignSource, type ProjectParts, readSource, valuesOf, writtenSize } from './foreignSources';
import { megabyte, type ProjectFile, projectLimits, tooLarge } from './projectFile';

/** A case of a project: what belongs to one person or thing. */
export interface ForeignCase {
  readonly guid: string | undefined;
  readonly name: string;
  /** The GUIDs of its sources and passages. */
  readonly sources: readonly string[];
  readonly passages: readonly string[];
  /** The values of its variables, by their names. */
  readonly variables: ReadonlyMap<string, string>;
}

/** What a project has that transcripts have no place for, and how many of each. */
interface UnkeptParts {
  /** Variables that have no value for any source. */
  readonly variables: number;
  readonly links: number;
  /** Users who coded nothing. */
  readonly users: number;
  /** Passages marked without a code or memo, that no case has. */
  readonly passages: number;
  /** Memos and descriptions of what is not kept: of the project, of cases and variables, or of nothing. */
  readonly memos: number;
  /** Sets of sources, and empty ones. */
  readonly groups: number;
  readonly graphs: number;
}

/** So much of a GUID tells one from the others of a project. */
const SHORT_GUID = 8;

/** What is used of a REFI-QDA project. */
export interface ForeignProject {
  readonly codebook: ForeignCodebook;
  readonly sources: readonly ForeignSource[];
  readonly cases: readonly ForeignCase[];
  /** The GUIDs of users by name. */
  readonly users: ReadonlyMap<string, string>;
  /** How many sources are without a plain text: pictures, and PDF, audio and video of which there is none. */
  readonly leftOut: number;
  /** How many codings there are in them. */
  readonly leftOutCodings: number;
  readonly unkept: UnkeptParts;
}

/**
 * Reads the project of an opened archive: its codes, and its text sources and transcripts of recordings with the
 * codings of all users. A plain text is looked up by its name with or without `internal://`, which some programs leave
 * out.
 */
export function readProject({ project, texts }: ProjectFile): ForeignProject | ExchangeFault {
  const root = readXml(project);
  if (isXmlFault(root))
    return { line: root.line, reason: quoting('import.bad-xml', { detail: root.detail }) };
  if (!isNamed(root, 'Project')) return { line: 0, reason: message('import.no-project') };
  const users = readUsers(root);
  const notes = readNotes(root, texts, users);
  if (notes === undefined) return { line: 0, ...tooLarge(projectLimits.texts) };
  const origin = root.attributes['origin'] ?? '';
  const variables = readVariables(root);
  const parts: ProjectParts = { origin, users, notes, texts, variables, names: new UniqueNames() };
  const sources: ForeignSource[] = [];
  const kept: XmlNode[] = [];
  const leftOut: XmlNode[] = [];
  let size = 0;
  for (const node of childNamed(root, 'Sources')?.children ?? []) {
    const read = readSource(node, parts);
    (read.length === 0 ? leftOut : kept).push(node);
    for (const source of read) sources.push(source);
    // One text, or one memo, may be referred to as often as one likes.
    size += read.reduce((sum, source) => sum + writtenSize(source), 0);
    if (size > projectLimits.texts * megabyte) return { line: 0, ...tooLarge(projectLimits.texts) };
  }
  const cases = childrenNamed(childNamed(root, 'Cases'), 'Case').map(node => readCase(node, variables));
  const codebook = codebookIn(childNamed(root, 'CodeBook'), root, code => orNothing(memosOf(code, notes)));
  return {
    codebook,
    sources,
    cases,
    users: new Map([...users].map(([guid, name]) => [name, guid])),
    leftOut: leftOut.length,
    leftOutCodings: leftOut.reduce((sum, node) => sum + codersIn(node).length, 0),
    unkept: {
      ...unkeptOf(root, sources, cases, users),
      memos: unkeptMemos(root, kept, notes),
      groups: setsIn(root).length - codebook.sets.length,
      graphs: childrenNamed(childNamed(root, 'Graphs'), 'Graph').length,
    },
  };
}

/** How many memos and descriptions go neither with a code nor with a source that is kept. */
function unkeptMemos(
  root: XmlNode,
  sources: readonly XmlNode[],
  notes: ReadonlyMap<string, ForeignNote>,
): number {
  const kept = new Set(
    [childNamed(root, 'CodeBook'), ...sources].flatMap(node => (node ? notesIn(node) : [])),
  );
  const loose = [...notes].filter(([guid, { text }]) => text !== '' && !kept.has(guid)).length;
  const described = [
    root,
    ...childrenNamed(childNamed(root, 'Cases'), 'Case'),
    ...childrenNamed(childNamed(root, 'Variables'), 'Variable'),
  ].filter(node => onOneLine(childNamed(node, 'Description')?.text ?? '') !== '');
  return loose + described.length;
}

/** The GUIDs of the memos that are referred to anywhere in an element. */
function notesIn(node: XmlNode): readonly string[] {
  return node.children.flatMap(child =>
    isNamed(child, 'NoteRef') ? (readGuid(child.attributes['targetGUID']) ?? []) : notesIn(child),
  );
}

function setsIn(root: XmlNode): readonly XmlNode[] {
  return [root, childNamed(root, 'CodeBook')].flatMap(each => childrenNamed(childNamed(each, 'Sets'), 'Set'));
}

function readUsers(root: XmlNode): ReadonlyMap<string, string> {
  const names = new UniqueNames();
  const users = new Map(
    childrenNamed(childNamed(root, 'Users'), 'User').flatMap(({ attributes }) => {
      const guid = readGuid(attributes['guid']);
      const name = (attributes['name'] ?? attributes['id'] ?? '').trim();
      return guid === undefined || name === '' ? [] : [[guid, names.take(name)] as const];
    }),
  );
  const sources = childNamed(root, 'Sources');
  const coders = new Set(sources === undefined ? [] : codersIn(sources));
  const unnamed = [...coders].filter(guid => guid !== undefined && !users.has(guid));
  // Codes of several whom the file does not name are not those of one.
  if (unnamed.length > 1)
    for (const guid of unnamed) users.set(guid ?? '', names.take((guid ?? '').slice(0, SHORT_GUID)));
  return users;
}

function readVariables(root: XmlNode): ReadonlyMap<string, string> {
  const fields = new Set(variableFields.map(fieldGuid));
  return new Map(
    childrenNamed(childNamed(root, 'Variables'), 'Variable').flatMap(({ attributes }) => {
      const guid = readGuid(attributes['guid']);
      const name = onOneLine(attributes['name'] ?? '');
      return guid === undefined || name === '' || fields.has(guid) ? [] : [[guid, name] as const];
    }),
  );
}

function readCase(node: XmlNode, variables: ReadonlyMap<string, string>): ForeignCase {
  const targets = (name: string): readonly string[] =>
    childrenNamed(node, name).flatMap(({ attributes }) => readGuid(attributes['targetGUID']) ?? []);
  return {
    guid: readGuid(node.attributes['guid']),
    name: node.attributes['name']?.trim() ?? '',
    sources: targets('SourceRef'),
    passages: targets('SelectionRef'),
    variables: valuesOf(node, variables),
  };
}

function unkeptOf(
  root: XmlNode,
  sources: readonly ForeignSource[],
  cases: readonly ForeignCase[],
  users: ReadonlyMap<string, string>,
): Omit<UnkeptParts, 'memos' | 'groups' | 'graphs'> {
  const writers = new Set(sources.flatMap(({ codings }) => codings.map(({ user }) => user)));
  const all = childNamed(root, 'Sources');
  const coders = new Set(all === undefined ? [] : codersIn(all));
  const inCases = new Set(cases.flatMap(({ passages }) => passages));
  const passages = sources.flatMap(({ passages: own, codings }) => {
    const used = new Set(codings.map(({ range }) => `${range.start}-${range.end}`));
    return [...own].filter(
      ([guid, { start, end }]) => !inCases.has(guid) && !used.has(`${start}-${end}`) && start < end,
    );
  });
  const known = new Set(sources.map(({ guid }) => guid));
  const kept = new Set([
    ...sources.flatMap(source => [...source.variables.keys()]),
    ...cases.flatMap(each => (each.sources.some(guid => known.has(guid)) ? [...each.variables.keys()] : [])),
  ]);
  return {
    variables: [...readVariables(root).values()].filter(name => !kept.has(name)).length,
    links: childrenNamed(childNamed(root, 'Links'), 'Link').length,
    users: [...users].filter(([guid, name]) => !writers.has(name) && !coders.has(guid)).length,
    passages: passages.length,
  };
}

/** The memos by GUID; undefined where they are too long together. */
function readNotes(
  root: XmlNode,
  texts: ProjectFile['texts'],
  users: ReadonlyMap<string, string>,
): ReadonlyMap<string, ForeignNote> | undefined {
  const notes = new Map<string, ForeignNote>();
  let size = 0;
  for (const note of childrenNamed(childNamed(root, 'Notes'), 'Note')) {
    const text = onOneLine(noteText(note, texts));
    size += text.length;
    if (size > projectLimits.texts * megabyte) return undefined;
    const user = users.get(readGuid(note.attributes['creatingUser']) ?? '');
    notes.set(readGuid(note.attributes['guid']) ?? '', { text, user });
  }
  return notes;
}
