import { isAlias, isMap, isScalar, isSeq, type ParsedNode, type Scalar, type YAMLMap } from 'yaml';
import { message } from '../message';
import type { TextRange } from '../text/textRange';
import { parseYaml, type YamlFault } from './parseYaml';
import type { YamlEntry, YamlNode } from './yamlNode';

/** A YAML text read into values with positions. */
interface YamlReading {
  /** Undefined where the text is empty or broken. */
  readonly root: YamlNode | undefined;
  readonly faults: readonly YamlFault[];
}

/** How many values a text may stand for once its aliases are followed. */
const MAX_VALUES = 50_000;
/** How deep values may stand in each other once aliases are followed, against one that holds itself. */
const MAX_DEPTH = 128;

/**
 * Reads a YAML text of at most `maxLength` UTF-16 code units. Nulls count as missing; of duplicate keys the first
 * stands and the others are faults; aliases are followed within a bound. Never throws.
 */
export function readYaml(text: string, maxLength: number): YamlReading {
  // A practice without a configuration file has an empty one.
  if (text === '') return { root: undefined, faults: [] };
  const { document, faults } = parseYaml(text, maxLength);
  if (!document || faults.length > 0) return { root: undefined, faults };
  const reader = new NodeReader();
  const root = reader.read(document.contents, 0);
  return reader.exhausted ? { root: undefined, faults: [reader.exhausted] } : { root, faults: reader.faults };
}

class NodeReader {
  readonly faults: YamlFault[] = [];
  /** Set when the aliases stand for more than is read. */
  exhausted: YamlFault | undefined;
  readonly #anchors = new Map<string, ParsedNode>();
  #values = 0;

  read(node: ParsedNode | null, depth: number): YamlNode | undefined {
    if (!node || this.exhausted) return undefined;
    const range = rangeOf(node);
    if (++this.#values > MAX_VALUES || depth > MAX_DEPTH) {
      this.exhausted = { range, message: message('yaml.too-many-values', { limit: MAX_VALUES }) };
      return undefined;
    }
    if (isAlias(node)) return this.#readAlias(node.source, range, depth);
    if (node.anchor !== undefined) this.#anchors.set(node.anchor, node);
    if (isMap(node)) return { kind: 'map', entries: this.#entriesOf(node, depth), range };
    if (isSeq(node)) {
      return { kind: 'list', items: node.items.flatMap(item => this.read(item, depth + 1) ?? []), range };
    }
    return scalarOf(node, range);
  }

  #readAlias(anchor: string, range: TextRange, depth: number): YamlNode | undefined {
    const target = this.#anchors.get(anchor);
    if (target) {
      const node = this.read(target, depth + 1);
      // What an alias brings is mended where the alias stands.
      return node && { ...node, range };
    }
    this.faults.push({ range, message: message('yaml.unknown-alias') });
    return undefined;
  }

  #entriesOf(map: YAMLMap.Parsed, depth: number): ReadonlyMap<string, YamlEntry> {
    const entries = new Map<string, YamlEntry>();
    const keys = new Set<string>();
    for (const { key, value } of map.items) {
      const name = isScalar(key) ? sourceOf(key) : undefined;
      const keyRange = rangeOf(key);
      if (name === undefined) this.faults.push({ range: keyRange, message: message('yaml.key-not-text') });
      else if (keys.has(name)) {
        this.faults.push({ range: keyRange, message: message('yaml.duplicate-key', { key: name }) });
      } else {
        keys.add(name);
        const node = this.read(value, depth + 1);
        if (node) entries.set(name, { keyRange, value: node });
      }
    }
    return entries;
  }
}

function scalarOf(node: Scalar.Parsed, range: TextRange): YamlNode | undefined {
  const { value } = node;
  if (value === null) return undefined;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return { kind: 'scalar', value, range };
  }
  return { kind: 'scalar', value: node.source, range };
}

/** A key is a name: `1:` and `true:` are the texts `1` and `true`. */
function sourceOf(key: Scalar): string {
  return typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
}

function rangeOf({ range: [start, end] }: ParsedNode): TextRange {
  return { start, end };
}
