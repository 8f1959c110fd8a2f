import type { CaseRule } from './caseRule';
import { changedCopy } from './caseRules/changedCopy';
import { closedWithOpenGoals } from './caseRules/closedWithOpenGoals';
import { goalForgotten } from './caseRules/goalForgotten';
import { goalNeverAddressed } from './caseRules/goalNeverAddressed';
import { processLeftOut } from './caseRules/processLeftOut';
import { reusedId } from './caseRules/reusedId';
import { sessionSequence } from './caseRules/sessionSequence';
import { similarGoal } from './caseRules/similarGoal';
import { stageNeverRecorded } from './caseRules/stageNeverRecorded';
import { syncCopy } from './caseRules/syncCopy';
import { unknownGoal } from './caseRules/unknownGoal';
import { untrackedTasks } from './caseRules/untrackedTasks';
import { sectionMending, stageMending } from './gapMending';
import type { Rule } from './rule';
import { classInCode, nameAsClient } from './rules/clientCodes';
import { duplicateStage } from './rules/duplicateStage';
import { emptySection } from './rules/emptySection';
import { emptyStage } from './rules/emptyStage';
import { frontMatter } from './rules/frontMatter';
import { goalDuplicate } from './rules/goalDuplicate';
import { goalField } from './rules/goalField';
import { goalStatus } from './rules/goalStatus';
import { goalUntracked } from './rules/goalUntracked';
import { invalidChoice } from './rules/invalidChoice';
import { invalidField } from './rules/invalidField';
import { invalidScore } from './rules/invalidScore';
import { missingField } from './rules/missingField';
import { missingSection } from './rules/missingSection';
import { missingStage } from './rules/missingStage';
import { noteWithoutGoal } from './rules/noteWithoutGoal';
import { similarHeading } from './rules/similarHeading';
import { stageOrder } from './rules/stageOrder';
import { timestampOrder } from './rules/timestampOrder';
import { tooShort } from './rules/tooShort';
import { unclosedSpan } from './rules/unclosedSpan';
import { undeclaredStage } from './rules/undeclaredStage';
import { unknownCode } from './rules/unknownCode';
import { unknownProtocol } from './rules/unknownProtocol';
import { unknownSpeaker } from './rules/unknownSpeaker';
import { unknownStage } from './rules/unknownStage';
import { unreadableFile } from './rules/unreadableFile';
import { wordsChanged } from './rules/wordsChanged';

/** The other rules for any note, in the order of the documentation. */
export const noteRules: readonly Rule[] = [
  missingStage(stageMending),
  emptyStage,
  missingSection(sectionMending),
  emptySection,
  tooShort,
  similarHeading,
  stageOrder,
  duplicateStage,
  undeclaredStage,
  missingField,
  invalidField,
  invalidScore,
  unknownStage,
  unknownProtocol,
  frontMatter,
  nameAsClient,
  classInCode,
  invalidChoice,
  goalStatus,
  goalDuplicate,
  goalField,
  goalUntracked,
  noteWithoutGoal,
  unreadableFile,
];

/** The rules for the turns of transcripts, in the order of the documentation. */
export const turnRules: readonly Rule[] = [
  unknownSpeaker,
  unknownCode,
  unclosedSpan,
  timestampOrder,
  wordsChanged,
];

/** The rules for cases, in the order of the documentation. */
export const caseRules: readonly CaseRule[] = [
  unknownGoal,
  untrackedTasks,
  reusedId,
  changedCopy,
  goalForgotten,
  similarGoal,
  goalNeverAddressed,
  sessionSequence,
  stageNeverRecorded,
  processLeftOut,
  closedWithOpenGoals,
  syncCopy,
];
