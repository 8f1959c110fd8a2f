import type * as v from 'valibot';
import type { YamlPath } from './yamlNode';

/** Any schema that a YAML text is validated by. */
export type Schema = v.GenericSchema;

/** The keys that the map at `path` may have; none where the schema has no map with fixed keys there. */
export function knownKeys(schema: Schema, path: YamlPath): readonly string[] {
  let at: unknown = unwrapped(schema);
  for (const key of path) at = unwrapped(partOf(at, key));
  return isRecord(at) && isRecord(at['entries']) ? Object.keys(at['entries']) : [];
}

/** The schema under the default or option that `schema` adds to it. */
function unwrapped(schema: unknown): unknown {
  let at = schema;
  while (isRecord(at) && 'wrapped' in at) at = at['wrapped'];
  return at;
}

/** The schema of a key of a map, of the values of a record or of the items of a list. */
function partOf(schema: unknown, key: string | number): unknown {
  if (!isRecord(schema)) return undefined;
  const { entries } = schema;
  if (isRecord(entries)) return Object.hasOwn(entries, key) ? entries[key] : undefined;
  return schema['item'] ?? schema['value'];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
