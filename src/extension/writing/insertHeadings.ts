import { type Insertion, insertSection, insertStage } from '../../core/change/insertion';
import {
  furtherStages,
  insertableSections,
  insertableStages,
  repeatableSections,
  repeatableStages,
} from '../../core/complete/insertableHeadings';
import { message, titleIn } from '../../core/message';
import { stageAt } from '../../core/note/placeAt';
import { readingsOf, readingWith } from '../../core/note/readings';
import { problemsBesideTurns } from '../../core/practice/problems';
import { missingInsertions } from '../../core/practice/scaffoldNote';
import type { Section, Stage } from '../../core/protocol/schema';
import { unitWords } from '../../core/protocol/unit';
import { interfaceLanguage, render } from '../../l10n/catalogue';
import type { ActiveNote } from '../services/activeNote';
import { type ListRow, pickOne, sayShortly } from '../services/dialogs';
import type { OpenNote } from '../services/openNotes';
import { applyInsertions } from './applyInsertions';

type Item<Term> = ListRow & { readonly term: Term };

/** Lets the user pick a stage that the note does not have, or may have again, and inserts it where it belongs. */
export async function insertStageCommand(activeNote: ActiveNote): Promise<void> {
  const open = activeNote.current?.open;
  if (open === undefined) return;
  const readings = readingsOf(open.note);
  const terms = {
    missing: readings.flatMap(reading => insertableStages(reading)),
    further: readings.flatMap(reading => furtherStages(reading)),
    again: readings.flatMap(repeatableStages),
  };
  const picked = await pick<Stage>(terms, open, 'insert.stage', 'insert.no-stage');
  if (picked !== undefined) await insertNow(activeNote, note => insertStage(note, picked, languageOf(open)));
}

/** Lets the user pick a section that the stage at the caret does not have, or may have again, and inserts it. */
export async function insertSectionCommand(activeNote: ActiveNote): Promise<void> {
  const current = activeNote.current;
  if (current === undefined) return;
  const { open, editor } = current;
  const offset = open.document.offsetAt(editor.selection.active);
  const here = stageAt(open.note, offset) ?? open.note.stages.at(-1);
  const terms = {
    missing: here === undefined ? [] : insertableSections(readingWith(open.note, here.stage), here.stage),
    further: [],
    again: here === undefined ? [] : repeatableSections(here),
  };
  const picked = await pick<Section>(terms, open, 'insert.section', 'insert.no-section');
  if (picked === undefined || here === undefined) return;
  await insertNow(activeNote, note => {
    const { stages } = readingWith(note, here.stage);
    const regions = stages.filter(({ stage }) => stage.id === here.stage.id);
    const region = regions.find(({ mark }) => mark.line === here.mark.line) ?? regions[0];
    return region && insertSection(note, region, picked, languageOf(open));
  });
}

/** Inserts every stage and section that is reported as missing. */
export async function insertMissingStages(activeNote: ActiveNote): Promise<void> {
  const current = activeNote.current;
  if (current === undefined) return;
  const { open, editor } = current;
  const insertions = missingInsertions(
    open.note,
    problemsBesideTurns(open.root, open.note),
    languageOf(open),
  );
  if (insertions.length === 0) {
    sayShortly(message('insert.nothing-missing'));
    return;
  }
  await applyInsertions(editor, open, insertions);
}

/** Inserts into the active note as it is now: it may have changed while the user was choosing. */
export async function insertNow(
  activeNote: ActiveNote,
  insertion: (note: OpenNote['note']) => Insertion | undefined,
): Promise<void> {
  const current = activeNote.current;
  if (current === undefined) return;
  const found = insertion(current.open.note);
  if (found !== undefined) await applyInsertions(current.editor, current.open, [found]);
}

export function languageOf({ note }: OpenNote): string {
  return note.language ?? interfaceLanguage();
}

interface Terms<Term> {
  readonly missing: readonly Term[];
  /** Those that are not asked of the note. */
  readonly further: readonly Term[];
  /** Those that are there and may recur. */
  readonly again: readonly Term[];
}

async function pick<Term extends Stage | Section>(
  { missing, further, again }: Terms<Term>,
  open: OpenNote,
  placeholder: 'insert.stage' | 'insert.section',
  nothing: 'insert.no-stage' | 'insert.no-section',
): Promise<Term | undefined> {
  const language = languageOf(open);
  const itemOf = (term: Term, note: string): Item<Term> => ({
    label: titleIn(term.title, language),
    description: note,
    ...(term.description === undefined ? {} : { detail: titleIn(term.description, language) }),
    term,
  });
  const optional = render(message('checklist.optional'));
  const items = [
    ...missing.map(term => itemOf(term, term.required ? '' : optional)),
    ...further.map(term => itemOf(term, render(message('insert.not-planned')))),
    ...again.map(term => itemOf(term, render(message('insert.again')))),
  ];
  const words = { ...unitWords(open.note.protocol?.protocol) };
  const placeHolder = message(items.length > 0 ? placeholder : nothing, words);
  const picked = await pickOne(items, { placeHolder, matchOnDetail: true });
  return picked?.term;
}
