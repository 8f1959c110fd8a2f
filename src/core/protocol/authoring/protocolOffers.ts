import { itemsAt, textAt, valueAt, type YamlNode } from '../../yaml/yamlNode';
import { readProtocolSource } from '../loadProtocol';
import { schemaPlace } from './schemaPlace';
import { yamlCaret } from './yamlCaret';

/** A key or value that may stand at the caret of a protocol file. */
export interface ProtocolOffer {
  readonly kind: 'key' | 'value' | 'reference';
  readonly label: string;
  /** What it means, in English, as the schema says; empty where it says nothing. */
  readonly meaning: string;
  readonly insert: string;
}

/**
 * What may stand at a place of a protocol file: the keys that the map lacks, the values that a key takes, the ids that
 * it may refer to. `ids` are those of the protocols that it may start from. `line` from 0, `character` in UTF-16 units.
 */
export function protocolOffers(
  text: string,
  { line, character }: { readonly line: number; readonly character: number },
  ids: readonly string[],
): readonly ProtocolOffer[] {
  const caret = yamlCaret(text, line, character);
  const root = readAround(text, line);
  if (caret.valueOf !== undefined) {
    const references = referencesFor(caret.valueOf, caret.path, root, ids);
    if (references.length > 0)
      return references.map(id => ({ kind: 'reference', label: id, meaning: '', insert: id }));
    const values = schemaPlace([...caret.path, caret.valueOf])?.values ?? [];
    return values.map(value => ({ kind: 'value', label: value, meaning: '', insert: value }));
  }
  const place = schemaPlace(caret.path);
  if (place === undefined) return [];
  const keys = place.isByLanguage ? new Map(languagesOf(root).map(tag => [tag, ''])) : place.keys;
  return [...keys]
    .filter(([key]) => !caret.siblings.has(key))
    .map(([key, meaning]) => ({ kind: 'key', label: key, meaning, insert: `${key}: ` }));
}

/** The rest of the text tells ids and languages where the line that is being written breaks it. */
function readAround(text: string, line: number): YamlNode | undefined {
  const { root, faults } = readProtocolSource(text);
  if (root !== undefined && faults.length === 0) return root;
  const lines = text.split(/\r\n?|\n/);
  return readProtocolSource(lines.filter((_, at) => at !== line).join('\n')).root ?? root;
}

function referencesFor(
  key: string,
  path: readonly string[],
  root: YamlNode | undefined,
  ids: readonly string[],
): readonly string[] {
  const stages = itemsAt(root, 'stages');
  const techniques = stages.flatMap(stage => itemsAt(stage, 'techniques'));
  switch (key) {
    case 'extends':
      return ids;
    case 'role':
    case 'roles':
      return path.length === 0 ? [] : idsOf(itemsAt(root, 'roles'));
    case 'parent':
      return idsOf([...techniques, ...itemsAt(root, 'codes')]);
    case 'requiredWith':
      return idsOf(stages);
    case 'of':
      return idsOf(path[0] === 'stages' ? stages.flatMap(stage => itemsAt(stage, 'sections')) : stages);
    default:
      return [];
  }
}

function idsOf(things: readonly YamlNode[]): readonly string[] {
  return [...new Set(things.flatMap(thing => textAt(thing, 'id') ?? []))];
}

/** Those of the protocol's title, and those of the interface. */
function languagesOf(root: YamlNode | undefined): readonly string[] {
  const title = valueAt(root, 'title');
  return [...new Set([...(title?.kind === 'map' ? title.entries.keys() : []), 'en', 'id'])];
}
