import { isAlias, isMap, isNode, isScalar, isSeq, type Pair, type YAMLMap } from 'yaml';
import { type Message, message } from '../message';
import type { TextRange } from '../text/textRange';
import { parseYaml } from '../yaml/parseYaml';
import { readFlatEntries } from './flatEntries';
import type { FrontMatterFault, FrontMatterPair, FrontMatterValue, WrittenEntry } from './frontMatter';
import type { FrontMatterSource } from './outline';
import { type Anchors, findAnchors } from './yamlAliases';

/** The longest front matter that is read, in UTF-16 code units. */
const MAX_LENGTH = 64 * 1024;
const MAX_KEYS = 1000;
const BLANK_LINE = /(?:\r\n|\r(?!\n)|\n)[ \t]*[\r\n]/;

export interface YamlEntries {
  readonly entries: readonly WrittenEntry[];
  readonly faults: readonly FrontMatterFault[];
}

/** The keys and values of a front matter and what is wrong with it as YAML. Takes any text; never throws. */
export function readEntries(text: string, source: FrontMatterSource): YamlEntries {
  if (!source.closed) return readUnclosed(text, source);
  const { start, end } = source.yaml;
  if (end - start > MAX_LENGTH) return nothingBut(source.fence, message('front-matter.too-large'));
  return readYaml(text, source.yaml);
}

/** What stands above the first blank line is most likely meant; that the block is not closed is told alone. */
function readUnclosed(text: string, source: FrontMatterSource): YamlEntries {
  const { start } = source.yaml;
  const head = text.slice(start, start + MAX_LENGTH);
  const blank = BLANK_LINE.exec(head);
  const end = start + (blank === null ? head.length : blank.index);
  const { entries } = readYaml(text, { start, end });
  return { entries, faults: [{ range: source.fence, message: message('front-matter.unclosed') }] };
}

function nothingBut(range: TextRange, what: Message): YamlEntries {
  return { entries: [], faults: [{ range, message: what }] };
}

/** The YAML and the anchors in it; `start` is where it stands in the text of the note. */
interface Block {
  readonly source: string;
  readonly start: number;
  readonly anchors: Anchors;
}

function readYaml(text: string, { start, end }: TextRange): YamlEntries {
  // The package knows no lone CR as a line end; the replacement keeps every offset.
  const source = text.slice(start, end).replace(/\r(?!\n)/g, '\n');
  const flat = readFlatEntries(source, start);
  if (flat !== undefined) return { entries: flat, faults: [] };
  const { document, faults: found } = parseYaml(source, MAX_LENGTH);
  const root: unknown = document?.contents;
  const block: Block = { source, start, anchors: findAnchors(root) };
  // What follows the first fault is mostly its consequence.
  const faults = found.slice(0, 1).map(({ range, message: what }) => ({
    range: shifted(block, range.start, range.end),
    message: document === undefined ? message('front-matter.too-deep') : what,
  }));
  if (isMap(root)) return readMap(root, block, faults);
  if (faults.length === 0 && !isNothing(root)) {
    faults.push({ range: rangeOf(root, block), message: message('front-matter.not-a-map') });
  }
  return { entries: [], faults };
}

function readMap(root: YAMLMap, block: Block, yamlFaults: readonly FrontMatterFault[]): YamlEntries {
  const faults = [...yamlFaults];
  const { unusable } = block.anchors;
  if (unusable !== undefined) {
    faults.push({ range: rangeOf(unusable, block), message: message('front-matter.aliases') });
  }
  const surplus = root.items[MAX_KEYS];
  if (surplus !== undefined) {
    faults.push({ range: rangeOf(surplus.key, block), message: message('front-matter.too-many-keys') });
  }
  return { entries: root.items.slice(0, MAX_KEYS).map(pair => readEntry(pair, block)), faults };
}

function readEntry({ key, value }: Pair, block: Block): WrittenEntry {
  const pair = pairOf({ key, value }, block);
  const { keyRange, values } = pair;
  return {
    ...pair,
    valueRange: isWritten(value) ? rangeOf(value, block) : behindColon(keyRange.end, block),
    shape: shapeOf(targetOf(value, block), values),
    pairs: pairsOf(value, block),
  };
}

function pairsOf(value: unknown, block: Block): readonly FrontMatterPair[] {
  const node = targetOf(value, block);
  return isMap(node) ? node.items.slice(0, MAX_KEYS).map(pair => pairOf(pair, block)) : [];
}

function pairOf({ key, value }: Pick<Pair, 'key' | 'value'>, block: Block): FrontMatterPair {
  const keyRange = rangeOf(key, block);
  return {
    key: isScalar(key) ? (key.source ?? '') : sliceOf(keyRange, block),
    keyRange,
    values: valuesOf(value, block),
  };
}

function shapeOf(node: unknown, values: readonly FrontMatterValue[]): WrittenEntry['shape'] {
  if (isSeq(node)) return 'list';
  if (isMap(node)) return 'map';
  return values.length === 0 ? 'missing' : 'scalar';
}

function valuesOf(value: unknown, block: Block): readonly FrontMatterValue[] {
  const node = targetOf(value, block);
  return isSeq(node) ? node.items.flatMap(item => scalarOf(item, block)) : scalarOf(value, block);
}

/** One scalar, or none where there is a null, only blanks, or a list or map. */
function scalarOf(written: unknown, block: Block): readonly FrontMatterValue[] {
  const node = targetOf(written, block);
  if (!isScalar(node) || node.value === null) return [];
  const text = node.source ?? '';
  return text.trim() === '' ? [] : [{ text, range: rangeOf(written, block) }];
}

function targetOf(node: unknown, block: Block): unknown {
  return isAlias(node) ? block.anchors.target.get(node) : node;
}

function isNothing(node: unknown): boolean {
  return node === null || (isScalar(node) && node.value === null);
}

function isWritten(node: unknown): boolean {
  return isNode(node) && node.range !== undefined && node.range !== null && node.range[1] > node.range[0];
}

/** Of a list or a block of text the package counts the line end in. */
function rangeOf(node: unknown, block: Block): TextRange {
  const [start, end] = (isNode(node) ? node.range : undefined) ?? [0, 0];
  return shifted(block, start, start + block.source.slice(start, end).trimEnd().length);
}

function shifted({ source, start: shift }: Block, start: number, end: number): TextRange {
  const inside = Math.min(Math.max(0, start), source.length);
  return { start: shift + inside, end: shift + Math.min(Math.max(inside, end), source.length) };
}

function sliceOf({ start, end }: TextRange, block: Block): string {
  return block.source.slice(start - block.start, end - block.start);
}

function behindColon(keyEnd: number, block: Block): TextRange {
  const colon = /^[ \t]*:/.exec(block.source.slice(keyEnd - block.start));
  const end = keyEnd + (colon?.[0].length ?? 0);
  return { start: end, end };
}
