import { StepwiseChange } from '../change/change';
import { type Insertion, insertAll, type PartToInsert } from '../change/insertion';
import type { Note } from '../note/note';
import { readingBy } from '../note/readings';
import type { Problem } from '../validate/problem';
import type { MendedNote } from './fixNote';
import { languageInto, noteProblems, type Practice, type ProblemOptions } from './practice';

/** An inserted heading can change what those below it mean; so many times that is followed. */
const MOST_PASSES = 10;

/** Inserts every stage and section that is reported as missing. A second time changes nothing. */
export function scaffoldNote(practice: Practice, note: Note, options: ProblemOptions = {}): MendedNote {
  const stepwise = new StepwiseChange(note);
  let count = 0;
  let remaining = noteProblems(practice, note, options);
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const wanted = wantedOf(stepwise.note, remaining);
    if (wanted.length === 0) break;
    const insertions = insertAll(stepwise.note, wanted, languageInto(practice, stepwise.note, options));
    stepwise.apply(insertions.flatMap(({ edits }) => edits));
    count += wanted.length;
    remaining = noteProblems(practice, stepwise.note, options);
  }
  return { kind: 'edits', edits: stepwise.edits, note: stepwise.note, count, remaining };
}

/** The insertions that mend all problems of missing stages and sections, as one change of the text. */
export function missingInsertions(
  note: Note,
  problems: readonly Problem[],
  language: string,
): readonly Insertion[] {
  return insertAll(note, wantedOf(note, problems), language);
}

function wantedOf(note: Note, problems: readonly Problem[]): readonly PartToInsert[] {
  return problems.flatMap(({ rule, protocol: protocolId, stage: stageId, section: sectionId, fixes }) => {
    const { protocol } = readingBy(note, protocolId);
    // Of a set, only a person can say which.
    const isMissing = rule === (sectionId === undefined ? 'missing-stage' : 'missing-section');
    const stage = protocol?.protocol.stages.find(({ id }) => id === stageId);
    if (!isMissing || stage === undefined || fixes.length === 0) return [];
    const section = stage.sections.find(({ id }) => id === sectionId);
    return section === undefined ? [{ stage }] : [{ stage, section }];
  });
}
