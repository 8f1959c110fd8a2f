import * as vscode from 'vscode';
import { readingsOf } from '../../core/note/readings';
import type { NoteTarget } from '../../webview/picture/messages';
import type { Root } from '../services/roots';
import type { Services } from '../services/services';
import { showBeside } from '../services/showBeside';

/** Opens a note of `root` at a place, beside the tab in the group `besides`. A note that is gone is not opened. */
export async function openTarget(
  target: NoteTarget,
  root: Root,
  besides: vscode.ViewColumn | undefined,
  { index, openNotes }: Pick<Services, 'index' | 'openNotes'>,
): Promise<void> {
  const uri = index.uriOf(root, target.path);
  if (uri === undefined) return;
  const document = await vscode.workspace.openTextDocument(uri);
  const note = openNotes.noteOf(document)?.note;
  const stages = note === undefined ? [] : readingsOf(note).flatMap(reading => reading.stages);
  const mark = stages.find(({ stage }) => stage.id === target.stage)?.mark;
  const position = document.positionAt(mark?.range.start ?? target.offset ?? 0);
  await showBeside(document, position, besides);
}
