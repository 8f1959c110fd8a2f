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

/** What an element has from those around it. */
interface Around {
  readonly agent: string | undefined;
  /** When it begins, which all times within are counted from, in milliseconds. */
  readonly from: number;
  readonly times: string | undefined;
}

/** Captions in XML as lines of times with the words below them; who speaks stands before these as a voice. */
export function timedTextSource(root: XmlNode): Source {
  const pieces: SourcePiece[] = [];
  const agents = new Map<string, string>();
  const walk = (node: XmlNode, around: Around): void => {
    if (node.name === 'head') {
      collectAgents(node, agents);
      return;
    }
    const agent = attributeOf(node, 'agent') ?? around.agent;
    const own = timesOf(node, around.from);
    const times = own ?? around.times;
    if ((own === undefined || hasParagraphs(node)) && node.children.length > 0) {
      const from = around.from + (timeIn(node.attributes['begin'] ?? '') ?? 0);
      for (const child of node.children) walk(child, { agent, from, times });
      return;
    }
    for (const piece of linesOf(node, times, agents.get(agent ?? ''))) pieces.push(piece);
  };
  walk(root, { agent: undefined, from: 0, times: undefined });
  return { pieces, tables: [], hasReferences: root.name !== 'tt' };
}

/** The times and words of a caption, and an empty line behind them. */
function linesOf(
  node: XmlNode,
  times: string | undefined,
  voice: string | undefined,
): readonly SourcePiece[] {
  const [first, ...rest] = node.text.split(/[\n\u2028]/).flatMap(line => line.trim() || []);
  if (first === undefined) return [];
  const said = voice === undefined || times === undefined ? first : `<v ${voice}>${first}`;
  const texts = [...(times === undefined ? [] : [times]), said, ...rest, ''];
  return texts.map(text => ({ line: node.line, text }));
}

/** Whether an element is around captions, whose times are counted from its own. */
function hasParagraphs({ children }: XmlNode): boolean {
  return children.some(child => child.name === 'p' || hasParagraphs(child));
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

/**
 * The line of times of an element that has some, counted from `offset`; as they are written where they are none that is
 * known.
 */
function timesOf({ attributes }: XmlNode, offset: number): string | undefined {
  const { begin, end, start, dur, t, d } = attributes;
  const first = begin ?? (start === undefined ? t && `${t}ms` : `${start}s`);
  if (first === undefined) return undefined;
  const length = dur ?? (d && `${d}ms`) ?? '0';
  const from = timeIn(first);
  const until = end === undefined ? (from ?? 0) + (timeIn(length) ?? timeIn(`${length}s`) ?? 0) : timeIn(end);
  const shown = (time: number | undefined, written: string | undefined) =>
    time === undefined ? written : writeTimestamp(offset + time);
  return `${shown(from, first)} --> ${shown(until, end)}`;
}

function timeIn(text: string): number | undefined {
  const [, amount, unit] = /^(\d+(?:\.\d+)?)(m?s)$/.exec(text) ?? [];
  return amount === undefined ? readTimestamp(text) : Number(amount) * (unit === 's' ? 1000 : 1);
}
