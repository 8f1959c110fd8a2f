import * as v from 'valibot';
import { type Message, type MessageKey, message } from '../message';
import { comparable } from '../text/comparable';
import { nearestName } from '../text/nearest';
import type { YamlFault } from './parseYaml';
import { type Schema, type UnknownKey, unknownKeys } from './schemaKeys';
import {
  headOf,
  nodeAt,
  plainValue,
  withoutPaths,
  type YamlNode,
  type YamlPath,
  yamlPlaceAt,
} from './yamlNode';

/** What a value does not satisfy and where, as a fault of the YAML text. */
interface SchemaFault extends YamlFault {
  /** The way to the value that is wrong, or to the one that is missing. */
  readonly path: YamlPath;
  readonly kind: 'unknown-key' | 'missing-key' | 'wrong-value';
}

/** What came of a validation. */
interface Validation<Output> {
  /** What the schema makes of the value less what is wrong in it; undefined where even that does not fit. */
  readonly output: Output | undefined;
  /** Everything that does not fit, in the order of the text. */
  readonly faults: readonly SchemaFault[];
}

/** The keys of messages that a schema may give its own checks. */
const checkMessages = [
  'config.bad-glob',
  'schema.not-a-color',
  'schema.not-a-guid',
  'schema.not-a-count',
  'schema.not-a-language',
  'schema.not-a-number',
  'schema.not-a-removal',
  'schema.not-a-requirement',
  'schema.long-hint',
  'schema.not-an-id',
] as const;
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

/** Validates `root` by `schema`. */
export function validateNode<S extends Schema>(root: YamlNode, schema: S): Validation<v.InferOutput<S>> {
  const unknown = unknownKeys(root, schema).map(key => unknownKeyFault(root, key));
  const known = without(root, unknown);
  const first = v.safeParse(schema, plainValue(known));
  if (first.success) return { output: first.output, faults: unknown };
  const wrong = wrongIn(known, first.issues);
  const second = v.safeParse(schema, plainValue(without(known, wrong)));
  const faults = [...unknown, ...wrong].sort((a, b) => a.range.start - b.range.start);
  return { output: second.success ? second.output : undefined, faults };
}

/** `root` less what is wrong in it, so that defaults stand in for it where there are any. */
function without(root: YamlNode, faults: readonly SchemaFault[]): YamlNode {
  const there = faults.filter(({ kind }) => kind !== 'missing-key');
  return withoutPaths(
    root,
    there.map(({ path }) => path),
  );
}

function wrongIn(root: YamlNode, issues: readonly v.BaseIssue<unknown>[]): readonly SchemaFault[] {
  const wrong = new Map<string, SchemaFault>();
  for (const issue of issues) {
    const fault = faultOf(root, issue);
    // A list in the place of a map gives an issue for each key.
    const key = JSON.stringify([fault.path, fault.kind]);
    if (!wrong.has(key)) wrong.set(key, fault);
  }
  return [...wrong.values()];
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
  const keyRange = issue.path?.at(-1)?.origin === 'key' ? yamlPlaceAt(root, path)?.keyRange : undefined;
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
