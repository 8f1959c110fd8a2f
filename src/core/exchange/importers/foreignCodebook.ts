import { type Message, message, quoting } from '../../message';
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
}

/** Why an exchange file cannot be read; `line` from 0. */
export interface ExchangeFault {
  readonly line: number;
  readonly reason: Message;
}

const GUID = /^\{?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}?$/i;
const LONG_COLOR = /^#[0-9a-f]{6}$/i;
const SHORT_COLOR = /^#([0-9a-f])([0-9a-f])([0-9a-f])$/i;

/**
 * Reads a REFI-QDA codebook (`.qdc`). Programs disagree on its name space (`urn:QDA-XML:codebook:1.0`, `1:0`, `0:4`)
 * and some of its shapes (an empty `Sets`, codes without `Codes`, no `isCodable`, three-digit colours, braces around
 * GUIDs): all are read.
 */
export function readCodebook(text: string): ForeignCodebook | ExchangeFault {
  const root = readXml(text);
  if (isXmlFault(root))
    return { line: root.line, reason: quoting('import.bad-xml', { detail: root.detail }) };
  if (root.name.toLowerCase() !== 'codebook') return { line: 0, reason: message('import.no-codebook') };
  const codebook = codebookIn(root, root);
  return codebook.codes.length === 0 ? { line: 0, reason: message('import.no-codes') } : codebook;
}

/** The codes of a `CodeBook` element, and the sets of codes below `owner`. */
export function codebookIn(codebook: XmlNode | undefined, owner: XmlNode): ForeignCodebook {
  const holder = childNamed(codebook, 'Codes') ?? codebook;
  const found = new Map<string, ForeignCode>();
  collect(holder, undefined, found);
  const codes = [...found.values()];
  const known = new Set(found.keys());
  const sets = childrenNamed(childNamed(owner, 'Sets'), 'Set').map(set => readSet(set, known));
  return { codes, sets: sets.filter(({ guid, members }) => guid !== '' && members.length > 0) };
}

function collect(
  holder: XmlNode | undefined,
  parent: string | undefined,
  codes: Map<string, ForeignCode>,
): void {
  for (const node of childrenNamed(holder, 'Code')) {
    const guid = readGuid(node.attributes['guid']);
    const name = node.attributes['name']?.replace(/\s+/g, ' ').trim() ?? '';
    const isNew = guid !== undefined && name !== '' && !codes.has(guid);
    if (isNew) codes.set(guid, { guid, name, parent, ...detailsOf(node) });
    collect(node, isNew ? guid : parent, codes);
  }
}

function detailsOf(node: XmlNode): Pick<ForeignCode, 'isCodable' | 'color' | 'description'> {
  const codable = node.attributes['isCodable']?.trim().toLowerCase();
  return {
    isCodable: codable !== 'false' && codable !== '0',
    color: readColor(node.attributes['color']),
    description: descriptionOf(node),
  };
}

function readSet(node: XmlNode, known: ReadonlySet<string>): ForeignSet {
  const members = childrenNamed(node, 'MemberCode').flatMap(
    ({ attributes }) => readGuid(attributes['guid'] ?? attributes['targetGUID']) ?? [],
  );
  return {
    guid: readGuid(node.attributes['guid']) ?? '',
    name: node.attributes['name']?.trim() ?? '',
    description: descriptionOf(node),
    members: [...new Set(members)].filter(guid => known.has(guid)),
  };
}

function descriptionOf(node: XmlNode): string | undefined {
  const text = childNamed(node, 'Description')?.text.replace(/\r\n?/g, '\n').trim() ?? '';
  return text === '' ? undefined : text;
}

/** A GUID in the form in which GUIDs are compared; undefined for what is none. */
export function readGuid(text: string | undefined): string | undefined {
  return GUID.exec(text?.trim() ?? '')?.[1]?.toLowerCase();
}

function readColor(text: string | undefined): string | undefined {
  const color = text?.trim() ?? '';
  if (LONG_COLOR.test(color)) return color;
  return SHORT_COLOR.test(color) ? color.replace(SHORT_COLOR, '#$1$1$2$2$3$3') : undefined;
}
