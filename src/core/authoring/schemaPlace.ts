import * as v from 'valibot';
import { protocolSchema } from '../protocol/schema';
import { isRecord } from '../yaml/schemaKeys';

/** What a protocol file may hold at a place: under the keys of maps, through the items of lists. */
interface SchemaPlace {
  /** The keys that it knows with their meanings; none where any language or nothing may stand. */
  readonly keys: ReadonlyMap<string, string>;
  /** Whether its keys are languages. */
  readonly isByLanguage: boolean;
  /** The values that it may have, where there are only some. */
  readonly values: readonly string[];
}

/** The way to a place: keys of maps; the items of lists are passed through. */
type KeyPath = readonly string[];

/** What may stand at `path`; undefined where nothing is known to. */
export function schemaPlace(path: KeyPath): SchemaPlace | undefined {
  const schema = schemaAt(path);
  if (schema === undefined) return undefined;
  const at = itemOf(schema);
  const entries = isRecord(at['entries']) ? at['entries'] : {};
  const keys = Object.entries(entries).map(([key, entry]) => [key, meaningOf(entry)] as const);
  return { keys: new Map(keys), isByLanguage: at['type'] === 'record', values: valuesOf(unwrapped(schema)) };
}

/** What the key at the end of `path` means; undefined where there is no such key. */
export function keyMeaning(path: KeyPath): string | undefined {
  const key = path.at(-1);
  return key === undefined ? undefined : schemaPlace(path.slice(0, -1))?.keys.get(key);
}

type Schema = Readonly<Record<string, unknown>>;

function schemaAt(path: KeyPath): Schema | undefined {
  let at: Schema | undefined = asRecord(protocolSchema);
  for (const key of path) {
    const item: Schema | undefined = at && itemOf(at);
    const entries: unknown = item?.['entries'];
    const next: unknown =
      isRecord(entries) && Object.hasOwn(entries, key)
        ? entries[key]
        : item?.['type'] === 'record'
          ? item['value']
          : undefined;
    at = asRecord(next);
  }
  return at;
}

/** The schema of what a list holds, through lists in lists; else the schema itself. */
function itemOf(schema: Schema): Schema {
  let at = unwrapped(schema);
  while (isRecord(at['item'])) at = unwrapped(at['item']);
  return at;
}

function unwrapped(schema: Schema): Schema {
  let at = schema;
  while (isRecord(at['wrapped'])) at = at['wrapped'];
  return at;
}

function valuesOf(schema: Schema): readonly string[] {
  const { type, options, literal, item } = schema;
  if (type === 'boolean') return ['true', 'false'];
  if (type === 'literal') return [String(literal)];
  if (isRecord(item)) return valuesOf(unwrapped(item));
  if (!Array.isArray(options)) return [];
  return options.flatMap((option: unknown) =>
    typeof option === 'string' ? [option] : isRecord(option) ? valuesOf(unwrapped(option)) : [],
  );
}

function meaningOf(schema: unknown): string {
  return isSchema(schema) ? (v.getDescription(schema) ?? idMeaning(schema)) : '';
}

function idMeaning(schema: v.GenericSchema): string {
  const inner: unknown = 'wrapped' in schema ? schema.wrapped : undefined;
  return isSchema(inner) ? (v.getDescription(inner) ?? '') : '';
}

function isSchema(value: unknown): value is v.GenericSchema {
  return isRecord(value) && value['kind'] === 'schema';
}

function asRecord(value: unknown): Schema | undefined {
  return isRecord(value) ? value : undefined;
}
