import { type Message, message, quoting } from '../../message';
import { onOneLine } from '../../text/onOneLine';
import { uuidOf } from '../../text/uuid';
import { childNamed, childrenNamed, isXmlFault, readXml, type XmlNode } from '../../xml/readXml';

/** A code as an exchange file has it. */
export interface ForeignCode {
  /** Lower case, without braces. */
  readonly guid: string;
  readonly name: string;
  readonly isCodable: boolean;
  /** `#RRGGBB`, upper or lower case as written. */
  readonly color: string | undefined;
  readonly description: string | undefined;
  /** The GUID of the code that it stands below. */
  readonly parent: string | undefined;
}

/** A set of codes as an exchange file has it. */
export interface ForeignSet {
  readonly guid: string;
  readonly name: string;
  readonly description: string | undefined;
  /** The GUIDs of its codes. */
  readonly members: readonly string[];
}

export interface ForeignCodebook {
  /** Parents come before what stands below them. */
  readonly codes: readonly ForeignCode[];
  readonly sets: readonly ForeignSet[];
  /** How many codes are left out: they have no name, or the id of another one. */
  readonly unread: number;
}

/** Why an exchange file cannot be read; `line` from 0. */
export interface ExchangeFault {
  readonly line: number;
  readonly reason: Message;
}

const PLAIN_GUID = /^[0-9a-f]{32}$/i;
const GUID = /^\{?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}?$/i;
const LONG_COLOR = /^#?([0-9a-f]{6})$/i;
const SHORT_COLOR = /^#?([0-9a-f])([0-9a-f])([0-9a-f])$/i;

/**
 * Reads a REFI-QDA codebook (`.qdc`). Programs disagree on its name space (`urn:QDA-XML:codebook:1.0`, `1:0`, `0:4`)
 * and some of its shapes (an empty `Sets`, codes without `Codes`, no `isCodable`, three-digit colours and those
 * without `#`, braces around GUIDs): all are read.
 */
export function readCodebook(text: string): ForeignCodebook | ExchangeFault {
  const root = readXml(text);
  if (isXmlFault(root))
    return { line: root.line, reason: quoting('import.bad-xml', { detail: root.detail }) };
  if (root.name.toLowerCase() !== 'codebook') return { line: 0, reason: message('import.no-codebook') };
  const codebook = codebookIn(root, root);
  return codebook.codes.length === 0 ? { line: 0, reason: message('import.no-codes') } : codebook;
}

/** The codes of a `CodeBook` element with their memos, and the sets of codes below it or below `owner`. */
export function codebookIn(
  codebook: XmlNode | undefined,
  owner: XmlNode,
  memoOf: (code: XmlNode) => string | undefined = () => undefined,
): ForeignCodebook {
  const holder = childNamed(codebook, 'Codes') ?? codebook;
  const found: FoundCodes = { byId: new Map(), memoOf, unread: 0 };
  collect(holder, undefined, found);
  const codes = [...found.byId.values()];
  const known = new Set(found.byId.keys());
  const holders = owner === codebook ? [owner] : [codebook, owner];
  const sets = holders
    .flatMap(each => childrenNamed(childNamed(each, 'Sets'), 'Set'))
    .map(set => readSet(set, known));
  return {
    codes,
    unread: found.unread,
    sets: sets.filter(({ name, members }) => name !== '' && members.length > 0),
  };
}

interface FoundCodes {
  readonly byId: Map<string, ForeignCode>;
  readonly memoOf: (code: XmlNode) => string | undefined;
  unread: number;
}

function collect(holder: XmlNode | undefined, parent: string | undefined, found: FoundCodes): void {
  for (const node of childrenNamed(holder, 'Code')) {
    const name = onOneLine(node.attributes['name'] ?? '');
    const guid = readGuid(node.attributes['guid']) ?? uuidOf(JSON.stringify(['named', parent ?? null, name]));
    const isNew = name !== '' && !found.byId.has(guid);
    if (isNew) found.byId.set(guid, { guid, name, parent, ...detailsOf(node, found.memoOf(node)) });
    else found.unread++;
    collect(node, isNew ? guid : parent, found);
  }
}

function detailsOf(
  node: XmlNode,
  memo: string | undefined,
): Pick<ForeignCode, 'isCodable' | 'color' | 'description'> {
  const codable = node.attributes['isCodable']?.trim().toLowerCase();
  return {
    isCodable: codable !== 'false' && codable !== '0',
    color: readColor(node.attributes['color']),
    description: joinedParagraphs(descriptionOf(node), memo),
  };
}

/** A memo on a code goes with what is said of it. */
function joinedParagraphs(...parts: readonly (string | undefined)[]): string | undefined {
  const said = parts.filter(part => part !== undefined && part !== '');
  return said.length === 0 ? undefined : said.join('\n\n');
}

function readSet(node: XmlNode, known: ReadonlySet<string>): ForeignSet {
  const members = childrenNamed(node, 'MemberCode').flatMap(
    ({ attributes }) => readGuid(attributes['guid'] ?? attributes['targetGUID']) ?? [],
  );
  const name = onOneLine(node.attributes['name'] ?? '');
  return {
    guid: readGuid(node.attributes['guid']) ?? uuidOf(JSON.stringify(['named set', name])),
    name,
    description: descriptionOf(node),
    members: [...new Set(members)].filter(guid => known.has(guid)),
  };
}

function descriptionOf(node: XmlNode): string | undefined {
  const text = childNamed(node, 'Description')?.text.replace(/\r\n?/g, '\n').trim() ?? '';
  return text === '' ? undefined : text;
}

/**
 * What identifies a part of an exchange file, in the form in which GUIDs are compared. What is none (`c001`, `2`) gets
 * one of its own, always the same; undefined where there is nothing.
 */
export function readGuid(text: string | undefined): string | undefined {
  const id = text?.trim() ?? '';
  if (id === '') return undefined;
  const guid = GUID.exec(id)?.[1]?.toLowerCase();
  if (guid !== undefined) return guid;
  if (!PLAIN_GUID.test(id)) return uuidOf(JSON.stringify(['foreign', id]));
  return id.toLowerCase().replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** A color as `#RRGGBB`; undefined where it is none. */
export function readColor(text: string | undefined): string | undefined {
  const color = text?.trim() ?? '';
  if (LONG_COLOR.test(color)) return color.replace(LONG_COLOR, '#$1');
  return SHORT_COLOR.test(color) ? color.replace(SHORT_COLOR, '#$1$1$2$2$3$3') : undefined;
}
