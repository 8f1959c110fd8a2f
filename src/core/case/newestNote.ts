import { type Message, message } from '../message';
import type { Case, CaseGoal } from './case';
import type { CaseMention, CaseNote } from './caseNote';
import { isCaseNote } from './sessions';

/** Where a change of a goal's status goes: to a mention, to a note that has none yet; or why it goes nowhere. */
export type ChangeTarget =
  | { readonly kind: 'write'; readonly note: CaseNote; readonly mention: CaseMention }
  | { readonly kind: 'carry'; readonly note: CaseNote }
  | { readonly kind: 'refused'; readonly reason: Message };

/** The last note of a case in its order, transcripts and process notes aside. */
export function newestNote(ofCase: Case): CaseNote | undefined {
  return ofCase.notes.filter(isCaseNote).at(-1);
}

/**
 * The mention to which a change of a goal's status is written: the last one in the newest note of the case.
 * Earlier notes are the record of what was and are never rewritten, so that a goal which the newest note does not
 * mention is to be carried into it first. What no note mentions cannot be changed.
 */
export function changeTarget(ofCase: Case, goal: CaseGoal): ChangeTarget {
  const note = newestNote(ofCase);
  const offered = goal.offered.findLast(each => each.note.path === note?.path);
  const last = goal.mentions.at(-1) ?? offered;
  if (note === undefined || last === undefined) {
    return { kind: 'refused', reason: message('goal.change-refused.never-mentioned') };
  }
  // Mentions are in case order: one in the newest note would be the last.
  if (last.note.path !== note.path) return { kind: 'carry', note };
  return { kind: 'write', note, mention: last.mention };
}
