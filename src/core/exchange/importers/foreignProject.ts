import { message, quoting } from '../../message';
import { childNamed, childrenNamed, isXmlFault, readXml, type XmlNode } from '../../xml/readXml';
import { UniqueNames } from '../exporters/codeTree';
import { codebookIn, type ExchangeFault, type ForeignCodebook, readGuid } from './foreignCodebook';
import {
  codersOf,
  type ForeignSource,
  memosOf,
  noteText,
  onOneLine,
  orNothing,
  type ProjectParts,
  readSource,
  unplacedSelections,
  valuesOf,
  writtenSize,
} from './foreignSources';
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
}

/** What is used of a REFI-QDA project. */
export interface ForeignProject {
  readonly codebook: ForeignCodebook;
  readonly sources: readonly ForeignSource[];
  readonly cases: readonly ForeignCase[];
  /** The GUIDs of users by name. */
  readonly users: ReadonlyMap<string, string>;
  /** The names of sources without a plain text: pictures, and PDF, audio and video of which there is none. */
  readonly leftOut: readonly string[];
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
  if (root.name !== 'Project') return { line: 0, reason: message('import.no-project') };
  const notes = readNotes(root, texts);
  if (notes === undefined) return { line: 0, ...tooLarge(projectLimits.texts) };
  const users = readUsers(root);
  const origin = root.attributes['origin'] ?? '';
  const variables = readVariables(root);
  const parts: ProjectParts = { origin, users, notes, texts, variables, names: new UniqueNames() };
  const sources: ForeignSource[] = [];
  const leftOut: string[] = [];
  let size = 0;
  for (const node of childNamed(root, 'Sources')?.children ?? []) {
    const read = readSource(node, parts);
    if (read.length === 0) leftOut.push(node.attributes['name'] ?? '');
    for (const source of read) sources.push(source);
    // One text, or one memo, may be referred to as often as one likes.
    size += read.reduce((sum, source) => sum + writtenSize(source), 0);
    if (size > projectLimits.texts * megabyte) return { line: 0, ...tooLarge(projectLimits.texts) };
  }
  const cases = childrenNamed(childNamed(root, 'Cases'), 'Case').map(node => readCase(node, variables));
  return {
    codebook: codebookIn(childNamed(root, 'CodeBook'), root, code => orNothing(memosOf(code, notes))),
    sources,
    cases,
    users: new Map([...users].map(([guid, name]) => [name, guid])),
    leftOut,
    unkept: unkeptOf(root, sources, cases, users),
  };
}

function readUsers(root: XmlNode): ReadonlyMap<string, string> {
  const names = new UniqueNames();
  return new Map(
    childrenNamed(childNamed(root, 'Users'), 'User').flatMap(({ attributes }) => {
      const guid = readGuid(attributes['guid']);
      const name = (attributes['name'] ?? attributes['id'] ?? '').trim();
      return guid === undefined || name === '' ? [] : [[guid, names.take(name)] as const];
    }),
  );
}

function readVariables(root: XmlNode): ReadonlyMap<string, string> {
  return new Map(
    childrenNamed(childNamed(root, 'Variables'), 'Variable').flatMap(({ attributes }) => {
      const guid = readGuid(attributes['guid']);
      const name = onOneLine(attributes['name'] ?? '');
      return guid === undefined || name === '' ? [] : [[guid, name] as const];
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
): UnkeptParts {
  const coders = new Set(sources.flatMap(({ codings }) => codings.map(({ user }) => user)));
  const unplaced = new Set(
    (childNamed(root, 'Sources')?.children ?? []).flatMap(unplacedSelections).flatMap(codersOf),
  );
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
    users: [...users].filter(([guid, name]) => !coders.has(name) && !unplaced.has(guid)).length,
    passages: passages.length,
  };
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
