import { message } from '../message';
import type { YamlFault } from '../yaml/parseYaml';
import type { YamlEntry, YamlList, YamlMap, YamlNode } from '../yaml/yamlNode';
import { textAt, valueAt } from '../yaml/yamlNode';

/** Keys whose lists add to those of the base, so that one more alias does not cost all the others. */
const ADDING: ReadonlySet<string> = new Set(['aliases', 'examples', 'synonyms']);

/**
 * A protocol that starts from another: maps are joined key by key, lists of things with an `id` thing by thing
 * (new ones at the end, one with `remove: true` taken out), lists of aliases, examples and synonyms are added to;
 * everything else of `own` stands in place of what `base` has.
 */
export function extendNode(base: YamlMap, own: YamlMap): YamlMap {
  return joinMaps(base, own, false);
}

/** The things to be removed that are still there, because nothing with their id stood in what they are to leave. */
export function idleRemovals(root: YamlNode): readonly YamlFault[] {
  if (root.kind === 'scalar') return [];
  const id = textAt(root, 'id');
  if (id !== undefined && isRemoval(root)) {
    const range = valueAt(root, 'remove')?.range ?? root.range;
    return [{ range, message: message('protocol.nothing-to-remove', { id }) }];
  }
  const inner = root.kind === 'list' ? root.items : [...root.entries.values()].map(({ value }) => value);
  return inner.flatMap(idleRemovals);
}

/** `root` without what {@link idleRemovals} speaks of. */
export function withoutRemovals(root: YamlMap): YamlMap {
  const entries = [...root.entries].map(
    ([key, entry]) => [key, { ...entry, value: pruned(entry.value) }] as const,
  );
  return { ...root, entries: new Map(entries) };
}

function pruned(node: YamlNode): YamlNode {
  if (node.kind === 'scalar') return node;
  if (node.kind === 'map') return withoutRemovals(node);
  return { ...node, items: node.items.filter(item => !isRemoval(item)).map(pruned) };
}

function isRemoval(node: YamlNode): boolean {
  const remove = valueAt(node, 'remove');
  return remove?.kind === 'scalar' && remove.value === true;
}

function joinMaps(base: YamlMap, own: YamlMap, adding: boolean): YamlMap {
  const entries = new Map<string, YamlEntry>(base.entries);
  for (const [key, entry] of own.entries) {
    const under = base.entries.get(key);
    const value = under ? join(under.value, entry.value, adding || ADDING.has(key)) : entry.value;
    entries.set(key, { keyRange: entry.keyRange, value });
  }
  return { ...own, entries };
}

function join(base: YamlNode, own: YamlNode, adding: boolean): YamlNode {
  if (base.kind === 'map' && own.kind === 'map') return joinMaps(base, own, adding);
  if (base.kind !== 'list' || own.kind !== 'list') return own;
  if (adding) return { ...own, items: [...base.items, ...own.items] };
  return own.items.some(item => textAt(item, 'id') !== undefined) ? joinById(base, own) : own;
}

/** Of several things of `own` with one id, the first joins that of the base; the others stay, to be reported. */
function joinById(base: YamlList, own: YamlList): YamlList {
  const rest = [...own.items];
  const joined = base.items.flatMap(item => {
    const id = textAt(item, 'id');
    const at = id === undefined ? -1 : rest.findIndex(candidate => textAt(candidate, 'id') === id);
    const [override] = at < 0 ? [] : rest.splice(at, 1);
    if (!override) return [item];
    return isRemoval(override) ? [] : [join(item, override, false)];
  });
  return { ...own, items: [...joined, ...rest] };
}
