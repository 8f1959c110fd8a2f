import type * as v from 'valibot';
import { type Message, type MessageKey, message } from '../message';
import { comparable } from '../text/comparable';
import { nearestName } from '../text/nearest';
import type { YamlFault } from './parseYaml';
import { knownKeys, type Schema } from './schemaKeys';
import { headOf, nodeAt, placeOf, type YamlNode, type YamlPath } from './yamlNode';

/** What a value does not satisfy and where, as a fault of the YAML text. */
export interface SchemaFault extends YamlFault {
  /** The way to the value that is wrong, or to the one that is missing. */
  readonly path: YamlPath;
  readonly kind: 'unknown-key' | 'missing-key' | 'wrong-value';
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

/** The faults that the issues of a validation of `root` by `schema` stand for, in the order of the text. */
export function schemaFaults(
  root: YamlNode,
  schema: Schema,
  issues: readonly v.BaseIssue<unknown>[],
): readonly SchemaFault[] {
  const faults = new Map<string, SchemaFault>();
  for (const issue of issues) {
    const fault = faultOf(root, schema, issue);
    // A list in the place of a map gives an issue for each item and each key.
    const key = JSON.stringify([fault.path, fault.kind]);
    if (!faults.has(key)) faults.set(key, fault);
  }
  return [...faults.values()].sort((a, b) => a.range.start - b.range.start);
}

function faultOf(root: YamlNode, schema: Schema, issue: v.BaseIssue<unknown>): SchemaFault {
  const path = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
  const parent = path.slice(0, -1);
  const key = String(path.at(-1) ?? '');
  if (typeof path.at(-1) === 'string' && nodeAt(root, parent)?.kind === 'list') {
    return wrongValue(root, parent, message('schema.expected-map'));
  }
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    const range = placeOf(root, path)?.keyRange ?? headOf(root, parent);
    return { kind: 'unknown-key', path, range, message: unknownKey(key, knownKeys(schema, parent)) };
  }
  if (nodeAt(root, path) === undefined) {
    const range = headOf(root, parent);
    return { kind: 'missing-key', path, range, message: message('schema.missing-key', { key }) };
  }
  const range = issue.path?.at(-1)?.origin === 'key' ? placeOf(root, path)?.keyRange : undefined;
  return { ...wrongValue(root, path, expectation(issue)), ...(range && { range }) };
}

/** A scalar is marked itself; of what may take many lines, its key or first words. */
function wrongValue(root: YamlNode, path: YamlPath, text: Message): SchemaFault {
  const node = nodeAt(root, path);
  const range = node?.kind === 'scalar' ? node.range : headOf(root, path);
  return { kind: 'wrong-value', path, range, message: text };
}

function unknownKey(key: string, known: readonly string[]): Message {
  const near = nearestName(comparable(key), known);
  return near === undefined
    ? message('schema.unknown-key', { key })
    : message('schema.unknown-key-near', { key, near });
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
