import type { TextRange } from '../../text/textRange';
import { childNamed, childrenNamed, isNamed, type XmlNode } from '../../xml/readXml';
import type { CodingOrigin } from './codedWords';
import { readGuid } from './foreignCodebook';
import { descriptionOf, type ForeignNote, joined, memosOf, notesOf, orNothing } from './foreignMemos';
import type { readPositions } from './foreignPositions';

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

/** What codings refer to by GUID. */
export interface CodingParts {
  /** The names of the users. */
  readonly users: ReadonlyMap<string, string>;
  /** The memos. */
  readonly notes: ReadonlyMap<string, ForeignNote>;
}

/** Codings that have a place in a text, and how many codings and memos have none, or no code. */
interface FoundCodings {
  readonly codings: readonly ForeignCoding[];
  readonly lost: number;
}

/** The codings anywhere in an element, each with the GUID of who made it, where the file says it. */
export function codersIn(node: XmlNode): readonly (string | undefined)[] {
  return node.children.flatMap(child =>
    isNamed(child, 'Coding')
      ? [readGuid(child.attributes['creatingUser'] ?? node.attributes['creatingUser'])]
      : codersIn(child),
  );
}

/** What is marked in the recording or on the pages of a source themselves, which no text has a place for. */
export function unplacedSelections(source: XmlNode): readonly XmlNode[] {
  return source.children.filter(({ name }) => /^(?:Audio|Video|PDF)Selection$/i.test(name));
}

/** A stretch that is marked in a text, by its positions as the file counts them; undefined where it says none. */
interface Selection {
  readonly selection: XmlNode;
  readonly start: number | undefined;
  readonly end: number | undefined;
  readonly name: string;
}

interface SyncPoint {
  readonly position: number;
  readonly time: number | undefined;
}

/** Where the transcript of a recording meets its time, by GUID. */
export function syncPoints(node: XmlNode): ReadonlyMap<string, SyncPoint> {
  return new Map(
    childrenNamed(node, 'SyncPoint').flatMap(point => {
      const guid = readGuid(point.attributes['guid']);
      const position = positionIn(point, 'position');
      if (guid === undefined || position === undefined) return [];
      return [[guid, { position, time: positionIn(point, 'timeStamp') }] as const];
    }),
  );
}

/** What is marked in the text of an element. */
export function selectionsIn(node: XmlNode, points: ReadonlyMap<string, SyncPoint>): readonly Selection[] {
  const pointOf = (selection: XmlNode, end: 'fromSyncPoint' | 'toSyncPoint'): number | undefined =>
    points.get(readGuid(selection.attributes[end]) ?? '')?.position;
  return [
    ...childrenNamed(node, 'PlainTextSelection').map(selection => ({
      selection,
      start: positionIn(selection, 'startPosition'),
      end: positionIn(selection, 'endPosition'),
    })),
    ...childrenNamed(node, 'TranscriptSelection').map(selection => ({
      selection,
      start: pointOf(selection, 'fromSyncPoint'),
      end: pointOf(selection, 'toSyncPoint'),
    })),
  ].map(each => ({ ...each, name: each.selection.attributes['name'] ?? '' }));
}

/** The codings of passages, and where these stand; what has no place in the text is lost. */
export function passageCodings(
  selections: readonly Selection[],
  positions: ReturnType<typeof readPositions>,
  parts: CodingParts,
): FoundCodings & { readonly passages: ReadonlyMap<string, TextRange> } {
  const codings: ForeignCoding[] = [];
  const passages = new Map<string, TextRange>();
  let lost = 0;
  for (const { selection, start, end } of selections) {
    const isPlaced = start !== undefined && end !== undefined && start < end && end <= positions.end;
    const range = { start: positions.offsetOf(start ?? 0), end: positions.offsetOf(end ?? 0) };
    const guid = readGuid(selection.attributes['guid']);
    const own = codingsIn(selection, range, parts);
    lost += own.lost;
    if (!isPlaced) {
      lost += Math.max(1, own.codings.length);
      continue;
    }
    for (const coding of own.codings) codings.push(coding);
    if (guid !== undefined) passages.set(guid, range);
  }
  return { codings, passages, lost };
}

/** The codings of the whole of a text; what is coded in its recording or on its pages has no place in it and is lost. */
export function wholeCodings(
  wholes: readonly XmlNode[],
  unplaced: readonly XmlNode[],
  length: number,
  parts: CodingParts,
): FoundCodings {
  const whole = { start: 0, end: length };
  const onWhole = wholes.map(each => codingsIn(each, whole, parts));
  const elsewhere = unplaced.map(each => codingsIn(each, whole, parts));
  const notHere = elsewhere.reduce((sum, each) => sum + each.codings.length, 0);
  return {
    codings: onWhole.flatMap(each => each.codings),
    lost: [...onWhole, ...elsewhere].reduce((sum, each) => sum + each.lost, notHere),
  };
}

/** The codings of a passage or source, and how many name no code. */
function codingsIn(holder: XmlNode, range: TextRange, { users, notes }: CodingParts): FoundCodings {
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

/** A position or time; undefined for what is none. */
function positionIn(selection: XmlNode, name: string): number | undefined {
  const value = selection.attributes[name]?.trim() ?? '';
  return /^\d{1,10}$/.test(value) ? Number(value) : undefined;
}
