import { message } from '../message';
import type { YamlFault } from '../yaml/parseYaml';
import { readYaml } from '../yaml/readYaml';
import { validateNode } from '../yaml/validateNode';
import { textAt, valueAt, type YamlMap, yamlNode } from '../yaml/yamlNode';
import { extendNode, idleRemovals, withoutRemovals } from './extendNode';
import { protocolFaults } from './protocolFaults';
import { repairProtocol } from './repairProtocol';
import { type Protocol, protocolSchema } from './schema';
import { withSharedParts } from './sharedParts';

/** The longest protocol file that is read, in UTF-16 code units. */
const MAX_LENGTH = 256 * 1024;

/** Something wrong in a protocol file, at its place. */
export type ProtocolFault = YamlFault;

/** The protocol to start from, or why there is none. */
export type BaseProtocol = Protocol | 'unknown' | 'broken' | 'cycle';

/** What a protocol file needs besides its text. */
interface LoadOptions {
  /** The protocol that `extends: id` means; without it there is none. */
  readonly baseOf?: (id: string) => BaseProtocol;
}

/** A protocol file, read. */
export interface LoadedProtocol {
  /** The protocol, without what is wrong with it; undefined where it could not safely be used so. */
  readonly protocol: Protocol | undefined;
  /** In the order of the text. */
  readonly faults: readonly ProtocolFault[];
}

/** A protocol file as a tree, before anything is asked of it. */
export interface ProtocolSource {
  readonly root: YamlMap | undefined;
  readonly faults: readonly ProtocolFault[];
  readonly id: string | undefined;
  /** The id of the protocol that it starts from. */
  readonly base: string | undefined;
}

/** Loads a protocol from the YAML text of its file. Never throws, whatever the text. */
export function loadProtocol(text: string, options: LoadOptions = {}): LoadedProtocol {
  return buildProtocol(readProtocolSource(text), options);
}

/** Reads the YAML of a protocol file. Never throws. */
export function readProtocolSource(text: string): ProtocolSource {
  const { root, faults } = readYaml(text, MAX_LENGTH);
  if (root?.kind === 'map') return { root, faults, id: textAt(root, 'id'), base: textAt(root, 'extends') };
  const start = { start: 0, end: Math.min(1, text.length) };
  const none =
    faults.length > 0 ? faults : [{ range: root?.range ?? start, message: message('protocol.empty') }];
  return { root: undefined, faults: none, id: undefined, base: undefined };
}

/** Makes a protocol of what was read of its file. */
export function buildProtocol(
  { root, faults, base: baseId }: ProtocolSource,
  options: LoadOptions,
): LoadedProtocol {
  if (!root) return { protocol: undefined, faults };
  const shared = withSharedParts(root);
  return buildWhole(shared.root, [...faults, ...shared.faults], baseId, options);
}

function buildWhole(
  root: YamlMap,
  faults: readonly YamlFault[],
  baseId: string | undefined,
  options: LoadOptions,
): LoadedProtocol {
  const base = baseId === undefined ? undefined : (options.baseOf?.(baseId) ?? 'unknown');
  if (baseId !== undefined && typeof base === 'string') return withoutBase(root, faults, baseId, base);
  const joined = typeof base === 'object' ? extendNode(baseNode(base, root), root) : root;
  const kept = withoutRemovals(joined);
  const { output, faults: wrong } = validateNode(kept, protocolSchema);
  const all = [...faults, ...idleRemovals(joined), ...wrong, ...protocolFaults(kept)];
  return { protocol: output && repairProtocol(output), faults: inOrder(all) };
}

/** Without its base, only what would be wrong with any base is said of the rest. */
function withoutBase(
  root: YamlMap,
  faults: readonly ProtocolFault[],
  id: string,
  reason: 'unknown' | 'broken' | 'cycle',
): LoadedProtocol {
  const range = valueAt(root, 'extends')?.range ?? root.range;
  const own = validateNode(root, protocolSchema).faults.filter(({ kind }) => kind !== 'missing-key');
  const all = [...faults, { range, message: message(baseFaults[reason], { id }) }, ...own];
  return { protocol: undefined, faults: inOrder(all) };
}

const baseFaults = {
  unknown: 'protocol.unknown-base',
  broken: 'protocol.broken-base',
  cycle: 'protocol.extends-cycle',
} as const;

/**
 * The base as a tree, all at the place that names it. Its id and version are its own; so is its name, in any language,
 * where the other is not meant to stand in its place and has a name.
 */
function baseNode(base: Protocol, root: YamlMap): YamlMap {
  const range = valueAt(root, 'extends')?.range ?? root.range;
  const isNamed = textAt(root, 'id') !== base.id && valueAt(root, 'title') !== undefined;
  const title = isNamed ? undefined : base.title;
  const node = yamlNode({ ...base, id: undefined, version: undefined, extends: undefined, title }, range);
  return node?.kind === 'map' ? node : { kind: 'map', entries: new Map(), range };
}

function inOrder(faults: readonly ProtocolFault[]): readonly ProtocolFault[] {
  return [...faults]
    .sort((a, b) => a.range.start - b.range.start)
    .map(({ range, message: text, severity }) => ({
      range,
      message: text,
      ...(severity !== undefined && { severity }),
    }));
}
