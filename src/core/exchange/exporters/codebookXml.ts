import type { Protocol } from '../../protocol/schema';
import { xmlDocument, xmlElement, xmlText } from '../../xml/writeXml';
import {
  type CodebookWords,
  codeSets,
  codeTree,
  type ExportedCode,
  type ExportedSet,
  UniqueNames,
} from './codeTree';

const NAMESPACE = 'urn:QDA-XML:codebook:1.0';
const SCHEMA = `${NAMESPACE} http://schema.qdasoftware.org/versions/Codebook/v1.0/Codebook.xsd`;

/** What exchange files say of the program that wrote them. */
export interface ExportOrigin {
  /** Name and version of the program. */
  readonly origin: string;
}

/**
 * The techniques and codes of protocols as a REFI-QDA codebook (`.qdc`, https://www.qdasoftware.org, version 1.0);
 * undefined where there are none, which the standard has no form for.
 */
export function codebookXml(
  protocols: readonly Protocol[],
  words: CodebookWords & ExportOrigin,
): string | undefined {
  const names = new UniqueNames();
  const codes = protocols.flatMap(protocol => codeTree(protocol, words, names));
  if (codes.length === 0) return undefined;
  const sets = protocols.flatMap(protocol => codeSets(protocol, words));
  const attributes = {
    xmlns: NAMESPACE,
    'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
    'xsi:schemaLocation': SCHEMA,
    origin: words.origin,
  };
  const setsXml = sets.length === 0 ? '' : xmlElement('Sets', {}, ...sets.map(set => setXml(set, 'guid')));
  return xmlDocument(xmlElement('CodeBook', attributes, codesXml(codes), setsXml));
}

/** The `Sets` element of a project, whose members are referred to in another way than in a codebook; nothing without any. */
export function projectSetsXml(sets: readonly ExportedSet[]): string {
  return sets.length === 0 ? '' : xmlElement('Sets', {}, ...sets.map(set => setXml(set, 'targetGUID')));
}

/** The `Codes` element of a codebook or project. */
export function codesXml(codes: readonly ExportedCode[]): string {
  return xmlElement('Codes', {}, ...codes.map(codeXml));
}

function codeXml({ guid, name, isCodable, color, description, children }: ExportedCode): string {
  return xmlElement(
    'Code',
    { guid, name, isCodable, color },
    descriptionXml(description),
    ...children.map(codeXml),
  );
}

function setXml({ guid, name, description, members }: ExportedSet, reference: 'guid' | 'targetGUID'): string {
  const memberXml = members.map(member => xmlElement('MemberCode', { [reference]: member }));
  return xmlElement('Set', { guid, name }, descriptionXml(description), ...memberXml);
}

/** A `Description` element; nothing where there is none. */
function descriptionXml(description: string | undefined): string {
  return description === undefined ? '' : xmlElement('Description', {}, xmlText(description));
}
