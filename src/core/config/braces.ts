/**
 * The alternatives that a glob with `{a,b}` stands for, nested braces too; itself where it has none. Undefined
 * when there are more than `limit`. Braces without a comma or without their partner stand for themselves.
 */
export function expandBraces(glob: string, limit: number): readonly string[] | undefined {
  const pending = [glob];
  const done: string[] = [];
  while (pending.length > 0) {
    const next = pending.pop() ?? '';
    const braces = firstBraces(next);
    if (!braces) done.push(next);
    else {
      const before = next.slice(0, braces.start);
      const after = next.slice(braces.end);
      pending.push(...braces.alternatives.map(alternative => before + alternative + after));
    }
    if (pending.length + done.length > limit) return undefined;
  }
  return done;
}

interface Braces {
  readonly start: number;
  readonly end: number;
  readonly alternatives: readonly string[];
}

/** The first braces that hold a comma of their own, from `{` to after `}`. */
function firstBraces(glob: string): Braces | undefined {
  for (let start = 0; start < glob.length; start++) {
    const character = glob[start];
    if (character === '\\') start++;
    if (character !== '{') continue;
    const braces = bracesAt(glob, start);
    if (braces && braces.alternatives.length > 1) return braces;
  }
  return undefined;
}

function bracesAt(glob: string, start: number): Braces | undefined {
  const alternatives: string[] = [];
  let depth = 0;
  let from = start + 1;
  for (let at = start; at < glob.length; at++) {
    const character = glob[at];
    if (character === '\\') at++;
    else if (character === '{') depth++;
    else if (character === ',' && depth === 1) {
      alternatives.push(glob.slice(from, at));
      from = at + 1;
    } else if (character === '}' && --depth === 0) {
      return { start, end: at + 1, alternatives: [...alternatives, glob.slice(from, at)] };
    }
  }
  return undefined;
}
