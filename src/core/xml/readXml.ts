import { parseXml, XmlElement, XmlError, XmlText } from '@rgrove/parse-xml';

/** An element of XML, its prefix dropped: files in the wild disagree on name spaces. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  /** All text in it, that of its children included. */
  readonly text: string;
}

/** Why a text is no XML. */
interface XmlFault {
  /** From 0. */
  readonly line: number;
  /** What the parser says, in English; it quotes nothing of the text but names of elements and references. */
  readonly detail: string;
}

/** How deep elements may be nested: beyond it nothing sensible is meant, and walking them would exhaust the stack. */
const DEEPEST = 200;
const TAG = /<(\/?)[\p{L}_:](?:[^<>"'/]|"[^"<]*"|'[^'<]*'|\/(?!>))*(\/?)>/gu;

/**
 * Reads XML from outside. Nothing is fetched and no entity of a document type is expanded: a reference to one is a
 * fault, as is nesting deeper than 200.
 */
export function readXml(text: string): XmlNode | XmlFault {
  const deep = tooDeepLine(text);
  if (deep !== undefined) return { line: deep, detail: 'nested too deep' };
  try {
    // As XML says of line ends (1.0, section 2.11). The parser does the same, but in the square of their number.
    const root = parseXml(text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')).root;
    return root === null ? { line: 0, detail: 'no root element' } : nodeOf(root);
  } catch (error) {
    if (!(error instanceof XmlError)) return { line: 0, detail: 'not readable' };
    return { line: error.line - 1, detail: error.message.split(/[\n(]/)[0]?.trim() ?? '' };
  }
}

/** Whether reading failed. */
export function isXmlFault(read: XmlNode | XmlFault): read is XmlFault {
  return 'detail' in read;
}

/** The children of an element that have a name. */
export function childrenNamed(node: XmlNode | undefined, name: string): readonly XmlNode[] {
  return node?.children.filter(child => child.name === name) ?? [];
}

/** The first child of an element that has a name. */
export function childNamed(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node?.children.find(child => child.name === name);
}

function nodeOf(element: XmlElement): XmlNode {
  const children: XmlNode[] = [];
  let text = '';
  for (const child of element.children) {
    if (child instanceof XmlElement) {
      const node = nodeOf(child);
      children.push(node);
      text += node.text;
    } else if (child instanceof XmlText) text += child.text;
  }
  return { name: localName(element.name), attributes: element.attributes, children, text };
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The parser recurses into elements, so their depth is counted before it does. */
function tooDeepLine(text: string): number | undefined {
  let depth = 0;
  for (const match of text.matchAll(TAG)) {
    if (match[1] === '/') depth--;
    else if (match[2] !== '/') depth++;
    if (depth > DEEPEST) return text.slice(0, match.index).split(/\r\n?|\n/).length - 1;
  }
  return undefined;
}
