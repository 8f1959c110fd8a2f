import type { Steps } from '../../../steps';
import type { XmlNode } from '../../../xml/readXml';
import { documentSource, type Opened, openParts, paragraphsIn } from './officeSource';
import { type Source, withoutReferences } from './source';

const CONTENT = 'content.xml';
const STYLES = 'styles.xml';
/** Notes and comments, which stand beside the text, and within paragraphs in the file. */
const NOTE = /(?=<(?:text:note|office:annotation)[ >])/;
const NOTE_END = /<\/(?:text:note|office:annotation)>/;
const HEAD = /^(?:header|footer)/;

/**
 * The paragraphs and tables of a document or workbook of LibreOffice and its kin (OpenDocument 1.3) in order, as they are
 * shown. A line break within a paragraph divides it.
 */
export function* openDocumentSource(bytes: Uint8Array): Steps<Opened<Source>> {
  const notes: string[] = [];
  const parts = yield* openParts(
    bytes,
    name => name === CONTENT || name === STYLES,
    xml => withSigns(withoutNotes(xml, notes)),
  );
  if ('reason' in parts) return parts;
  return yield* documentSource(parts.get(CONTENT), [...headsIn(parts.get(STYLES)), ...notes], textOf);
}

/** Blanks, tabs and line ends as they are shown: as elements within the text their places are not kept. */
function withSigns(xml: string): string {
  return xml
    .replace(/[\r\n]+/g, ' ')
    .replace(/<text:s(?: text:c="(\d{1,3})")?\s*\/>/g, (_, count = '1') => ' '.repeat(Number(count)))
    .replace(/<text:tab\b[^<>]*\/>/g, '\t')
    .replace(/<text:line-break\s*\/>|(?=<\/text:[ph]>|<draw:text-box[ >])/g, '\n');
}

function withoutNotes(xml: string, notes: string[]): string {
  const [first, ...rest] = xml.split(NOTE);
  const behind = rest.map(part => {
    const end = NOTE_END.exec(part);
    if (end === null) return part;
    notes.push(withoutReferences(part.slice(0, end.index).replace(/<[^<>]*>/g, ' ')).replace(/\s+/g, ' '));
    return part.slice(end.index + end[0].length);
  });
  return [first, ...behind].join('');
}

/** The last line end is that of the paragraph. */
function textOf({ text }: XmlNode): string {
  return text.replace(/\n$/, '');
}

/** What stands in heads and feet of pages. */
function headsIn(styles: XmlNode | undefined): readonly string[] {
  return (styles?.children ?? []).flatMap(node =>
    HEAD.test(node.name) ? paragraphsIn(node).map(textOf) : headsIn(node),
  );
}
