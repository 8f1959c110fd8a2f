import type { Protocol, Stage } from './schema';
import { trackedKind, trackingOf } from './trackedKind';

/** The words in ids of the stages that hold goals, those that hold nothing else first. */
const homes: readonly ReadonlySet<string>[] = [
  new Set(['goal', 'goals', 'objectives']),
  new Set(['plan', 'planning']),
];

/**
 * The stage of a protocol in which a goal or action that came from elsewhere is at home, of those that hold such: the
 * one that is named by its id for goals, else for the plan, or has such a section; else the last of those that say that
 * they track such, else the last. Undefined where none
 * holds such.
 */
export function goalHome(protocol: Protocol, kind: 'goal' | 'action'): Stage | undefined {
  const stages = protocol.stages.filter(stage => holds(stage, kind));
  const found = homes.flatMap(words => [
    ...stages.filter(({ id }) => isNamed(id, words)),
    ...stages.filter(({ sections }) => sections.some(({ id }) => isNamed(id, words))),
  ]);
  return found[0] ?? stages.findLast(stage => states(stage, kind)) ?? stages.at(-1);
}

/** Whether goals, or actions, may stand in a stage, in one of its sections or outside them. */
export function holds(stage: Stage, kind: 'goal' | 'action'): boolean {
  return [undefined, ...stage.sections].some(section => trackedKind(stage, section) === kind);
}

function states(stage: Stage, kind: 'goal' | 'action'): boolean {
  return [undefined, ...stage.sections].some(section => {
    const tracking = trackingOf(stage, section);
    return tracking?.kind === kind && tracking.isStated;
  });
}

function isNamed(id: string, words: ReadonlySet<string>): boolean {
  return id.split('-').some(word => words.has(word));
}
