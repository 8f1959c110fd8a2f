import measuresPart from '../../../protocols/shared/measures.yaml';
import riskPart from '../../../protocols/shared/risk.yaml';
import sessionFields from '../../../protocols/shared/session-fields.yaml';
import { message } from '../message';
import type { YamlFault } from '../yaml/parseYaml';
import type { YamlEntry, YamlMap, YamlNode } from '../yaml/yamlNode';
import { itemsAt, textAt, valueAt, yamlNode } from '../yaml/yamlNode';

/** What reads each part that several formats share, by the name that `include` has for it. */
const readers: ReadonlyMap<string, () => unknown> = new Map([
  ['risk', riskPart],
  ['session-fields', sessionFields],
  ['measures', measuresPart],
]);

/** The names of the shared parts. */
export const sharedPartNames: readonly string[] = [...readers.keys()];

/** The lists of a protocol in which shared parts may stand. */
const includingLists: ReadonlySet<string> = new Set(['stages', 'fields', 'measures']);

/** A protocol file with what it includes in the place of each `include`, and what is wrong with these. */
interface WithShared {
  readonly root: YamlMap;
  readonly faults: readonly YamlFault[];
}

/**
 * Puts the shared parts into the lists that include them: of each the items that it has for a list of this name, less
 * those in whose place the list has its own.
 */
export function withSharedParts(root: YamlMap): WithShared {
  const faults: YamlFault[] = [];
  const entries = [...root.entries].map(([key, entry]): [string, YamlEntry] => {
    const { value } = entry;
    if (!includingLists.has(key) || value.kind !== 'list' || !value.items.some(isInclusion))
      return [key, entry];
    const own = new Set(value.items.map(item => textAt(item, 'id')));
    const shared = (item: YamlNode) =>
      included(item, key, faults).filter(part => !own.has(textAt(part, 'id')));
    const items = value.items.flatMap(item => (isInclusion(item) ? shared(item) : [item]));
    return [key, { ...entry, value: { ...value, items } }];
  });
  return { root: { ...root, entries: new Map(entries) }, faults };
}

function isInclusion(node: YamlNode): boolean {
  return node.kind === 'map' && node.entries.has('include');
}

function included(item: YamlNode, list: string, faults: YamlFault[]): readonly YamlNode[] {
  const name = textAt(item, 'include') ?? '';
  const parts = itemsAt(yamlNode(readers.get(name)?.(), item.range), list);
  if (parts.length > 0) return parts;
  const { range } = valueAt(item, 'include') ?? item;
  faults.push({
    range,
    message: message('protocol.unknown-part', { id: name, known: sharedPartNames.join(', ') }),
  });
  return [];
}
