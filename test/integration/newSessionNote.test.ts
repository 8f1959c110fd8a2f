import * as vscode from 'vscode';
import { equal, match, ok } from '../host/assert';
import { eventually } from '../host/eventually';
import { answering } from './answering';
import { closeEditors } from './editors';
import { wholeNote } from './noteTexts';
import { OpenGoals } from './openGoals';
import { OwnFolder, workspaceFolder } from './ownFolder';
import { changeSetting } from './settings';

describe('New Session Note', () => {
  let folder: OwnFolder;
  beforeEach(async () => {
    folder = await OwnFolder.create();
    const path = `${folder.uri.path.split('/').at(-1)}/{client} {session}.session.md`;
    await changeSetting('sessionNotes.fileName', path);
  });
  afterEach(() => folder.remove());

  /** Runs the command on the row of the client and takes the stages that are proposed. */
  const create = async (): Promise<vscode.TextEditor> => {
    await closeEditors();
    const goals = await OpenGoals.read();
    const row = await goals.clientRow(folder.client);
    goals.dispose();
    const done = vscode.commands.executeCommand('sessionNotes.newSessionNoteForClient', row.element);
    const editor = await eventually('the new note', async () => {
      const active = vscode.window.activeTextEditor;
      if (active?.document.getText().includes('status: draft')) return active;
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return undefined;
    });
    await done;
    return editor;
  };

  it('creates the draft of the next session, its open goals carried over and the caret where writing begins', async () => {
    const first = wholeNote(folder, '- [/] Sleep before eleven ^sleep');
    await folder.write('1.session.md', first);
    const { document, selection } = await create();
    equal(document.uri.path, folder.at(`${folder.client} 2.session.md`).path);
    equal(document.isDirty, false);
    const text = await folder.read(`${folder.client} 2.session.md`);
    equal(document.getText(), text);
    match(text, new RegExp(`^---\\nprotocol: four-stage\\nclient: ${folder.client}\\nsession: 2\\n`));
    match(text, /\nstages: \[relationship, exploration\]\nstatus: draft\n---\n/);
    match(text, /\n- \[>\] Sleep before eleven \^sleep\n/);
    equal(document.lineAt(selection.active.line).text, '');
    // Below the goals of the stage that are listed in its first section.
    match(document.lineAt(selection.active.line - 2).text, /^- \[ \] /);
    equal(await folder.read('1.session.md'), first);
  });

  it('calls its fields as the last note does, takes class and place from it, and leaves what is not ticked of many goals', async () => {
    const goals = [1, 2, 3, 4, 5, 6].map(each => `- [ ] Goal number ${each} ^goal${each}`).join('\n');
    const first = wholeNote(folder, goals).replace('session: 1', 'pertemuan: 1\nkelas: VIII B');
    await folder.write('1.session.md', first);
    let text = '';
    const ticks = ({ label, picked }: vscode.QuickPickItem) =>
      picked === true && !/^Goal number [3-6]/.test(label);
    await answering({ ticks }, async () => {
      text = (await create()).document.getText();
    });
    match(text, /\npertemuan: 2\n/);
    match(text, /\nkelas: VIII B\n/);
    equal(text.match(/^- \[>\] Goal number \d \^goal\d$/gm)?.length, 2);
  });

  it('has the brief of the client beside it where it is the first of its day, unless the setting says no', async () => {
    // Pages where VS Code can show some, which it cannot in every host, else their source.
    const briefs = () =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .map(({ input }) => input)
        .filter(input => input instanceof vscode.TabInputCustom || input instanceof vscode.TabInputText)
        .filter(({ uri }) => uri.scheme === 'session-notes-brief');
    await folder.write('1.session.md', wholeNote(folder));
    await changeSetting('sessionNotes.newNote.brief', false);
    const unasked = await create();
    equal(briefs().length, 0);
    await vscode.workspace.fs.delete(unasked.document.uri);
    await vscode.commands.executeCommand('sessionNotes.refreshOpenGoals');
    await changeSetting('sessionNotes.newNote.brief', undefined);
    const first = await create();
    await eventually('the brief', () => briefs().length === 1);
    equal(vscode.window.activeTextEditor?.document.uri.path, first.document.uri.path);
    await create();
    equal(briefs().length, 0);
  });

  it('is there for good: no undo takes the file or its words away', async () => {
    await folder.write('1.session.md', wholeNote(folder));
    const editor = await create();
    const created = editor.document.getText();
    await editor.edit(edit => edit.insert(editor.selection.active, 'What was said.'));
    await editor.document.save();
    const path = `${folder.client} 2.session.md`;
    for (let step = 0; step < 4; step++) await vscode.commands.executeCommand('undo');
    equal(editor.document.isClosed, false);
    equal(editor.document.getText(), created);
    match(await folder.read(path), /What was said\./);
  });

  it('never overwrites a file: a name that is taken gets a number', async () => {
    await folder.write('1.session.md', wholeNote(folder));
    const taken = `${folder.client} 2.SESSION.md`;
    await folder.write(taken, 'mine');
    const { document } = await create();
    equal(document.uri.path, folder.at(`${folder.client} 2-2.session.md`).path);
    equal(await folder.read(taken), 'mine');
  });

  it('makes the folders that the pattern names, inside the folder of the workspace', async () => {
    const path = `../../${folder.uri.path.split('/').at(-1)}/new/deep/{session}`;
    await changeSetting('sessionNotes.fileName', path);
    await folder.write('1.session.md', wholeNote(folder));
    const { document } = await create();
    ok(document.uri.path.startsWith(`${workspaceFolder(0).path}/`), document.uri.path);
    ok(document.uri.path.endsWith('/new/deep/2.session.md'), document.uri.path);
    equal(await folder.read('new/deep/2.session.md'), document.getText());
  });
});

describe('New Quick Note', () => {
  it('makes a finished note of the line that is typed, which is part of the case of the row', async () => {
    const folder = await OwnFolder.create();
    await changeSetting('sessionNotes.fileName', `${folder.uri.path.split('/').at(-1)}/{protocol} {session}`);
    await folder.write('1.session.md', wholeNote(folder));
    const goals = await OpenGoals.read();
    const row = await goals.clientRow(folder.client);
    goals.dispose();
    await answering({ typed: ['Met in the corridor.'] }, async () => {
      await vscode.commands.executeCommand('sessionNotes.newQuickNote', row.element);
    });
    const text = await folder.read('contact contact.session.md');
    match(text, new RegExp(`\nclient: ${folder.client}\n`));
    match(text, /\ncontact: other\n---\n\nMet in the corridor\.\n$/);
    equal(vscode.window.activeTextEditor?.document.getText(), text);
    await folder.remove();
  });
});
