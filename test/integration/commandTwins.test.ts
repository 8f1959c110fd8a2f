import * as vscode from 'vscode';
import { eventually } from '../host/eventually';
import { rangeOf, show } from './editors';
import { wholeNote } from './noteTexts';
import { OwnFolder } from './ownFolder';

describe('commands of Indonesian menus', () => {
  let folder: OwnFolder;
  beforeEach(async () => {
    folder = await OwnFolder.create();
  });
  afterEach(() => folder.remove());

  it('do what those of English menus do', async () => {
    const text = wholeNote(folder, '- [ ] Sleep before eleven', '- [x] Call home', '- [/] Eat breakfast');
    const editor = await show(await folder.write('a.session.md', text));
    const lineOf = (words: string): number => rangeOf(editor.document, words).start.line;
    for (const [command, words] of [
      ['_sessionNotes.goToNextOpenGoal.id', 'Sleep before eleven'],
      ['sessionNotes.goToNextOpenGoal', 'Eat breakfast'],
      ['_sessionNotes.goToPreviousOpenGoal.id', 'Sleep before eleven'],
    ] as const) {
      await vscode.commands.executeCommand(command);
      await eventually(command, () => editor.selection.active.line === lineOf(words));
    }
  });
});
