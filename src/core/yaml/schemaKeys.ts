import type * as v from 'valibot';
import type { YamlNode, YamlPath } from './yamlNode';

/** Any schema that a YAML text is validated by. */
export type Schema = v.GenericSchema;

/** A key that the schema does not know, and those that it knows in its place. */
export interface UnknownKey {
  readonly path: YamlPath;
  readonly known: readonly string[];
}

/** All keys of maps in `root` that `schema` does not know; nothing in their values is looked at. */
export function unknownKeys(root: YamlNode, schema: Schema): readonly UnknownKey[] {
  return unknownIn(root, schema, []);
}

function unknownIn(node: YamlNode, schema: unknown, path: YamlPath): readonly UnknownKey[] {
  const at = unwrapped(schema);
  if (!isRecord(at) || node.kind === 'scalar') return [];
  if (node.kind === 'list') {
    return node.items.flatMap((item, index) => unknownIn(item, at['item'], [...path, index]));
  }
  const { entries } = at;
  return [...node.entries].flatMap(([key, { value }]) => {
    const inner = [...path, key];
    // Names that the schema library passes over in silence.
    if (!isRecord(entries)) {
      return isReserved(key) ? [{ path: inner, known: [] }] : unknownIn(value, at['value'], inner);
    }
    if (Object.hasOwn(entries, key)) return unknownIn(value, entries[key], inner);
    return [{ path: inner, known: Object.keys(entries) }];
  });
}

function isReserved(key: string): boolean {
  return key === '__proto__' || key === 'prototype' || key === 'constructor';
}

/** The schema under the default or option that `schema` adds to it. */
function unwrapped(schema: unknown): unknown {
  let at = schema;
  while (isRecord(at) && 'wrapped' in at) at = at['wrapped'];
  return at;
}

/** Whether a value is an object, a list among them. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
