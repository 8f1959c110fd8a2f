import { parseXml, XmlElement, XmlError, XmlText } from '@rgrove/parse-xml';

/** An element of XML, its prefix dropped: files in the wild disagree on name spaces. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  /** All text in it, that of its children included. */
  readonly text: string;
  /** The line in which it begins, from 0. */
  readonly line: number;
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
/** What no XML may hold, written as it is or by number, and what stands in Word's texts for line ends and notes. */
const CONTROL = /(?![\t\n\r\u007f-\u009f])\p{Cc}|[\ufffe\uffff]/gu;
const REFERENCE = /&#(?:(\d{1,9})|x([\da-f]{1,8}));/gi;
const CDATA = '<![CDATA[';
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
    const plain = withoutControls(text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'));
    const root = parseXml(plain, { includeOffsets: true }).root;
    return root === null ? { line: 0, detail: 'no root element' } : nodeOf(root, lineCounter(plain));
  } catch (error) {
    if (!(error instanceof XmlError)) return { line: 0, detail: 'not readable' };
    return { line: error.line - 1, detail: error.message.split(/[\n(]/)[0]?.trim() ?? '' };
  }
}

/** Programs write down what was pasted into them; a blank for each keeps what is counted in its place. */
function withoutControls(text: string): string {
  const plain = text.replace(CONTROL, ' ');
  return plain.includes('&#') ? mapParts(plain, withoutReferences, same) : plain;
}

function withoutReferences(text: string): string {
  return text.replace(REFERENCE, (reference, decimal: string | undefined, hex: string | undefined) => {
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return code < 0xffff + 1 && String.fromCharCode(code).search(CONTROL) === 0 ? ' ' : reference;
  });
}

function same(text: string): string {
  return text;
}

/** A text with its markup and what stands in CDATA sections, which looks like markup and is none, changed each in its way. */
function mapParts(text: string, markup: (part: string) => string, cdata: (part: string) => string): string {
  const [first = '', ...rest] = text.split(CDATA);
  const parts = rest.map(part => {
    const end = part.indexOf(']]>');
    return cdata(part.slice(0, end)) + markup(part.slice(end));
  });
  return [markup(first), ...parts].join(CDATA);
}

/** Whether reading failed. */
export function isXmlFault(read: XmlNode | XmlFault): read is XmlFault {
  return 'detail' in read;
}

/** Whether an element has a name, upper and lower case alike: programs disagree on them. */
export function isNamed(node: XmlNode, name: string): boolean {
  return node.name === name || (node.name.length === name.length && isSameName(node.name, name));
}

function isSameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

/** The children of an element that have a name. */
export function childrenNamed(node: XmlNode | undefined, name: string): readonly XmlNode[] {
  return node?.children.filter(child => isNamed(child, name)) ?? [];
}

/** The first child of an element that has a name. */
export function childNamed(node: XmlNode | undefined, name: string): XmlNode | undefined {
  return node?.children.find(child => isNamed(child, name));
}

/** The line of each of several offsets that rise. */
function lineCounter(text: string): (offset: number) => number {
  let line = 0;
  let next = text.indexOf('\n');
  return offset => {
    for (; next >= 0 && next < offset; next = text.indexOf('\n', next + 1)) line++;
    return line;
  };
}

function nodeOf(element: XmlElement, lineAt: (offset: number) => number): XmlNode {
  const line = lineAt(element.start);
  const children: XmlNode[] = [];
  let text = '';
  for (const child of element.children) {
    if (child instanceof XmlElement) {
      const node = nodeOf(child, lineAt);
      children.push(node);
      text += node.text;
    } else if (child instanceof XmlText) text += child.text;
  }
  return { name: localName(element.name), attributes: element.attributes, children, text, line };
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The parser recurses into elements, so their depth is counted before it does. */
function tooDeepLine(text: string): number | undefined {
  let depth = 0;
  const markup = mapParts(text, same, part => part.replaceAll('<', ' '));
  for (const match of markup.matchAll(TAG)) {
    if (match[1] === '/') depth--;
    else if (match[2] !== '/') depth++;
    if (depth > DEEPEST) return text.slice(0, match.index).split(/\r\n?|\n/).length - 1;
  }
  return undefined;
}
