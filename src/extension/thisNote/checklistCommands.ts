import * as vscode from 'vscode';
import { insertSection, insertStage } from '../../core/change/insertion';
import { readingWith } from '../../core/note/readings';
import type { Stage } from '../../core/protocol/schema';
import type { ActiveNote } from '../services/activeNote';
import { changePractice } from '../services/practiceWriter';
import { insertNow, languageOf } from '../writing/insertHeadings';
import type { ChecklistRow } from './checklistRow';

/** Goes to the stage or section of a row of *This Note*, or inserts it where the note does not have it. */
export async function goToStage(row: ChecklistRow, activeNote: ActiveNote): Promise<void> {
  const { offset } = row.entry;
  if (offset === undefined) {
    await insertFromChecklist(row, activeNote);
    return;
  }
  const position = row.open.document.positionAt(offset);
  await vscode.window.showTextDocument(row.open.document, {
    selection: new vscode.Range(position, position),
  });
}

/** Says for good that the heading of a row is no stage, whatever words it has. */
export async function keepAsOwnHeading(row: ChecklistRow): Promise<void> {
  const title = row.kind === 'stage' ? row.entry.takenHeading : undefined;
  if (title !== undefined) await changePractice(row.open.root, { kind: 'own-heading', title });
}

/** Inserts the stage or section of a row of *This Note*; a section of a missing stage comes with its stage. */
export async function insertFromChecklist(row: ChecklistRow, activeNote: ActiveNote): Promise<void> {
  const stage: Stage = row.kind === 'stage' ? row.entry.stage : row.stage.stage;
  await insertNow(activeNote, note => {
    const region = readingWith(note, stage).stages.find(present => present.stage.id === stage.id);
    const language = languageOf(row.open);
    if (region === undefined) return insertStage(note, stage, language);
    if (row.kind !== 'section') return undefined;
    const { section } = row.entry;
    // A double click asks twice.
    const isThere = region.sections.some(present => present.section.id === section.id);
    return isThere ? undefined : insertSection(note, region, section, language);
  });
}
