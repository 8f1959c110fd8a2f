import type { Section, Stage } from '../protocol/schema';

/** Whether a stage or section says what the client is at risk of: one of the words of its id is `risk`. */
export function isRisk({ id }: Pick<Stage | Section, 'id'>): boolean {
  return id.split('-').includes('risk');
}
