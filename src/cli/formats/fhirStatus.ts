import type { Goal } from 'fhir/r4';
import type { Case, CaseGoal, CaseGoalStatus } from '../../core/case/case';
import { isOpen } from '../../core/case/case';

/** The codes of http://terminology.hl7.org/CodeSystem/goal-achievement (R4), and how they are shown. */
export const achievementCodes = {
  'in-progress': 'In Progress',
  improving: 'Improving',
  worsening: 'Worsening',
  'no-change': 'No Change',
  achieved: 'Achieved',
  sustaining: 'Sustaining',
  'not-achieved': 'Not Achieved',
  'no-progress': 'No Progress',
  'not-attainable': 'Not Attainable',
} as const;

/** Both axes of a FHIR goal, neither of which says what the other says. */
interface FhirStatus {
  /** Whether it is still pursued. */
  readonly lifecycle: Goal['lifecycleStatus'];
  readonly achievement: keyof typeof achievementCodes;
}

const statuses: Readonly<Record<CaseGoalStatus, FhirStatus>> = {
  open: { lifecycle: 'active', achievement: 'in-progress' },
  'in-progress': { lifecycle: 'active', achievement: 'in-progress' },
  // "Being sought" would not be true of it now.
  'on-hold': { lifecycle: 'on-hold', achievement: 'not-achieved' },
  achieved: { lifecycle: 'completed', achievement: 'achieved' },
  dropped: { lifecycle: 'cancelled', achievement: 'not-achieved' },
  'not-started': { lifecycle: 'proposed', achievement: 'no-progress' },
};

/** What became of a goal, in FHIR's codes; what is open when the case closes is no longer sought and not achieved. */
export function fhirStatus({ status }: CaseGoal, { closed }: Case): FhirStatus {
  if (closed && isOpen(status)) return { lifecycle: 'completed', achievement: 'not-achieved' };
  return statuses[status];
}
