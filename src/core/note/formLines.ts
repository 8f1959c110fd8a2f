import type { CompiledProtocol } from '../protocol/compiledProtocol';
import { formatTitled, mayNameFormat } from '../protocol/formatNames';
import { knownField } from '../protocol/knownFields';
import type { ProtocolSet } from '../protocol/protocolSet';
import { plainText } from '../text/plainText';
import type { TextRange } from '../text/textRange';
import type { FrontMatter } from './frontMatter';
import type { Note } from './note';
import type { Block, Outline, Quote, SourceLine } from './outline';
import { withoutLink } from './wikiLink';

const TITLE_LEVEL = 1;
const COLON = /[:：]/;
/** What stands between a label and its colon: `Pertemuan ke- : 3`. */
const BEFORE_COLON = /-?\s*$/;
const BEHIND_LABEL = /^[:：]{1,2}\s*(?<value>[^\s:：].*)$/;
/** In UTF-16 code units. */
const SHORTEST_LABEL = 2;
const LONGEST_LABEL = 60;
/** A label in bold or italics, with the colon in it or behind: `**Client:** AR`. */
const EMPHASISED = /^(?<marks>[*_]{1,3})(?<label>[^:：*_]{2,60}?)\s*(?:[:：]\s*\k<marks>|\k<marks>\s*[:：])/;
/** A number behind a word, without a colon: `Sesi ke-2`, `Session #2`. */
const NUMBERED = /^(?<key>\p{L}{2,20})(?:[ -]?ke)?[ .#-]*(?<value>\d{1,3})$/u;
const HAS_COLON = /[:：|]/;
/** Cheap, since it is asked of all lines above the headings. */
const MAY_SAY = /[:：|]|\d$/;
/** What may part several fields of one line, and a bold label behind a value. */
const PARTING = /[;|·,\t]| {3,}|\s+(?=[*_]{2,3}[^*_:：]{2,40}[:：])/;

/** A line of a form at the top of a note, whose value belongs into the front matter. */
export interface FormLine {
  /** The id of the field that its label means. */
  readonly field: string;
  readonly value: string;
  /** Of the whole line, without its end; several fields may stand on one. */
  readonly range: TextRange;
}

/** By what labels are understood. */
interface Readers {
  readonly protocol: CompiledProtocol;
  readonly protocols: ProtocolSet;
}

/**
 * The lines above all headings but the title that name a field, with a colon and a value behind it, as a form from a word
 * processor does (`Nama konseli : AR`); in callouts and as rows of a table too, and several on one line where all of it is
 * such. Of fields that the front matter has already, there are none.
 */
export function formLines({
  outline,
  frontMatter,
  protocol,
  context: { protocols },
}: Note): readonly FormLine[] {
  if (protocol === undefined || frontMatter.kind === 'transcript') return none;
  const saying = linesAbove(outline).flatMap(line => {
    const said = saidIn(line.text, { protocol, protocols });
    return said.length === 0 ? [] : [{ line, said }];
  });
  if (saying.length === 0) return none;
  const known = fieldsWithValue(frontMatter);
  const found: FormLine[] = [];
  let isNumber = false;
  for (const { line, said } of saying) {
    if (said.some(({ field }) => known.has(field))) continue;
    if (found.length === 0) isNumber = !HAS_COLON.test(line.text);
    for (const { field, value } of said) {
      known.add(field);
      found.push({ field, value, range: wholeLine(outline, line) });
    }
  }
  // A number alone is no form.
  return found.length === 1 && isNumber ? none : found;
}

/** Those above all headings but the title. */
function linesAbove({ blocks }: Outline): readonly SourceLine[] {
  const next = blocks.findIndex(
    (block, at) => block.kind === 'heading' && (at > 0 || block.level > TITLE_LEVEL),
  );
  return (next < 0 ? blocks : blocks.slice(0, next)).flatMap(linesOf);
}

function fieldsWithValue({ entries }: FrontMatter): Set<string> {
  return new Set(
    entries.flatMap(({ field, values }) => (values.length > 0 && field !== undefined ? [field] : [])),
  );
}

type Said = Omit<FormLine, 'range'>;

/** All fields of a line, or none. */
function saidIn(text: string, readers: Readers): readonly Said[] {
  if (!MAY_SAY.test(text)) return none;
  if (text.startsWith('|')) return saidInRow(text, readers);
  const several = saidInParts(text, readers);
  if (several.length > 0) return several;
  const only = HAS_COLON.test(text) ? fieldIn(text, readers) : numberIn(text);
  return only === undefined ? none : [only];
}

/** The fields of a line of which each part is another one. */
function saidInParts(text: string, readers: Readers): readonly Said[] {
  const saidBy = (part: string): Said | undefined => fieldIn(part.trim(), readers) ?? numberIn(part.trim());
  const end = text.search(PARTING);
  // Most lines with a comma are words, as their first part tells.
  if (end < 0 || saidBy(text.slice(0, end)) === undefined) return none;
  const said = text.split(PARTING).map(saidBy);
  return said.every(each => each !== undefined) && areDifferent(said) ? said : none;
}

const none: readonly never[] = [];

function areDifferent(said: readonly Said[]): boolean {
  return new Set(said.map(({ field }) => field)).size === said.length;
}

/** The cells of a row by twos: a label and its value. */
function saidInRow(text: string, readers: Readers): readonly Said[] {
  const cells = text
    .replace(/^\||\|\s*$/g, '')
    .split('|')
    .map(cell => cell.trim());
  const pairs = cells.flatMap((label, at) =>
    at % 2 === 0
      ? fieldIn(`${label.replace(/[\s:：*_]+$/, '').replace(/^[*_]+/, '')}: ${cells[at + 1] ?? ''}`, readers)
      : none,
  );
  const said = pairs.filter(each => each !== undefined);
  return said.length === pairs.length && areDifferent(said) ? said : none;
}

function fieldIn(text: string, readers: Readers): Said | undefined {
  const line = plainLabel(text);
  const colon = line.slice(0, LONGEST_LABEL + 10).search(COLON);
  const label = line.slice(0, Math.max(colon, 0)).replace(BEFORE_COLON, '');
  if (label.length < SHORTEST_LABEL || label.length > LONGEST_LABEL) return undefined;
  const value = BEHIND_LABEL.exec(line.slice(colon))?.groups?.['value'];
  const field = value === undefined ? undefined : fieldMeant(label, value, readers);
  return value === undefined || field === undefined
    ? undefined
    : { field, value: plainText(withoutLink(value)) };
}

function numberIn(text: string): Said | undefined {
  const { key = '', value = '' } = NUMBERED.exec(text)?.groups ?? {};
  return knownField(key.toLowerCase()) === 'session' ? { field: 'session', value } : undefined;
}

function plainLabel(text: string): string {
  return text.startsWith('*') || text.startsWith('_') ? text.replace(EMPHASISED, '$<label>:') : text;
}

/** The field that a label means, unless it is the title of a part: the members of a group are no client. */
function fieldMeant(label: string, value: string, { protocol, protocols }: Readers): string | undefined {
  const field = protocol.fieldByLabel(label);
  if (field === undefined && mayNameFormat(label) && formatTitled(value, protocols) !== undefined)
    return 'protocol';
  return field === undefined || protocol.matchStage(plainText(label)) !== undefined ? undefined : field;
}

function linesOf(block: Block | Quote['content'][number]): readonly SourceLine[] {
  if (block.kind === 'paragraph') return block.lines;
  if (block.kind === 'quote') return block.content.flatMap(linesOf);
  if (block.kind !== 'list') return none;
  return block.items.flatMap(({ firstParagraph, items }) =>
    firstParagraph.length === 1 && items.length === 0 ? firstParagraph : [],
  );
}

function wholeLine({ lines }: Outline, { range }: SourceLine): TextRange {
  return lines.lineRange(lines.positionAt(range.start).line);
}
