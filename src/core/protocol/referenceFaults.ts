import { message } from '../message';
import type { YamlFault } from '../yaml/parseYaml';
import { itemsAt, textAt, valueAt, type YamlNode } from '../yaml/yamlNode';

/** References to stages and sections that lead nowhere, and sets that ask for more than they have. */
export function referenceFaults(root: YamlNode): readonly YamlFault[] {
  const stages = itemsAt(root, 'stages');
  const stageIds = idsOf(stages);
  return [
    ...setFaults(root, stageIds, 'protocol.unknown-stage'),
    ...stages.flatMap(stage =>
      setFaults(stage, idsOf(itemsAt(stage, 'sections')), 'protocol.unknown-section'),
    ),
    ...itemsAt(root, 'fields').flatMap(field =>
      unknownIds(itemsAt(field, 'requiredWith'), stageIds, 'protocol.unknown-stage'),
    ),
  ];
}

type Unknown = 'protocol.unknown-stage' | 'protocol.unknown-section';

function setFaults(owner: YamlNode, known: ReadonlySet<string>, key: Unknown): readonly YamlFault[] {
  return itemsAt(owner, 'atLeast').flatMap(set => {
    const members = itemsAt(set, 'of');
    const count = valueAt(set, 'count');
    const tooMany = count?.kind === 'scalar' && Number(count.value) > members.length && members.length > 0;
    const excess = tooMany ? [{ range: count.range, message: message('protocol.too-many') }] : [];
    return [...excess, ...unknownIds(members, known, key)];
  });
}

function unknownIds(
  references: readonly YamlNode[],
  known: ReadonlySet<string>,
  key: Unknown,
): readonly YamlFault[] {
  return references.flatMap(node =>
    node.kind === 'scalar' && typeof node.value === 'string' && !known.has(node.value)
      ? [{ range: node.range, message: message(key, { id: node.value }) }]
      : [],
  );
}

function idsOf(things: readonly YamlNode[]): ReadonlySet<string> {
  return new Set(things.flatMap(thing => textAt(thing, 'id') ?? []));
}
