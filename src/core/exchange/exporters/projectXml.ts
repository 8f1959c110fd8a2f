import { ratersOf } from '../../agreement/pairVersions';
import type { Version } from '../../agreement/version';
import { clientKey } from '../../case/clientKey';
import { titleIn } from '../../message';
import type { Protocol } from '../../protocol/schema';
import { onOneLine } from '../../text/onOneLine';
import { uuidOf } from '../../text/uuid';
import { xmlDocument, xmlElement, xmlText } from '../../xml/writeXml';
import { codesXml, type ExportOrigin, projectSetsXml } from './codebookXml';
import { type CodebookWords, codeSets, UniqueNames } from './codeTree';
import type { ExportedTranscript } from './exportedTranscript';
import { type ProjectCodes, projectCodes } from './projectCodes';
import { clientGuid, roleGuid, userGuid } from './projectIds';
import { variablesXml, variableValuesXml } from './projectVariables';
import { type ExportedCoding, type ExportedSelection, selectionsOf, TakenGuids } from './selections';
import { type PositionUnit, positionCounter, type SourceText, sourceText } from './sourceText';

/** How a project is to be written. */
export interface ProjectRequest extends ExportOrigin {
  /** What the project is called. */
  readonly name: string;
  /** When it is written, as `YYYY-MM-DDThh:mm:ssZ`. */
  readonly now: string;
  readonly positions: PositionUnit;
  /** The language of codes, and what the parts of the project are called in it. */
  readonly words: CodebookWords & { readonly stages: string; readonly memo: string };
}

/** A REFI-QDA project as files of an archive, by their paths in it. */
export type ProjectFiles = Readonly<Record<string, string>>;

const NAMESPACE = 'urn:QDA-XML:project:1.0';
const SCHEMA = `${NAMESPACE} http://schema.qdasoftware.org/versions/Project/v1.0/Project.xsd`;
/** How much of a selection its name quotes, in code points; importers compare it with the text. */
const LONGEST_NAME = 100;

interface Source {
  readonly guid: string;
  readonly name: string;
  readonly transcript: ExportedTranscript;
  readonly source: SourceText;
  readonly selections: readonly ExportedSelection[];
}

/**
 * Transcripts as a REFI-QDA project (`.qdpx`, version 1.0 of the standard, 2019): one plain-text source for each, with
 * the codings of all its raters as users, memos as notes, clients and roles as cases. Positions count from 0, the end
 * excluded. GUIDs are the same each time. The names of files in the archive follow section 8 of the standard: one
 * `project.qde` and a flat lower-case `sources/`, which is what all known programs read.
 */
export function projectFiles(
  transcripts: readonly ExportedTranscript[],
  request: ProjectRequest,
): ProjectFiles {
  const versions = transcripts.flatMap(each => each.versions);
  const codes = projectCodes(versions, request.words);
  const names = new UniqueNames();
  const taken = new TakenGuids();
  const sources = transcripts.map((transcript): Source => {
    const source = sourceText(transcript.versions[0].transcript.turns);
    const guid =
      taken.take(keptOf(transcript, 'source')) ?? uuidOf(JSON.stringify(['source', transcript.id]));
    const selections = selectionsOf(transcript, source, codes, taken);
    return { guid, name: names.take(transcript.id), transcript, source, selections };
  });
  const texts = sources.map(({ guid, source }) => [`sources/${guid}.txt`, source.text] as const);
  return { 'project.qde': projectXml(sources, codes, request), ...Object.fromEntries(texts) };
}

function projectXml(sources: readonly Source[], { codes }: ProjectCodes, request: ProjectRequest): string {
  const guids = userGuids(sources);
  const users = [...guids.values()].map(({ guid, name }) => xmlElement('User', { guid, name }));
  const [first] = guids.values();
  const attributes = {
    xmlns: NAMESPACE,
    'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    'xsi:schemaLocation': SCHEMA,
    name: request.name,
    origin: request.origin,
    creatingUserGUID: first?.guid,
    creationDateTime: request.now,
  };
  return xmlDocument(
    xmlElement(
      'Project',
      attributes,
      list('Users', users),
      codes.length === 0 ? '' : xmlElement('CodeBook', {}, codesXml(codes)),
      list('Variables', variablesXml(sources.map(({ transcript }) => transcript))),
      list('Cases', casesXml(sources, request)),
      list(
        'Sources',
        sources.map(source => sourceXml(source, guids, request)),
      ),
      list('Notes', notesXml(sources, guids, request)),
      projectSetsXml(protocolsOf(sources).flatMap(protocol => codeSets(protocol, request.words))),
    ),
  );
}

/** The users of a project by the keys of their names. */
type Users = ReadonlyMap<string, { readonly guid: string; readonly name: string }>;

/** The raters who say who they are, and the others as far as they coded anything. */
function userGuids(sources: readonly Source[]): Users {
  const users = new Map<string, { guid: string; name: string }>();
  const taken = new TakenGuids();
  const raters = ratersOf(sources.map(({ transcript }) => transcript));
  const coders = new Set(sources.flatMap(({ selections }) => selections.flatMap(codersOf)));
  for (const name of raters) {
    const own = sources.flatMap(({ transcript: { versions, facts } }) =>
      versions.filter(({ rater }) => rater === name).map(version => facts.get(version)),
    );
    if (!coders.has(name) && !own.some(facts => facts?.isNamed)) continue;
    const kept = own.map(facts => facts?.kept.coder).find(guid => guid !== undefined);
    users.set(clientKey(name), { guid: taken.take(kept) ?? userGuid(name), name });
  }
  return users;
}

function codersOf({ codings, memos }: ExportedSelection): readonly string[] {
  return [...codings, ...memos].map(({ version }) => version.rater);
}

function keptOf({ versions, facts }: ExportedTranscript, key: 'source' | 'memo'): string | undefined {
  return versions.map(version => facts.get(version)?.kept[key]).find(value => value !== undefined);
}

function sourceXml(
  { guid, name, source, selections, transcript }: Source,
  users: Users,
  request: ProjectRequest,
): string {
  const position = positionCounter(source.text, request.positions);
  const [{ rater }] = transcript.versions;
  return xmlElement(
    'TextSource',
    {
      guid,
      name,
      plainTextPath: `internal://${guid}.txt`,
      creatingUser: users.get(clientKey(rater))?.guid,
      creationDateTime: request.now,
    },
    ...selections.map(selection => selectionXml(selection, source, position, users, request)),
    keptOf(transcript, 'memo') === undefined
      ? ''
      : xmlElement('NoteRef', { targetGUID: sourceNoteGuid(guid) }),
    ...variableValuesXml(transcript),
  );
}

function protocolsOf(sources: readonly Source[]): readonly Protocol[] {
  const versions = sources.flatMap(({ transcript }) => transcript.versions);
  return [...new Set(versions.flatMap(({ protocol }) => protocol ?? []))];
}

function selectionXml(
  { guid, range, codings, memos }: ExportedSelection,
  { text }: SourceText,
  position: (offset: number) => number,
  users: Users,
  { now }: ProjectRequest,
): string {
  const creator = [...codings, ...memos][0]?.version.rater;
  return xmlElement(
    'PlainTextSelection',
    {
      guid,
      name: nameOf(text.slice(range.start, range.end)),
      startPosition: position(range.start),
      endPosition: position(range.end),
      creatingUser: creator === undefined ? undefined : users.get(clientKey(creator))?.guid,
      creationDateTime: now,
    },
    ...codings.map(coding => codingXml(coding, users, now)),
    ...memos.map(memo => xmlElement('NoteRef', { targetGUID: memo.guid })),
  );
}

function codingXml(coding: ExportedCoding, users: Users, now: string): string {
  return xmlElement(
    'Coding',
    {
      guid: coding.guid,
      creatingUser: users.get(clientKey(coding.version.rater))?.guid,
      creationDateTime: now,
    },
    xmlElement('CodeRef', { targetGUID: coding.code }),
    coding.memo === undefined ? '' : xmlElement('NoteRef', { targetGUID: noteGuid(coding) }),
  );
}

/** Memos are notes and not descriptions, which would have neither author nor date. */
function notesXml(
  sources: readonly Source[],
  users: Users,
  { now, words }: ProjectRequest,
): readonly string[] {
  const names = new UniqueNames();
  const codings = sources.flatMap(({ selections }) => selections.flatMap(selection => selection.codings));
  const noteXml = (guid: string, text: string, rater: string | undefined): string =>
    xmlElement(
      'Note',
      {
        guid,
        name: names.take(words.memo),
        creatingUser: rater === undefined ? undefined : users.get(clientKey(rater))?.guid,
        creationDateTime: now,
      },
      xmlElement('PlainTextContent', {}, xmlText(text)),
    );
  const loose = sources.flatMap(({ selections }) => selections.flatMap(({ memos }) => memos));
  return [
    ...codings.flatMap(coding =>
      coding.memo === undefined ? [] : [noteXml(noteGuid(coding), coding.memo, coding.version.rater)],
    ),
    ...loose.map(({ guid, memo, version }) => noteXml(guid, memo, version.rater)),
    ...sources.flatMap(({ guid, transcript }) => {
      const memo = keptOf(transcript, 'memo');
      return memo === undefined ? [] : [noteXml(sourceNoteGuid(guid), memo, undefined)];
    }),
  ];
}

/** A case for each client with the transcripts, and one for each role with the coded passages of its speakers. */
function casesXml(sources: readonly Source[], { words }: ProjectRequest): readonly string[] {
  const names = new UniqueNames();
  const clients = new Map<string, { name: string; sources: string[] }>();
  const roles = new Map<string, { version: Version; selections: string[] }>();
  for (const { guid, transcript, selections } of sources) {
    const [shown] = transcript.versions;
    for (const client of transcript.clients) {
      const known = clients.get(clientKey(client)) ?? { name: client, sources: [] };
      known.sources.push(guid);
      clients.set(clientKey(client), known);
    }
    for (const selection of selections) {
      if (selection.role === undefined) continue;
      const known = roles.get(selection.role) ?? { version: shown, selections: [] };
      known.selections.push(selection.guid);
      roles.set(selection.role, known);
    }
  }
  const refs = (name: string, guids: readonly string[]): readonly string[] =>
    guids.map(targetGUID => xmlElement(name, { targetGUID }));
  return [
    ...[...clients.values()].map(client =>
      xmlElement(
        'Case',
        { guid: clientGuid(client.name), name: names.take(client.name) },
        ...refs('SourceRef', client.sources),
      ),
    ),
    ...[...roles].map(([id, role]) =>
      xmlElement(
        'Case',
        {
          guid: roleGuid(id),
          name: names.take(roleTitle(id, role.version, words), id),
        },
        ...refs('SelectionRef', role.selections),
      ),
    ),
  ];
}

function roleTitle(id: string, { protocol }: Version, { language }: CodebookWords): string {
  const role = protocol?.roles.find(known => known.id === id);
  return role === undefined ? id : titleIn(role.title, language);
}

function nameOf(text: string): string {
  const characters = Array.from(onOneLine(text));
  if (characters.length <= LONGEST_NAME) return characters.join('');
  return `${characters.slice(0, LONGEST_NAME).join('')}…`;
}

function sourceNoteGuid(source: string): string {
  return uuidOf(JSON.stringify(['note', source]));
}

function noteGuid({ guid }: ExportedCoding): string {
  return uuidOf(JSON.stringify(['note', guid]));
}

/** An element that may not be empty; nothing where it would be. */
function list(name: string, children: readonly string[]): string {
  return children.length === 0 ? '' : xmlElement(name, {}, ...children);
}
