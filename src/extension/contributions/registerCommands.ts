import * as vscode from 'vscode';
import type { PracticeChange } from '../../core/validate/problem';
import { showRule, showRuleCommand } from '../problems/rulePage';
import type { ActiveNote } from '../services/activeNote';
import { withPlainErrors } from '../services/dialogs';
import { placeCaret, placeCaretCommand } from '../services/placeCaret';
import { changePracticeCommand } from '../services/practiceCommand';
import type { Roots } from '../services/roots';
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
    vscode.commands.registerCommand(
      showRuleCommand,
      withPlainErrors((rule: string) => showRule(rule, parts.extensionUri)),
    ),
    vscode.commands.registerCommand(changePracticeCommand, withPlainErrors(changePractice(parts.roots))),
  );
}

function goToStage(activeNote: ActiveNote) {
  return async (row: ChecklistRow) => (await import('../later')).goToStage(row, activeNote);
}

function changePractice(roots: Roots) {
  return async (note: string, change: PracticeChange) =>
    (await import('../later')).changePractice(roots.rootOf(vscode.Uri.parse(note)), change);
}
