import { type Alias, isAlias, isCollection, isPair, isScalar } from 'yaml';

/** How many nodes one alias may stand for, with the aliases in them followed. */
const MAX_EXPANDED = 10_000;

/** The anchored nodes of a front matter, by anchor, as its aliases mean them. */
export interface Anchors {
  /** What an alias stands for: the last node before it with that anchor. */
  readonly target: ReadonlyMap<Alias, unknown>;
  /** The first alias that stands for nothing, for itself or, with the aliases in its anchor, for too much. */
  readonly unusable: Alias | undefined;
}

interface Walk {
  readonly nodes: Map<string, unknown>;
  /** How many nodes an anchor stands for, once it is known. */
  readonly sizes: Map<unknown, number>;
  readonly target: Map<Alias, unknown>;
  unusable: Alias | undefined;
}

/** Finds what the aliases under `root` stand for without expanding any. */
export function findAnchors(root: unknown): Anchors {
  const walk: Walk = { nodes: new Map(), sizes: new Map(), target: new Map(), unusable: undefined };
  sizeOf(root, walk);
  return walk;
}

function sizeOf(node: unknown, walk: Walk): number {
  if (isAlias(node)) return sizeOfAlias(node, walk);
  if (isPair(node)) return sizeOf(node.key, walk) + sizeOf(node.value, walk);
  if (!isCollection(node) && !isScalar(node)) return 0;
  if (node.anchor !== undefined) walk.nodes.set(node.anchor, node);
  let size = 1;
  if (isCollection(node)) for (const item of node.items) size += sizeOf(item, walk);
  if (node.anchor !== undefined) walk.sizes.set(node, size);
  return size;
}

function sizeOfAlias(alias: Alias, walk: Walk): number {
  const node = walk.nodes.get(alias.source);
  walk.target.set(alias, node);
  // The size of an anchor is not known yet where the alias stands in it.
  const size = walk.sizes.get(node);
  if (size !== undefined && size <= MAX_EXPANDED) return size;
  walk.unusable ??= alias;
  return 0;
}
