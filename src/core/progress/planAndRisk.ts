import type { Section, Stage } from '../protocol/schema';

const planWords: ReadonlySet<string> = new Set(['plan', 'planning']);
const riskWords: ReadonlySet<string> = new Set(['risk']);

/** A stage or section, by what it is. */
export type Part = Pick<Stage | Section, 'id'>;

/**
 * Whether a stage or section is where plans are made: one of the words of its id is `plan` or `planning` (`planning`,
 * `treatment-plan`). All sections of such a stage are then the plan.
 */
export function isPlan({ id }: Part): boolean {
  return hasWord(id, planWords);
}

/** Whether a stage or section says what the client is at risk of, by its id as for plans. */
export function isRisk({ id }: Part): boolean {
  return hasWord(id, riskWords);
}

function hasWord(id: string, words: ReadonlySet<string>): boolean {
  return id.split('-').some(word => words.has(word));
}
