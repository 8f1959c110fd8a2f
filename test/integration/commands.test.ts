import * as vscode from 'vscode';
import { deepEqual, equal, match } from '../host/assert';
import { eventually } from '../host/eventually';
import { answering } from './answering';
import { closeEditors, rangeOf, retype, show } from './editors';
import { note, wholeNote } from './noteTexts';
import { OpenGoals } from './openGoals';
import { OwnFolder } from './ownFolder';

describe('commands', () => {
  let folder: OwnFolder;
  beforeEach(async () => {
    folder = await OwnFolder.create();
  });
  afterEach(() => folder.remove());

  it('Insert Stage inserts the picked stage where it belongs', async () => {
    const text = note(
      { ...folder, stages: 'relationship, planning' },
      '## Planning how to solve the problem',
    );
    const editor = await show(await folder.write('a.session.md', text));
    await pickFirst(ofEditor('insertStage'), editor.document);
    const after = editor.document.getText();
    equal(after.indexOf('## Building the relationship') < after.indexOf('## Planning'), true);
    match(after, /## Building the relationship\n\n### Counselor's goals\n\n\n\n### Client/);
    await vscode.commands.executeCommand('undo');
    equal(editor.document.getText(), text);
  });

  it('Insert Section inserts the picked section into the stage at the caret', async () => {
    const body = [
      '## Building the relationship',
      '',
      "### Client's goals",
      '',
      '- [ ] Sleep',
      '',
      '## Mine',
      '',
    ];
    const editor = await show(await folder.write('a.session.md', note(folder, ...body)));
    placeCaret(editor, '- [ ] Sleep');
    await pickFirst(ofEditor('insertSection'), editor.document);
    const headings = editor.document.getText().match(/^#+ .*/gm);
    deepEqual(headings, [
      '## Building the relationship',
      "### Counselor's goals",
      "### Client's goals",
      '## Mine',
    ]);
  });

  it('Insert Missing Stages writes nothing where the editor would unify the line ends of the file', async () => {
    const uri = await folder.write('a.session.md', note(folder).replace('\n', '\r\n'));
    const editor = await show(uri);
    const [asked] = await answering({}, async () => {
      await vscode.commands.executeCommand('sessionNotes.insertMissingStages');
    });
    match(asked?.text ?? '', /a\.session\.md/);
    equal(editor.document.isDirty, false);
  });

  it('Insert Goal inserts an open goal of the case at the caret, with its id', async () => {
    await folder.write('1.session.md', wholeNote(folder, '- [/] Sleep before eleven ^sleep'));
    const second = note(
      { ...folder, session: 2 },
      '## Building the relationship',
      '',
      "### Client's goals",
      '',
      '- [ ] Walk',
    );
    const editor = await show(await folder.write('2.session.md', second));
    placeCaret(editor, '- [ ] Walk');
    // It reads the folder, and so knows the first note, of which the watcher may tell the other extension late.
    const goals = await OpenGoals.read();
    await pickFirst(() => goals.run('insertGoal'), editor.document);
    goals.dispose();
    match(editor.document.getText(), /- \[\/\] Sleep before eleven \^sleep/);
  });

  it('Insert Choice names the picked choice in the section that asks for it', async () => {
    const body = ['## Applying the solution and closing', '', '### Decision', '', ''];
    const editor = await show(
      await folder.write('a.session.md', note({ ...folder, stages: 'closing' }, ...body)),
    );
    placeCaret(editor, '### Decision');
    await pickFirst(ofEditor('insertChoice'), editor.document);
    match(editor.document.getText(), /### Decision\n\nResolved/);
  });

  it('Go to Goal opens the newest note that mentions it, at its words', async () => {
    await folder.write('1.session.md', wholeNote(folder, '- [ ] Sleep before eleven ^sleep'));
    await folder.write(
      '2.session.md',
      wholeNote({ ...folder, session: 2 }, '- [/] Sleep before eleven ^sleep'),
    );
    const goals = await OpenGoals.read();
    const { element } = await goals.row(folder.client, 'Sleep before eleven');
    goals.dispose();
    await eventually('the note in the editor', async () => {
      await vscode.commands.executeCommand('sessionNotes.goToGoal', element);
      const { document, selection } = vscode.window.activeTextEditor ?? {};
      return (
        document?.uri.path.endsWith('/2.session.md') &&
        selection?.active.isEqual(rangeOf(document, 'Sleep before').start)
      );
    });
  });

  it('Go to Goal finds the words where prose above them moved them, too', async () => {
    const uri = await folder.write('1.session.md', wholeNote(folder, '- [ ] Sleep before eleven ^sleep'));
    const goals = await OpenGoals.read();
    const { element } = await goals.row(folder.client, 'Sleep before eleven');
    goals.dispose();
    await retype(await show(uri), '## Building', 'Came late.\n\n## Building');
    await eventually('the caret at the words', async () => {
      await vscode.commands.executeCommand('sessionNotes.goToGoal', element);
      const { document, selection } = vscode.window.activeTextEditor ?? {};
      return document && selection?.active.isEqual(rangeOf(document, 'Sleep before').start);
    });
  });

  it('do nothing where no note is open', async () => {
    await closeEditors();
    const other = await show(await folder.write('other.md', '# Mine\n'));
    for (const command of ['insertStage', 'insertSection', 'insertMissingStages', 'fixAllProblems']) {
      await vscode.commands.executeCommand(`sessionNotes.${command}`);
    }
    equal(other.document.getText(), '# Mine\n');
    equal(other.document.isDirty, false);
  });
});

function placeCaret(editor: vscode.TextEditor, before: string): void {
  const { end } = rangeOf(editor.document, before);
  editor.selection = new vscode.Selection(end, end);
}

/** Runs a command as the palette does. */
function ofEditor(command: string): () => PromiseLike<unknown> {
  return () => vscode.commands.executeCommand(`sessionNotes.${command}`);
}

/** Runs what asks for a choice, and takes the first one. */
async function pickFirst(run: () => PromiseLike<unknown>, document: vscode.TextDocument): Promise<void> {
  const { version } = document;
  const done = run();
  await eventually('a changed note', async () => {
    if (document.version !== version) return true;
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return false;
  });
  await done;
}
