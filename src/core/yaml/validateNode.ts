import * as v from 'valibot';
import { type Message, type MessageKey, message } from '../message';
import { comparable } from '../text/comparable';
import { nearestName } from '../text/nearest';
import type { YamlFault } from './parseYaml';
import { type Schema, type UnknownKey, unknownKeys } from './schemaKeys';
import { headOf, nodeAt, placeOf, plainValue, withoutPaths, type YamlNode, type YamlPath } from './yamlNode';

/** What a value does not satisfy and where, as a fault of the YAML text. */
export interface SchemaFault extends YamlFault {
  /** The way to the value that is wrong, or to the one that is missing. */
  readonly path: YamlPath;
  readonly kind: 'unknown-key' | 'missing-key' | 'wrong-value';
}

/** What came of a validation. */
export interface Validation<Output> {
  readonly output: Output | undefined;
  readonly faults: readonly SchemaFault[];
}

/** The keys of messages that a schema may give its own checks. */
const checkMessages = ['schema.not-an-id', 'schema.not-a-language', 'schema.not-a-color'] as const;
type CheckMessage = (typeof checkMessages)[number];

const typeMessages: Readonly<Record<string, MessageKey>> = {
  string: 'schema.expected-text',
  union: 'schema.expected-text',
  boolean: 'schema.expected-boolean',
  array: 'schema.expected-list',
  strict_object: 'schema.expected-map',
  record: 'schema.expected-map',
  non_empty: 'schema.empty',
  min_entries: 'schema.empty',
};

/** A message key for a check of a schema, which core's schemas use in place of a text. */
export function checkMessage(key: CheckMessage): CheckMessage {
  return key;
}

/**
 * Validates `root` by `schema`: the output, if it fits, and everything that does not, in the order of the text.
 * With unknown keys only, there are both.
 */
export function validateNode<S extends Schema>(root: YamlNode, schema: S): Validation<v.InferOutput<S>> {
  const unknown = unknownKeys(root, schema).map(key => unknownKeyFault(root, key));
  const known = withoutPaths(
    root,
    unknown.map(({ path }) => path),
  );
  const result = v.safeParse(schema, plainValue(known));
  const issues = result.issues ?? [];
  const wrong = new Map<string, SchemaFault>();
  for (const issue of issues) {
    const fault = faultOf(known, issue);
    // A list in the place of a map gives an issue for each key.
    const key = JSON.stringify([fault.path, fault.kind]);
    if (!wrong.has(key)) wrong.set(key, fault);
  }
  const faults = [...unknown, ...wrong.values()].sort((a, b) => a.range.start - b.range.start);
  return { output: result.success ? result.output : undefined, faults };
}

function unknownKeyFault(root: YamlNode, { path, known }: UnknownKey): SchemaFault {
  const key = String(path.at(-1));
  const near = nearestName(comparable(key), known);
  const text =
    near === undefined
      ? message('schema.unknown-key', { key })
      : message('schema.unknown-key-near', { key, near });
  return { kind: 'unknown-key', path, range: headOf(root, path), message: text };
}

function faultOf(root: YamlNode, issue: v.BaseIssue<unknown>): SchemaFault {
  const path = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
  const parent = path.slice(0, -1);
  const key = path.at(-1);
  if (typeof key === 'string' && nodeAt(root, parent)?.kind === 'list') {
    return wrongValue(root, parent, message('schema.expected-map'));
  }
  if (key !== undefined && nodeAt(root, path) === undefined) {
    const text = message('schema.missing-key', { key: String(key) });
    return { kind: 'missing-key', path, range: headOf(root, parent), message: text };
  }
  const keyRange = issue.path?.at(-1)?.origin === 'key' ? placeOf(root, path)?.keyRange : undefined;
  return { ...wrongValue(root, path, expectation(issue)), ...(keyRange && { range: keyRange }) };
}

/** A scalar is marked itself; of what may take many lines, its key or first words. */
function wrongValue(root: YamlNode, path: YamlPath, text: Message): SchemaFault {
  const node = nodeAt(root, path);
  const range = node?.kind === 'scalar' ? node.range : headOf(root, path);
  return { kind: 'wrong-value', path, range, message: text };
}

function expectation({ type, message: text, expected, requirement }: v.BaseIssue<unknown>): Message {
  if (isCheckMessage(text)) return message(text);
  if (type === 'picklist') return message('schema.expected-one-of', { values: optionsIn(expected ?? '') });
  if (type === 'min_length') return message('schema.too-few', { count: Number(requirement) });
  return message(typeMessages[type] ?? 'schema.wrong-value');
}

function isCheckMessage(text: string): text is CheckMessage {
  return checkMessages.some(key => key === text);
}

/** `("a" | "b")`, as a schema states its options, as `a, b`. */
function optionsIn(expected: string): string {
  return [...expected.matchAll(/"([^"]*)"/g)].map(match => match[1]).join(', ');
}
