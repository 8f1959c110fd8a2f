import { isIsoDate } from '../../note/dates';
import { onOneLine } from '../../text/onOneLine';
import type { TextRange } from '../../text/textRange';
import { childNamed, childrenNamed, isNamed, type XmlNode } from '../../xml/readXml';
import type { UniqueNames } from '../exporters/codeTree';
import { fieldGuid } from '../exporters/projectIds';
import type { CodingOrigin } from './codedWords';
import { readGuid } from './foreignCodebook';
import { readPositions } from './foreignPositions';
import { type PlainText, type ProjectFile, plainTextAt } from './projectFile';

/** A code that a user gave to a passage of a source, or a memo on a passage. */
export interface ForeignCoding {
  /** In the source's text, in UTF-16 code units. */
  readonly range: TextRange;
  /** The GUID of the code; undefined for a memo without a code. */
  readonly code: string | undefined;
  /** The name of the user; undefined where the file does not say it. */
  readonly user: string | undefined;
  readonly memo: string | undefined;
  readonly origin: CodingOrigin;
}

/** A plain text of a project, or the transcript of a recording or the text of a PDF in it, with its codings. */
export interface ForeignSource {
  readonly guid: string | undefined;
  /** Unique among the sources. */
  readonly name: string;
  /** With LF line ends, without a byte order mark. */
  readonly text: string;
  /** Whether it was read as Windows-1252. */
  readonly isWindows: boolean;
  readonly codings: readonly ForeignCoding[];
  /** Where the passages stand that have a GUID, by it. */
  readonly passages: ReadonlyMap<string, TextRange>;
  /** Where in the text it is known what time of the recording it is, in milliseconds; in the order of the text. */
  readonly times: readonly { readonly at: number; readonly time: number }[];
  /** What is said of the whole: its description and memos, on one line. */
  readonly memo: string | undefined;
  /** The values that variables have for it, by their names. */
  readonly variables: ReadonlyMap<string, string>;
  /** Those of the fields that this program exports as variables. */
  readonly session: number | undefined;
  /** `YYYY-MM-DD`. */
  readonly date: string | undefined;
  /** How many codings and memos have no place in the text, or no code. */
  readonly lost: number;
}

/** A memo of a project. */
export interface ForeignNote {
  /** On one line. */
  readonly text: string;
  /** The name of the user who wrote it, where the file says it. */
  readonly user: string | undefined;
}

/** What the sources of a project refer to by GUID, and what else it takes to read them. */
export interface ProjectParts {
  readonly origin: string;
  readonly users: ReadonlyMap<string, string>;
  /** The memos by GUID. */
  readonly notes: ReadonlyMap<string, ForeignNote>;
  readonly texts: ProjectFile['texts'];
  /** The names of variables by GUID. */
  readonly variables: ReadonlyMap<string, string>;
  readonly names: UniqueNames;
}

/** What variables say of a source or case: texts, numbers, dates, each as it is written. */
export function valuesOf(node: XmlNode, variables: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map(
    childrenNamed(node, 'VariableValue').flatMap(value => {
      const name = variables.get(readGuid(childNamed(value, 'VariableRef')?.attributes['targetGUID']) ?? '');
      const text = writtenValue(value);
      return name === undefined || text === '' ? [] : [[name, text] as const];
    }),
  );
}

function writtenValue(value: XmlNode): string {
  return onOneLine(value.children.find(child => /Value$/i.test(child.name))?.text ?? '');
}

/** The codings anywhere in an element, each with the GUID of who made it, where the file says it. */
export function codersIn(node: XmlNode): readonly (string | undefined)[] {
  return node.children.flatMap(child =>
    isNamed(child, 'Coding')
      ? [readGuid(child.attributes['creatingUser'] ?? node.attributes['creatingUser'])]
      : codersIn(child),
  );
}

/** How long all transcripts of a source come to be, one for each of its users, in UTF-16 code units. */
export function writtenSize({ text, codings }: ForeignSource): number {
  const users = new Set(codings.map(({ user }) => user)).size;
  const memos = codings.reduce((sum, { memo = '' }) => sum + memo.length, 0);
  return Math.max(1, users) * text.length + memos;
}

/** What of a source has a plain text: itself, the transcripts of a recording, or the text of a PDF. */
function textHolders(source: XmlNode): readonly XmlNode[] {
  if (isNamed(source, 'TextSource')) return [source];
  if (isNamed(source, 'PDFSource')) return childrenNamed(source, 'Representation');
  return /^(?:Audio|Video)Source$/i.test(source.name) ? childrenNamed(source, 'Transcript') : [];
}

/** What is marked in the recording or on the pages of a source themselves, which no text has a place for. */
function unplacedSelections(source: XmlNode): readonly XmlNode[] {
  return source.children.filter(({ name }) => /^(?:Audio|Video|PDF)Selection$/i.test(name));
}

/** What a source of a project has as a text, with its codings; nothing where it has none. */
export function readSource(source: XmlNode, parts: ProjectParts): readonly ForeignSource[] {
  return textHolders(source).flatMap((holder, at) => sourceOf(holder, source, at === 0, parts) ?? []);
}

/** The text that `node` holds of a source; what is said of the source as a whole goes to the first of its texts. */
function sourceOf(
  node: XmlNode,
  source: XmlNode,
  isFirst: boolean,
  parts: ProjectParts,
): ForeignSource | undefined {
  const read = plainText(node, parts.texts);
  if (read === undefined) return undefined;
  const { text } = read;
  const points = syncPoints(node);
  const selections = [
    ...childrenNamed(node, 'PlainTextSelection').map(selection => ({
      selection,
      start: positionIn(selection, 'startPosition'),
      end: positionIn(selection, 'endPosition'),
    })),
    ...childrenNamed(node, 'TranscriptSelection').map(selection => ({
      selection,
      start: points.get(readGuid(selection.attributes['fromSyncPoint']) ?? '')?.position,
      end: points.get(readGuid(selection.attributes['toSyncPoint']) ?? '')?.position,
    })),
  ].map(each => ({ ...each, name: each.selection.attributes['name'] ?? '' }));
  const positions = readPositions(
    read,
    parts.origin,
    selections.map(({ start = 0, end = 0, name }) => ({ start, end, name })),
  );
  const plain = text.replace(/\r\n?/g, '\n');
  const codings: ForeignCoding[] = [];
  const passages = new Map<string, TextRange>();
  let lost = 0;
  for (const { selection, start, end } of selections) {
    const isPlaced = start !== undefined && end !== undefined && start < end && end <= positions.end;
    const range = { start: positions.offsetOf(start ?? 0), end: positions.offsetOf(end ?? 0) };
    const guid = readGuid(selection.attributes['guid']);
    const own = codingsIn(selection, range, parts);
    if (!isPlaced) lost += Math.max(1, own.codings.length) + own.lost;
    else {
      for (const coding of own.codings) codings.push(coding);
      lost += own.lost;
      if (guid !== undefined) passages.set(guid, range);
    }
  }
  const whole = { start: 0, end: plain.length };
  const wholes = isFirst && node !== source ? [node, source] : [node];
  const onWhole = wholes.map(each => codingsIn(each, whole, parts));
  const unplaced = isFirst ? unplacedSelections(source).map(each => codingsIn(each, whole, parts)) : [];
  const notHere = unplaced.reduce((sum, each) => sum + each.codings.length + each.lost, 0);
  return {
    guid: readGuid(node.attributes['guid']),
    name: parts.names.take(nameOf(node) ?? nameOf(source) ?? 'source'),
    text: plain,
    isWindows: read.isWindows,
    codings: [...codings, ...onWhole.flatMap(each => each.codings)],
    passages,
    times: [...points.values()]
      .flatMap(({ position, time }) =>
        time === undefined ? [] : [{ at: positions.offsetOf(position), time }],
      )
      .sort((a, b) => a.at - b.at),
    memo: orNothing(joined(wholes.flatMap(each => [descriptionOf(each), memosOf(each, parts.notes)]))),
    variables: new Map([...valuesOf(source, parts.variables), ...valuesOf(node, parts.variables)]),
    ...fieldsOf(source),
    lost: lost + notHere + onWhole.reduce((sum, each) => sum + each.lost, 0),
  };
}

function fieldsOf(source: XmlNode): Pick<ForeignSource, 'session' | 'date'> {
  const values = childrenNamed(source, 'VariableValue').map(
    value =>
      [readGuid(childNamed(value, 'VariableRef')?.attributes['targetGUID']), writtenValue(value)] as const,
  );
  const byGuid = new Map(values);
  const session = byGuid.get(fieldGuid('session')) ?? '';
  const date = byGuid.get(fieldGuid('date'));
  return {
    session: /^\d{1,6}$/.test(session) ? Number(session) : undefined,
    date: date !== undefined && isIsoDate(date) ? date : undefined,
  };
}

function descriptionOf(node: XmlNode): string {
  return onOneLine(childNamed(node, 'Description')?.text ?? '');
}

function nameOf({ attributes }: XmlNode): string | undefined {
  return orNothing(attributes['name']?.trim() ?? '');
}

interface SyncPoint {
  readonly position: number;
  readonly time: number | undefined;
}

/** Where the transcript of a recording meets its time, by GUID. */
function syncPoints(node: XmlNode): ReadonlyMap<string, SyncPoint> {
  return new Map(
    childrenNamed(node, 'SyncPoint').flatMap(point => {
      const guid = readGuid(point.attributes['guid']);
      const position = positionIn(point, 'position');
      if (guid === undefined || position === undefined) return [];
      return [[guid, { position, time: positionIn(point, 'timeStamp') }] as const];
    }),
  );
}

/** The codings of a passage or source, and how many name no code. */
function codingsIn(
  holder: XmlNode,
  range: TextRange,
  { users, notes }: ProjectParts,
): { readonly codings: readonly ForeignCoding[]; readonly lost: number } {
  const isPassage = /Selection$/i.test(holder.name);
  const userOf = (node: XmlNode): string | undefined =>
    users.get(readGuid(node.attributes['creatingUser'] ?? holder.attributes['creatingUser']) ?? '');
  // What is said of a whole source is kept once, with it.
  const said = isPassage ? [...notesOf(holder, notes), { text: descriptionOf(holder), user: undefined }] : [];
  const memos = said.filter(({ text }) => text !== '');
  const passage = isPassage ? readGuid(holder.attributes['guid']) : undefined;
  const nodes = childrenNamed(holder, 'Coding');
  const coders = new Set(nodes.map(userOf));
  const codings = nodes.flatMap(coding => {
    const code = readGuid(childNamed(coding, 'CodeRef')?.attributes['targetGUID']);
    if (code === undefined) return [];
    const user = userOf(coding);
    // What one of its coders says of the passage goes with that coder's codes, what others say with all.
    const own = memos.filter(memo => memo.user === user || !coders.has(memo.user));
    const memo = joined([memosOf(coding, notes), ...own.map(({ text }) => text)]);
    const origin = { coding: readGuid(coding.attributes['guid']), passage };
    return [{ range, code, user, memo: orNothing(memo), origin }];
  });
  const lost = nodes.length - codings.length;
  if (nodes.length > 0) return { codings, lost };
  const writers = [...new Set(memos.map(({ user }) => user ?? userOf(holder)))];
  const uncoded = writers.map((user): ForeignCoding => {
    const own = memos.filter(memo => (memo.user ?? userOf(holder)) === user);
    const memo = joined(own.map(({ text }) => text));
    return { range, code: undefined, user, memo, origin: { coding: undefined, passage } };
  });
  return { codings: uncoded, lost };
}

function notesOf(node: XmlNode, notes: ProjectParts['notes']): readonly ForeignNote[] {
  return childrenNamed(node, 'NoteRef').flatMap(
    ({ attributes }) => notes.get(readGuid(attributes['targetGUID']) ?? '') ?? [],
  );
}

/** The memos that an element refers to, one behind the other. */
export function memosOf(node: XmlNode, notes: ProjectParts['notes']): string {
  return joined(notesOf(node, notes).map(({ text }) => text));
}

function joined(memos: readonly string[]): string {
  return memos.filter(memo => memo !== '').join(' ');
}

/** A text; undefined where it is empty. */
export function orNothing(text: string): string | undefined {
  return text === '' ? undefined : text;
}

function plainText(node: XmlNode, texts: ProjectFile['texts']): PlainText | undefined {
  const content = childNamed(node, 'PlainTextContent')?.text;
  if (content !== undefined) return { text: content, bom: false, isWindows: false };
  return plainTextAt(node.attributes['plainTextPath'] ?? '', texts);
}

/** What a memo says: its text, else its description. */
export function noteText(note: XmlNode, texts: ProjectFile['texts']): string {
  return plainText(note, texts)?.text ?? childNamed(note, 'Description')?.text ?? '';
}

/** A position or time; undefined for what is none. */
function positionIn(selection: XmlNode, name: string): number | undefined {
  const value = selection.attributes[name]?.trim() ?? '';
  return /^\d{1,10}$/.test(value) ? Number(value) : undefined;
}
