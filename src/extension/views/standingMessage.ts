import * as vscode from 'vscode';
import { message } from '../../core/message';
import { render } from '../../l10n/catalogue';
import { isVirtual } from '../noteFiles';
import type { NoteIndex } from '../noteIndex';

/** What a view of all notes says above its rows as long as it does not show all of them. */
export function standingMessage(index: NoteIndex): string | undefined {
  if (index.state === 'indexing') return render(message('goals.indexing'));
  const virtual = vscode.workspace.workspaceFolders?.some(folder => isVirtual(folder.uri)) ?? false;
  return virtual ? render(message('goals.virtual')) : undefined;
}
