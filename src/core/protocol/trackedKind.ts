import type { Section, Stage } from './schema';

/** What the task items of a part of a note are, and whether its format says so; where it says nothing they are goals. */
export interface Tracking {
  readonly kind: 'goal' | 'action';
  readonly isStated: boolean;
}

/** The role of a part in which what was agreed earlier is looked back on. */
export const reviewRole = 'review';

/** Whether a section, or the stage outside its sections, looks back on what was agreed earlier. */
export function isReview(stage: Stage | undefined, section: Section | undefined): boolean {
  return stage?.role === reviewRole || section?.role === reviewRole;
}

/** The role of a part in which risk stands. */
export const riskRole = 'risk';

/** Whose section it is, if it is somebody's. */
export function ownerOf(section: Section | undefined): string | undefined {
  const role = section?.role;
  return role === reviewRole || role === riskRole ? undefined : role;
}

/** What is tracked where no format says anything. */
export const unstatedTracking: Tracking = { kind: 'goal', isStated: false };

/**
 * What task items of a section, or of the stage outside its sections, are; undefined where they are neither goals nor
 * actions, as in what asks for a choice.
 */
export function trackingOf(stage: Stage, section: Section | undefined): Tracking | undefined {
  if (section !== undefined && section.choices.length > 0) return undefined;
  switch ((section ?? stage).tracks) {
    case 'goals':
      return { kind: 'goal', isStated: true };
    case 'actions':
      return { kind: 'action', isStated: true };
    case 'none':
    case 'never':
      return undefined;
    default:
      return unstatedTracking;
  }
}

/** The kind alone; see {@link trackingOf}. */
export function trackedKind(stage: Stage, section: Section | undefined): Tracking['kind'] | undefined {
  return trackingOf(stage, section)?.kind;
}
