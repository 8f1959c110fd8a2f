import * as vscode from 'vscode';
import { message } from '../../core/message';
import { interfaceLanguage } from '../../l10n/catalogue';
import { type ListRow, pickOne, separator } from '../services/dialogs';
import { contextValue } from '../services/tools/contextKeys';
import type { CommandEntry } from './commandEntry';
import { commandGroups } from './commands';
import { isFulfilled } from './isFulfilled';
import { all } from './when';

interface MenuRow extends ListRow {
  readonly command: string | undefined;
}

const groupNames = {
  'Writing a note': message('menu.writing'),
  Goals: message('menu.goals'),
  Cases: message('menu.cases'),
  Transcripts: message('menu.transcripts'),
  'Note formats': message('menu.formats'),
  Other: message('menu.other'),
} as const;

/** Lists every command that can run now, in the language of the interface, and runs the one that is taken. */
export async function showMenu(): Promise<void> {
  const rows = Object.entries(commandGroups).flatMap(([name, group]) => {
    const own = rowsOf(group);
    const heading = groupNames[name as keyof typeof groupNames];
    return own.length === 0 ? [] : [{ ...separator(heading), command: undefined }, ...own];
  });
  const picked = await pickOne(rows, { placeHolder: message('menu.hint') });
  if (picked?.command !== undefined) await vscode.commands.executeCommand(picked.command);
}

function rowsOf(group: Readonly<Record<string, CommandEntry>>): readonly MenuRow[] {
  return Object.entries(group)
    .filter(([command, entry]) => command !== 'sessionNotes.menu' && canRun(entry))
    .map(([command, { title, key }]) => ({
      label: title[interfaceLanguage()],
      description: key === undefined ? '' : shownKey(key),
      command,
    }));
}

function canRun({ palette, enablement }: CommandEntry): boolean {
  return palette !== false && isFulfilled(all(palette, enablement), keyValue);
}

/** What a key of this extension or of VS Code is now, as far as commands ask for it. */
function keyValue(key: string): unknown {
  const { activeTextEditor } = vscode.window;
  switch (key) {
    case 'workspaceFolderCount':
      return vscode.workspace.workspaceFolders?.length ?? 0;
    case 'resourcePath':
      return activeTextEditor?.document.uri.path;
    case 'resourceScheme':
      return vscode.window.tabGroups.activeTabGroup.activeTab?.input instanceof vscode.TabInputText
        ? vscode.window.tabGroups.activeTabGroup.activeTab.input.uri.scheme
        : undefined;
    case 'config.sessionNotes.counselor':
      return vscode.workspace.getConfiguration('sessionNotes').get('counselor');
    default: {
      const value = contextValue(key);
      return value === undefined ? undefined : JSON.parse(value);
    }
  }
}

/** A key binding as it is pressed here. */
function shownKey({ key, mac }: NonNullable<CommandEntry['key']>): string {
  const isMac = vscode.env.uiKind === vscode.UIKind.Desktop && process.platform === 'darwin';
  return (isMac ? mac : key).replace(/\b\w/g, letter => letter.toUpperCase());
}
