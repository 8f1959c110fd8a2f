import type { Section, Stage } from './schema';

/**
 * What task items of a section, or of the stage outside its sections, are; undefined where they are neither goals nor
 * actions, as in what asks for a choice.
 */
export function trackedKind(stage: Stage, section: Section | undefined): 'goal' | 'action' | undefined {
  if (section !== undefined && section.choices.length > 0) return undefined;
  const { tracks } = section ?? stage;
  if (tracks === 'none') return undefined;
  return tracks === 'actions' ? 'action' : 'goal';
}
