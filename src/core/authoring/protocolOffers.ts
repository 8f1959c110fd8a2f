import { languageTags } from '../language/languages';
import { readProtocolSource } from '../protocol/loadProtocol';
import type { Protocol } from '../protocol/schema';
import { itemsAt, textAt, valueAt, type YamlNode, yamlNode } from '../yaml/yamlNode';
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

/** The protocols that a file may start from. */
interface Bases {
  readonly ids: readonly string[];
  readonly get: (id: string) => { readonly protocol: Protocol } | undefined;
}

/**
 * What may stand at a place of a protocol file: the keys that the map lacks, the values that a key takes, the ids that
 * it may refer to or change, those of the protocol that it starts from included. `line` from 0, `character` in UTF-16
 * units.
 */
export function protocolOffers(
  text: string,
  { line, character }: { readonly line: number; readonly character: number },
  bases: Bases,
): readonly ProtocolOffer[] {
  const caret = yamlCaret(text, line, character);
  const root = readAround(text, line);
  if (caret.valueOf !== undefined) {
    const base = baseOf(root, bases);
    const references =
      caret.valueOf === 'id'
        ? idsToChange(caret.path, root, base)
        : [
            ...new Set(
              [root, base].flatMap(node => referencesFor(caret.valueOf, caret.path, node, bases.ids)),
            ),
          ];
    if (references.length > 0)
      return references.map(id => ({ kind: 'reference', label: id, meaning: '', insert: id }));
    const values = schemaPlace([...caret.path, caret.valueOf])?.values ?? [];
    return values.map(value => ({ kind: 'value', label: value, meaning: '', insert: value }));
  }
  const place = schemaPlace(caret.path);
  if (place === undefined) return [];
  const keys = place.isByLanguage ? new Map(languagesOf(root).map(tag => [tag, ''])) : place.keys;
  // Only what starts from another protocol has something to take out.
  const isIdle = (key: string) => key === 'remove' && valueAt(root, 'extends') === undefined;
  return [...keys]
    .filter(([key]) => !caret.siblings.has(key) && !isIdle(key))
    .map(([key, meaning]) => ({ kind: 'key', label: key, meaning, insert: `${key}: ` }));
}

/** The rest of the text tells ids and languages where the line that is being written breaks it. */
function readAround(text: string, line: number): YamlNode | undefined {
  const { root, faults } = readProtocolSource(text);
  if (root !== undefined && faults.length === 0) return root;
  const lines = text.split(/\r\n?|\n/);
  return readProtocolSource(lines.filter((_, at) => at !== line).join('\n')).root ?? root;
}

function baseOf(root: YamlNode | undefined, bases: Bases): YamlNode | undefined {
  const id = textAt(root, 'extends');
  const base = id === undefined ? undefined : bases.get(id);
  return base && yamlNode(base.protocol, { start: 0, end: 0 });
}

/** The ids that the base has at a place and the file does not name there yet. */
function idsToChange(
  path: readonly string[],
  root: YamlNode | undefined,
  base: YamlNode | undefined,
): readonly string[] {
  if (path.length === 0) return [];
  const idsIn = (node: YamlNode | undefined) =>
    idsOf(
      path.reduce<readonly (YamlNode | undefined)[]>(
        (at, key) => at.flatMap(each => itemsAt(each, key)),
        [node],
      ),
    );
  const named = new Set(idsIn(root));
  return idsIn(base).filter(id => !named.has(id));
}

function referencesFor(
  key: string | undefined,
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

function idsOf(things: readonly (YamlNode | undefined)[]): readonly string[] {
  return [...new Set(things.flatMap(thing => textAt(thing, 'id') ?? []))];
}

/** Those of the protocol's title, and those of the interface. */
function languagesOf(root: YamlNode | undefined): readonly string[] {
  const title = valueAt(root, 'title');
  return [...new Set([...(title?.kind === 'map' ? title.entries.keys() : []), ...languageTags])];
}
