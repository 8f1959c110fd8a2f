import { StepwiseChange } from '../change/change';
import { type Insertion, insertAll, type PartToInsert } from '../change/insertion';
import { markTitle } from '../change/markForm';
import type { Note } from '../note/note';
import { readingBy } from '../note/readings';
import type { CompiledProtocol } from '../protocol/compiledProtocol';
import type { Problem } from '../validate/problem';
import type { MendedNote } from './fixNote';
import type { Practice } from './practice';
import { languageInto, noteProblems, type ProblemOptions } from './problems';

/** An inserted heading can change what those below it mean; so many times that is followed. */
const MOST_PASSES = 10;

/** Inserts every stage and section that is reported as missing. A second time changes nothing. */
export function scaffoldNote(practice: Practice, note: Note, options: ProblemOptions = {}): MendedNote {
  const stepwise = new StepwiseChange(note);
  let count = 0;
  let remaining = noteProblems(practice, note, options);
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const language = languageInto(practice, stepwise.note, options);
    const wanted = wantedOf(stepwise.note, remaining, language);
    if (wanted.length === 0) break;
    const insertions = insertAll(stepwise.note, wanted, language);
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
  return insertAll(note, wantedOf(note, problems, language), language);
}

function wantedOf(note: Note, problems: readonly Problem[], language: string): readonly PartToInsert[] {
  return problems.flatMap(({ rule, protocol: protocolId, stage: stageId, section: sectionId, fixes }) => {
    const { protocol } = readingBy(note, protocolId);
    // Of a set, only a person can say which.
    const isMissing = rule === (sectionId === undefined ? 'missing-stage' : 'missing-section');
    const stage = protocol?.protocol.stages.find(({ id }) => id === stageId);
    if (!isMissing || stage === undefined || fixes.length === 0) return [];
    const section = stage.sections.find(({ id }) => id === sectionId);
    const part: PartToInsert = section === undefined ? { stage } : { stage, section };
    return protocol !== undefined && isToldByTitle(part, protocol, language) ? [part] : [];
  });
}

/** Whether its heading names it; where two parts of a protocol have one title, that of the second names the first. */
function isToldByTitle(
  { stage, section }: PartToInsert,
  protocol: CompiledProtocol,
  language: string,
): boolean {
  if (section === undefined)
    return protocol.matchStage(markTitle(stage.title, language))?.term.id === stage.id;
  return protocol.matchSection(stage, markTitle(section.title, language))?.term.id === section.id;
}
