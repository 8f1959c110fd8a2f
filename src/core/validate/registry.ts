import type { Rule } from './rule';
import { conflictMarkers } from './rules/conflictMarkers';
import { duplicateStage } from './rules/duplicateStage';
import { emptySection } from './rules/emptySection';
import { emptyStage } from './rules/emptyStage';
import { frontMatter } from './rules/frontMatter';
import { goalDuplicate } from './rules/goalDuplicate';
import { goalField } from './rules/goalField';
import { goalStatus } from './rules/goalStatus';
import { invalidChoice } from './rules/invalidChoice';
import { invalidField } from './rules/invalidField';
import { missingField } from './rules/missingField';
import { missingSection } from './rules/missingSection';
import { missingStage } from './rules/missingStage';
import { noteWithoutGoal } from './rules/noteWithoutGoal';
import { similarHeading } from './rules/similarHeading';
import { stageOrder } from './rules/stageOrder';
import { tooShort } from './rules/tooShort';
import { undeclaredStage } from './rules/undeclaredStage';
import { unknownProtocol } from './rules/unknownProtocol';
import { unknownStage } from './rules/unknownStage';
import { unreadableFile } from './rules/unreadableFile';

/** The rule that silences all others while it has something to say. */
export const blockingRule: Rule = conflictMarkers;

/** The other rules for any note, in the order of the documentation. */
export const noteRules: readonly Rule[] = [
  missingStage,
  emptyStage,
  missingSection,
  emptySection,
  tooShort,
  similarHeading,
  stageOrder,
  duplicateStage,
  undeclaredStage,
  missingField,
  invalidField,
  unknownStage,
  unknownProtocol,
  frontMatter,
  invalidChoice,
  goalStatus,
  goalDuplicate,
  goalField,
  noteWithoutGoal,
  unreadableFile,
];
