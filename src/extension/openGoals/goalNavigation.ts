import type * as vscode from 'vscode';
import type { NoteIndex } from '../services/noteIndex';
import type { OpenNotes } from '../services/openNotes';

/** Finds a goal over the notes of its case, and renames its `^id` there. Elsewhere it leaves the word to others. */
export class GoalNavigation
  implements vscode.RenameProvider, vscode.ReferenceProvider, vscode.DefinitionProvider
{
  readonly #openNotes: OpenNotes;
  readonly #index: NoteIndex;

  constructor(openNotes: OpenNotes, index: NoteIndex) {
    this.#openNotes = openNotes;
    this.#index = index;
  }

  async prepareRename(document: vscode.TextDocument, position: vscode.Position) {
    const { idToRename } = (await import('../later')).namedGoals;
    const open = this.#openNotes.noteOf(document);
    return open && idToRename(open, position);
  }

  async provideRenameEdits(document: vscode.TextDocument, position: vscode.Position, newName: string) {
    const { renameAt } = (await import('../later')).namedGoals;
    const open = this.#openNotes.noteOf(document);
    return open && renameAt(open, position, newName, this.#index, this.#openNotes);
  }

  async provideReferences(document: vscode.TextDocument, position: vscode.Position) {
    const { referencesAt } = (await import('../later')).namedGoals;
    const open = this.#openNotes.noteOf(document);
    return open && referencesAt(open, position, this.#index, this.#openNotes);
  }

  async provideDefinition(document: vscode.TextDocument, position: vscode.Position) {
    const { definitionAt } = (await import('../later')).namedGoals;
    const open = this.#openNotes.noteOf(document);
    return open && definitionAt(open, position, this.#index, this.#openNotes);
  }
}
