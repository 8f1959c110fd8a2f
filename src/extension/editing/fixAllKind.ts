import * as vscode from 'vscode';

/** Fix-all of this extension's safe fixes; works on save through `editor.codeActionsOnSave`. */
export const fixAllKind = vscode.CodeActionKind.SourceFixAll.append('sessionNotes');
