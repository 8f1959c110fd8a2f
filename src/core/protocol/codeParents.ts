/** A code or technique, as far as its place in the tree of codes goes. */
export interface ChildCode {
  readonly id: string;
  readonly parent?: string | undefined;
}

/**
 * The codes, by id, whose `parent` cannot be followed: there is no code of that id, or following it leads back to
 * the code itself.
 */
export function wrongParents(codes: readonly ChildCode[]): ReadonlyMap<string, 'unknown' | 'cycle'> {
  const parents = new Map(codes.map(({ id, parent }) => [id, parent] as const));
  const wrong = new Map<string, 'unknown' | 'cycle'>();
  const done = new Set<string>();
  for (const start of parents.keys()) {
    const line: string[] = [];
    let at: string | undefined = start;
    while (at !== undefined && parents.has(at) && !done.has(at)) {
      done.add(at);
      line.push(at);
      at = parents.get(at);
    }
    const last = line.at(-1);
    if (at === undefined || last === undefined) continue;
    if (!parents.has(at)) wrong.set(last, 'unknown');
    const back = line.indexOf(at);
    if (back >= 0) for (const id of line.slice(back)) wrong.set(id, 'cycle');
  }
  return wrong;
}
