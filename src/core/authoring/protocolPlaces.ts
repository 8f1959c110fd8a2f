import { readProtocolSource } from '../protocol/loadProtocol';
import type { TextRange } from '../text/textRange';
import { itemsAt, textAt, valueAt, type YamlNode } from '../yaml/yamlNode';
import { keyMeaning } from './schemaPlace';

/** A key of a protocol file under a caret, and what it means. */
interface KeyAt {
  readonly range: TextRange;
  readonly key: string;
  readonly meaning: string;
}

/** The key at `offset` of a protocol file, if one stands there that is known. */
export function keyAt(text: string, offset: number): KeyAt | undefined {
  const { root } = readProtocolSource(text);
  return root && keyIn(root, offset, []);
}

function keyIn(node: YamlNode, offset: number, path: readonly string[]): KeyAt | undefined {
  if (node.kind === 'scalar') return undefined;
  if (node.kind === 'list') {
    return node.items.map(item => keyIn(item, offset, path)).find(found => found !== undefined);
  }
  for (const [key, { keyRange, value }] of node.entries) {
    const own = [...path, key];
    if (keyRange.start <= offset && offset <= keyRange.end) {
      const meaning = keyMeaning(own);
      return meaning === undefined ? undefined : { range: keyRange, key, meaning };
    }
    const found = keyIn(value, offset, own);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The places of a protocol file that other files point to. */
interface ProtocolPlaces {
  readonly id: TextRange | undefined;
  /** The id of the protocol that it starts from, and where it names it. */
  readonly base: { readonly id: string; readonly range: TextRange } | undefined;
  /** Where the id of a stage, or of a section of it, stands. */
  stage(stage: string, section?: string): TextRange | undefined;
  /** Where the id of a technique or code stands. */
  code(id: string): TextRange | undefined;
}

/** Finds the places of the protocol file with this text. Never throws. */
export function protocolPlaces(text: string): ProtocolPlaces {
  const { root, base } = readProtocolSource(text);
  const stages = itemsAt(root, 'stages');
  const named = valueAt(root, 'extends');
  const codes = [...stages.flatMap(stage => itemsAt(stage, 'techniques')), ...itemsAt(root, 'codes')];
  return {
    id: valueAt(root, 'id')?.range,
    base: base === undefined || named === undefined ? undefined : { id: base, range: named.range },
    stage(stageId, sectionId) {
      const stage = withId(stages, stageId);
      const found = sectionId === undefined ? stage : withId(itemsAt(stage, 'sections'), sectionId);
      return valueAt(found, 'id')?.range;
    },
    code: id => valueAt(withId(codes, id), 'id')?.range,
  };
}

function withId(things: readonly YamlNode[], id: string): YamlNode | undefined {
  return things.find(thing => textAt(thing, 'id') === id);
}
