import type { YamlEntry, YamlList, YamlMap, YamlNode } from '../yaml/yamlNode';
import { textAt } from '../yaml/yamlNode';

/** Keys whose lists add to those of the base, so that one more alias does not cost all the others. */
const ADDING: ReadonlySet<string> = new Set(['aliases', 'examples', 'synonyms']);

/**
 * A protocol that starts from another: maps are joined key by key, lists of things with an `id` thing by thing
 * (new ones at the end), lists of aliases, examples and synonyms are added to; everything else of `own` stands
 * in place of what `base` has.
 */
export function extendNode(base: YamlMap, own: YamlMap): YamlMap {
  return joinMaps(base, own, false);
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
  const joined = base.items.map(item => {
    const id = textAt(item, 'id');
    const at = id === undefined ? -1 : rest.findIndex(candidate => textAt(candidate, 'id') === id);
    const [override] = at < 0 ? [] : rest.splice(at, 1);
    return override ? join(item, override, false) : item;
  });
  return { ...own, items: [...joined, ...rest] };
}
