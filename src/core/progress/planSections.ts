import type { Section, Stage } from '../protocol/schema';

const planWords: ReadonlySet<string> = new Set(['plan', 'planning']);

/**
 * Whether a stage is where plans are made: one of the words of its id is `plan` or `planning` (`planning`,
 * `treatment-plan`). All its sections are then the plan.
 */
export function isPlanStage({ id }: Stage): boolean {
  return namesPlan(id);
}

/** Whether a section holds the plan, by its id as for stages (the P of SOAP and DAP notes, for example). */
export function isPlanSection({ id }: Section): boolean {
  return namesPlan(id);
}

function namesPlan(id: string): boolean {
  return id.split('-').some(word => planWords.has(word));
}
