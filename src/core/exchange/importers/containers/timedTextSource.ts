import { readTimestamp, writeTimestamp } from '../../../transcript/timestamps';
import type { XmlNode } from '../../../xml/readXml';
import type { Source, SourcePiece } from './source';

/** What stands for a line break within the text of an element, which XML does not keep the place of. */
const BREAK = '\u2028';
/** The text of captions in XML before it is parsed. */
export function withBreaks(xml: string): string {
  return xml.replace(/<(?:\w+:)?br\s*\/>/g, BREAK);
}

/** Whether a document is captions in XML: TTML (`.ttml`, `.dfxp`), and what YouTube gives. */
export function isTimedText({ name }: XmlNode): boolean {
  return name === 'tt' || name === 'transcript' || name === 'timedtext';
}

/** Captions in XML as lines of times with the words below them; who speaks stands before these as a voice. */
export function timedTextSource(root: XmlNode): Source {
  const pieces: SourcePiece[] = [];
  const agents = new Map<string, string>();
  const walk = (node: XmlNode, agent: string | undefined): void => {
    if (node.name === 'head') {
      collectAgents(node, agents);
      return;
    }
    const own = attributeOf(node, 'agent') ?? agent;
    const times = timesOf(node);
    if (times === undefined && node.children.length > 0) {
      for (const child of node.children) walk(child, own);
      return;
    }
    const lines = node.text.split(/[\n\u2028]/).flatMap(line => line.trim() || []);
    if (lines.length === 0) return;
    const voice = agents.get(own ?? '');
    const texts = [...(times === undefined ? [] : [times]), ...lines];
    if (voice !== undefined && times !== undefined) texts[1] = `<v ${voice}>${texts[1]}`;
    for (const text of [...texts, '']) pieces.push({ line: node.line, text });
  };
  walk(root, undefined);
  return { pieces, tables: [], hasReferences: root.name !== 'tt' };
}

function attributeOf({ attributes }: XmlNode, name: string): string | undefined {
  return attributes[name] ?? Object.entries(attributes).find(([key]) => key.endsWith(`:${name}`))?.[1];
}

function collectAgents(node: XmlNode, agents: Map<string, string>): void {
  const id = attributeOf(node, 'id');
  const name = node.text.replace(/[\s<>]+/g, ' ').trim();
  if (node.name === 'agent' && id !== undefined && name !== '') agents.set(id, name);
  for (const child of node.children) collectAgents(child, agents);
}

/** The line of times of an element that has some; as they are written where they are none that is known. */
function timesOf({ attributes }: XmlNode): string | undefined {
  const { begin, end, start, dur, t, d } = attributes;
  const first = begin ?? (start === undefined ? t && `${t}ms` : `${start}s`);
  if (first === undefined) return undefined;
  const length = dur ?? (d && `${d}ms`) ?? '0';
  const from = timeIn(first);
  const until = end === undefined ? (from ?? 0) + (timeIn(length) ?? timeIn(`${length}s`) ?? 0) : timeIn(end);
  return `${from === undefined ? first : writeTimestamp(from)} --> ${until === undefined ? end : writeTimestamp(until)}`;
}

function timeIn(text: string): number | undefined {
  const [, amount, unit] = /^(\d+(?:\.\d+)?)(m?s)$/.exec(text) ?? [];
  return amount === undefined ? readTimestamp(text) : Number(amount) * (unit === 's' ? 1000 : 1);
}
