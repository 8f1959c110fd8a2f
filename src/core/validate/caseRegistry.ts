import type { CaseRule } from './caseRule';
import { closedWithOpenGoals } from './caseRules/closedWithOpenGoals';
import { goalForgotten } from './caseRules/goalForgotten';
import { goalNeverAddressed } from './caseRules/goalNeverAddressed';
import { sessionSequence } from './caseRules/sessionSequence';
import { similarGoal } from './caseRules/similarGoal';
import { stageNeverRecorded } from './caseRules/stageNeverRecorded';
import { syncCopy } from './caseRules/syncCopy';
import { unknownGoal } from './caseRules/unknownGoal';

/** The rules for cases, in the order of the documentation. */
export const caseRules: readonly CaseRule[] = [
  unknownGoal,
  goalForgotten,
  similarGoal,
  goalNeverAddressed,
  sessionSequence,
  stageNeverRecorded,
  closedWithOpenGoals,
  syncCopy,
];
