import type { TextRange } from '../text/textRange';

/** A value of a YAML text and where it stands. */
export type YamlNode = YamlScalar | YamlList | YamlMap;

export interface YamlScalar {
  readonly kind: 'scalar';
  readonly value: string | number | boolean;
  readonly range: TextRange;
}

export interface YamlList {
  readonly kind: 'list';
  readonly items: readonly YamlNode[];
  readonly range: TextRange;
}

export interface YamlMap {
  readonly kind: 'map';
  readonly entries: ReadonlyMap<string, YamlEntry>;
  readonly range: TextRange;
}

/** A key of a map with its value. */
export interface YamlEntry {
  readonly keyRange: TextRange;
  readonly value: YamlNode;
}

/** The way from the root to a value: keys of maps and indexes of lists. */
export type YamlPath = readonly (string | number)[];

/** The value as plain data; maps become objects without prototype, so that no key is special. */
export function plainValue(node: YamlNode): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(plainValue);
  const object: Record<string, unknown> = Object.create(null);
  for (const [key, { value }] of node.entries) object[key] = plainValue(value);
  return object;
}

/** Plain data as YAML values that all stand at `range`; what YAML cannot hold (functions, undefined) is left out. */
export function yamlNode(value: unknown, range: TextRange): YamlNode | undefined {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return { kind: 'scalar', value, range };
  }
  if (Array.isArray(value)) {
    return { kind: 'list', items: value.flatMap(item => yamlNode(item, range) ?? []), range };
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const entries = Object.entries(value).flatMap(([key, item]) => {
    const node = yamlNode(item, range);
    return node ? [[key, { keyRange: range, value: node }] as const] : [];
  });
  return { kind: 'map', entries: new Map(entries), range };
}

/** The value under a key of a map; undefined for other nodes and keys that are not there. */
export function valueAt(node: YamlNode | undefined, key: string): YamlNode | undefined {
  return node?.kind === 'map' ? node.entries.get(key)?.value : undefined;
}

/** The text under a key of a map, if it is one. */
export function textAt(node: YamlNode | undefined, key: string): string | undefined {
  const value = valueAt(node, key);
  return value?.kind === 'scalar' && typeof value.value === 'string' ? value.value : undefined;
}

/** The items of the list under a key of a map; none where there is no list. */
export function itemsAt(node: YamlNode | undefined, key: string): readonly YamlNode[] {
  const value = valueAt(node, key);
  return value?.kind === 'list' ? value.items : [];
}

/** A value, and its key where it stands in a map. */
interface YamlPlace {
  readonly node: YamlNode;
  readonly keyRange: TextRange | undefined;
}

/** What stands at `path`, if anything does. */
export function yamlPlaceAt(root: YamlNode, path: YamlPath): YamlPlace | undefined {
  let place: YamlPlace | undefined = { node: root, keyRange: undefined };
  for (const step of path) place = place && stepInto(place.node, step);
  return place;
}

/** The value at `path`, if there is one. */
export function nodeAt(root: YamlNode, path: YamlPath): YamlNode | undefined {
  return yamlPlaceAt(root, path)?.node;
}

/**
 * Where to mark what stands at `path` as a whole: its key, in a list its id or first key, else its beginning;
 * where nothing stands, the same of the nearest value above.
 */
export function headOf(root: YamlNode, path: YamlPath): TextRange {
  const place = yamlPlaceAt(root, path);
  if (!place) return headOf(root, path.slice(0, -1));
  if (place.keyRange) return place.keyRange;
  const { node } = place;
  if (node.kind !== 'map') return node.kind === 'scalar' ? node.range : firstOf(node.range);
  const [first] = node.entries.values();
  return node.entries.get('id')?.value.range ?? first?.keyRange ?? firstOf(node.range);
}

function stepInto(node: YamlNode, step: string | number): YamlPlace | undefined {
  if (node.kind === 'list') {
    const item = typeof step === 'number' ? node.items[step] : undefined;
    return item && { node: item, keyRange: undefined };
  }
  const entry = node.kind === 'map' ? node.entries.get(String(step)) : undefined;
  return entry && { node: entry.value, keyRange: entry.keyRange };
}

function firstOf({ start, end }: TextRange): TextRange {
  return { start, end: Math.min(start + 1, end) };
}

/** `root` without what stands at `paths`. */
export function withoutPaths(root: YamlNode, paths: readonly YamlPath[]): YamlNode {
  if (paths.length === 0) return root;
  const removed = new Set(paths.map(path => JSON.stringify(path)));
  const prune = (node: YamlNode, path: YamlPath): readonly YamlNode[] => {
    if (removed.has(JSON.stringify(path))) return [];
    if (node.kind === 'scalar') return [node];
    if (node.kind === 'list') {
      return [{ ...node, items: node.items.flatMap((item, index) => prune(item, [...path, index])) }];
    }
    const entries = [...node.entries].flatMap(([key, entry]) =>
      prune(entry.value, [...path, key]).map(value => [key, { ...entry, value }] as const),
    );
    return [{ ...node, entries: new Map(entries) }];
  };
  return prune(root, [])[0] ?? { kind: 'map', entries: new Map(), range: root.range };
}
