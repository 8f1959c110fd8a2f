import * as vscode from 'vscode';
import { today } from '../../src/extension/services/tools/today';
import { equal, match, ok } from '../host/assert';
import { eventually } from '../host/eventually';
import { answering } from './answering';
import { show } from './editors';
import { untilMentioned } from './goalPlaces';
import { wholeNote } from './noteTexts';
import { OwnFolder } from './ownFolder';
import { said } from './wording';

describe('Finish Note', () => {
  let folder: OwnFolder;
  beforeEach(async () => {
    folder = await OwnFolder.create();
  });
  afterEach(() => folder.remove());

  const draft = (...goals: readonly string[]): string =>
    wholeNote({ ...folder, session: 2, date: today(), more: ['status: draft'] }, ...goals);

  /** Runs the command and accepts its list as it stands, until `isDone`. */
  const accept = async (what: string, isDone: () => Promise<boolean>): Promise<void> => {
    const run = vscode.commands.executeCommand('sessionNotes.finishNote');
    await eventually(what, async () => {
      if (await isDone()) return true;
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return undefined;
    });
    await run;
  };

  it('leads to what is missing where it is accepted without a tick, and leaves the note a draft', async () => {
    const text = draft().replace("### Counselor's goals\n\n- [x] Facilitate communication\n\n", '');
    const editor = await show(await folder.write('2.session.md', text));
    editor.selection = new vscode.Selection(0, 0, 0, 0);
    await accept('the caret at what is missing', async () => editor.selection.active.line > 0);
    equal(await folder.read('2.session.md'), text);
  });

  it('settles what was carried over as it stood', async () => {
    await folder.write('1.session.md', wholeNote(folder, '- [/] Sleep ^sleep'));
    const { document } = await show(await folder.write('2.session.md', draft('- [>] Sleep ^sleep')));
    await untilMentioned(document, 'Sleep', 2);
    await accept('the finished note', async () => !(await folder.read('2.session.md')).includes('draft'));
    const text = await folder.read('2.session.md');
    match(text, /\n- \[\/\] Sleep \^sleep\n/);
    ok(!text.includes('written:'), text);
  });

  it('writes nothing where what its list names was changed while it was open', async () => {
    const { document } = await show(await folder.write('2.session.md', draft('- [>] Sleep ^sleep')));
    const above = document.getText().indexOf('- [>] Sleep');
    const { createQuickPick } = vscode.window;
    const shown = new Promise<void>(resolve => {
      Reflect.set(vscode.window, 'createQuickPick', () => {
        const list = createQuickPick();
        const showList = list.show.bind(list);
        Reflect.set(list, 'show', () => {
          showList();
          resolve();
        });
        return list;
      });
    });
    const asked = await answering({}, async () => {
      const run = vscode.commands.executeCommand('sessionNotes.finishNote');
      await shown;
      Reflect.set(vscode.window, 'createQuickPick', createQuickPick);
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, document.positionAt(above), '- [>] Walk ^walk\n');
      await vscode.workspace.applyEdit(edit);
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      await run;
    });
    match(asked.at(-1)?.text ?? '', said({ en: /nothing was written/, id: /tidak ada yang ditulis/ }));
    match(document.getText(), /\nstatus: draft\n[\s\S]*- \[>\] Walk \^walk\n- \[>\] Sleep \^sleep\n/);
  });
});
