import { indexLines } from '../text/lineIndex';
import { lineEndOf, type TextEdit } from '../text/textEdit';
import { readYaml } from '../yaml/readYaml';
import { valueAt } from '../yaml/yamlNode';

/** The longest protocol file, in UTF-16 code units: no longer one is read. */
export const longestProtocol = 256 * 1024;

/**
 * The edit that adds entries to the end of a list of a protocol file, such as `codes:`; each entry is the lines of a
 * map. The list is made where there is none. Everything else stays as it is. Undefined where the file is no sound YAML
 * with keys at the start of lines, or the list is written in brackets.
 */
export function addToProtocolList(
  text: string,
  key: string,
  entries: readonly (readonly string[])[],
): TextEdit | undefined {
  const { root } = readYaml(text, longestProtocol);
  if (root?.kind !== 'map') return undefined;
  const lines = indexLines(text);
  const eol = lineEndOf(text);
  const source = (indentation: string): string =>
    entries.map(entry => entryText(entry, indentation, eol)).join('');
  const known = root.entries.get(key);
  const isFlow = [...root.entries.values()].some(
    ({ keyRange }) => lines.positionAt(keyRange.start).character > 0,
  );
  if (isFlow) return undefined;
  // A key without a value is not among the entries; a second one would be a fault.
  if (known === undefined && new RegExp(`^${key}:`, 'm').test(text)) return undefined;
  if (known === undefined) {
    const end = text.length;
    const gap = text === '' || /[\r\n]$/.test(text) ? '' : eol;
    return { range: { start: end, end }, newText: `${gap}${key}:${eol}${source('  ')}` };
  }
  const list = valueAt(root, key);
  const [first] = list?.kind === 'list' ? list.items : [];
  const last = list?.kind === 'list' ? list.items.at(-1) : undefined;
  if (first === undefined || last === undefined)
    return emptyList(text, list?.range ?? known.keyRange, source, eol);
  const { line } = lines.positionAt(first.range.start);
  const dash = /^(\s*)- /.exec(text.slice(lines.lineStart(line), first.range.start));
  if (dash === null) return undefined;
  const written = text.slice(0, last.range.end).trimEnd().length;
  const at = lines.lineStart(lines.positionAt(written).line + 1);
  const gap = /[\r\n]$/.test(text.slice(0, at)) ? '' : eol;
  return { range: { start: at, end: at }, newText: gap + source(dash[1] ?? '') };
}

/** `codes: []` gets the entries in place of its brackets. */
function emptyList(
  text: string,
  range: TextEdit['range'],
  source: (indentation: string) => string,
  eol: string,
): TextEdit | undefined {
  if (!/^\[\s*\]$/.test(text.slice(range.start, range.end))) return undefined;
  const start = text.slice(0, range.start).trimEnd().length;
  return { range: { start, end: range.end }, newText: `${eol}${source('  ').slice(0, -eol.length)}` };
}

function entryText(lines: readonly string[], indentation: string, eol: string): string {
  return lines
    .map((line, at) => (line === '' ? eol : `${indentation}${at === 0 ? '- ' : '  '}${line}${eol}`))
    .join('');
}
