import { type Insertion, insertAll, type PartToInsert } from '../change/insertion';
import type { Config } from '../config/config';
import type { Note } from '../note/note';
import { readingBy } from '../note/readings';
import { applyEdits } from '../text/textEdit';
import type { Problem } from './problem';
import { insertionLanguage, type ValidationOptions } from './problemsByRules';
import { validateNote } from './validateNote';

/** A text after its missing stages and sections were inserted. */
export interface ScaffoldedText {
  readonly text: string;
  /** How many stages and sections were inserted (the sections that a stage brings not counted). */
  readonly inserted: number;
  /** The problems of the text as it is now. */
  readonly remaining: readonly Problem[];
}

/** An inserted heading can change what those below it mean; so many times that is followed. */
const MOST_PASSES = 10;

/** Inserts every stage and section that is reported as missing. A second time changes nothing. */
export function scaffoldText(
  text: string,
  parse: (text: string) => Note,
  config: Config,
  surroundings: ValidationOptions = {},
): ScaffoldedText {
  let current = text;
  let inserted = 0;
  let note = parse(current);
  let remaining = validateNote(note, config, surroundings);
  for (let pass = 0; pass < MOST_PASSES; pass++) {
    const wanted = wantedOf(note, remaining);
    if (wanted.length === 0) break;
    const insertions = insertAll(note, wanted, insertionLanguage(note, config, surroundings));
    current = applyEdits(
      current,
      insertions.map(({ edit }) => edit),
    );
    inserted += wanted.length;
    note = parse(current);
    remaining = validateNote(note, config, surroundings);
  }
  return { text: current, inserted, remaining };
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
