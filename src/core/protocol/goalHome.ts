import type { Protocol, Stage } from './schema';

/** The words in ids of the stages that hold goals, those that hold nothing else first. */
const homes: readonly ReadonlySet<string>[] = [
  new Set(['goal', 'goals', 'objectives']),
  new Set(['plan', 'planning']),
];

/**
 * The stage of a protocol in which a goal that came from elsewhere is at home: the one that is named by its id for
 * goals, else for the plan, or has such a section; else the last. Undefined only where there are no stages.
 */
export function goalHome({ stages }: Protocol): Stage | undefined {
  const found = homes.flatMap(words => [
    ...stages.filter(({ id }) => isNamed(id, words)),
    ...stages.filter(({ sections }) => sections.some(({ id }) => isNamed(id, words))),
  ]);
  return found[0] ?? stages.at(-1);
}

function isNamed(id: string, words: ReadonlySet<string>): boolean {
  return id.split('-').some(word => words.has(word));
}
