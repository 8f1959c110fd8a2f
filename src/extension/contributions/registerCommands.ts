import * as vscode from 'vscode';
import { placeCaret, placeCaretCommand } from '../problems/placeCaret';
import type { ActiveNote } from '../services/activeNote';
import { withPlainErrors } from '../services/dialogs';
import { type ChecklistRow, goToStageCommand } from '../thisNote/checklistRow';
import { type CommandParts, commandHandlers } from './handlers';
import { commandIdsOf } from './languageTwins';

/** Registers every command of the extension, with its twins, and what rows and fixes alone run. */
export function registerCommands(parts: CommandParts): vscode.Disposable {
  const listed = Object.entries(commandHandlers(parts)).flatMap(([command, run]) =>
    commandIdsOf(command).map(({ id }) => vscode.commands.registerCommand(id, withPlainErrors(run))),
  );
  return vscode.Disposable.from(
    ...listed,
    vscode.commands.registerCommand(goToStageCommand, withPlainErrors(goToStage(parts.activeNote))),
    vscode.commands.registerCommand(placeCaretCommand, withPlainErrors(placeCaret)),
  );
}

function goToStage(activeNote: ActiveNote) {
  return async (row: ChecklistRow) => (await import('../later')).goToStage(row, activeNote);
}
