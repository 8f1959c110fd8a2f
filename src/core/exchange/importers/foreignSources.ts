import { isIsoDate } from '../../note/dates';
import { onOneLine } from '../../text/onOneLine';
import type { TextRange } from '../../text/textRange';
import { childNamed, childrenNamed, isNamed, type XmlNode } from '../../xml/readXml';
import type { UniqueNames } from '../exporters/codeTree';
import { fieldGuid } from '../exporters/projectIds';
import { readGuid } from './foreignCodebook';
import {
  type CodingParts,
  type ForeignCoding,
  passageCodings,
  selectionsIn,
  syncPoints,
  unplacedSelections,
  wholeCodings,
} from './foreignCodings';
import { contentText, descriptionOf, joined, memosOf, orNothing } from './foreignMemos';
import { readPositions } from './foreignPositions';
import type { ProjectFile } from './projectFile';

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

/** What the sources of a project refer to by GUID, and what else it takes to read them. */
export interface ProjectParts extends CodingParts {
  readonly origin: string;
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
  const read = contentText(node, parts.texts);
  if (read === undefined) return undefined;
  const points = syncPoints(node);
  const selections = selectionsIn(node, points);
  const positions = readPositions(
    read,
    parts.origin,
    selections.map(({ start = 0, end = 0, name }) => ({ start, end, name })),
  );
  const text = read.text.replace(/\r\n?/g, '\n');
  const ofPassages = passageCodings(selections, positions, parts);
  const wholes = isFirst && node !== source ? [node, source] : [node];
  const ofWhole = wholeCodings(wholes, isFirst ? unplacedSelections(source) : [], text.length, parts);
  return {
    guid: readGuid(node.attributes['guid']),
    name: parts.names.take(nameOf(node) ?? nameOf(source) ?? 'source'),
    text,
    isWindows: read.isWindows,
    codings: [...ofPassages.codings, ...ofWhole.codings],
    passages: ofPassages.passages,
    times: [...points.values()]
      .flatMap(({ position, time }) =>
        time === undefined ? [] : [{ at: positions.offsetOf(position), time }],
      )
      .sort((a, b) => a.at - b.at),
    memo: orNothing(joined(wholes.flatMap(each => [descriptionOf(each), memosOf(each, parts.notes)]))),
    variables: new Map([...valuesOf(source, parts.variables), ...valuesOf(node, parts.variables)]),
    ...fieldsOf(source),
    lost: ofPassages.lost + ofWhole.lost,
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

function nameOf({ attributes }: XmlNode): string | undefined {
  return orNothing(attributes['name']?.trim() ?? '');
}
