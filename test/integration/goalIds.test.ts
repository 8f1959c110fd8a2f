import * as vscode from 'vscode';
import { deepEqual, equal, rejects } from '../host/assert';
import { rangeOf, retype, show } from './editors';
import { referencesOf, untilMentioned } from './goalPlaces';
import { wholeNote } from './noteTexts';
import { OwnFolder } from './ownFolder';
import { said } from './wording';

const goal = '- [ ] Sleep before eleven ^sleep';
const change = '- [-] Sleep before eleven ^sleep\n- [ ] Rest at ten ^rest [replaces:: ^sleep]';

describe('the id of a goal', () => {
  let folder: OwnFolder;
  let editor: vscode.TextEditor;
  const text = (session: number, ...goals: readonly string[]): string =>
    wholeNote({ ...folder, session, date: `2026-01-1${session}` }, ...goals);
  beforeEach(async () => {
    folder = await OwnFolder.create();
    await folder.write('1.session.md', text(1, goal));
    await folder.write('2.session.md', text(2, '- [ ] Walk ^walk'));
    await folder.write('3.session.md', text(3, change));
    const other = wholeNote({ client: `${folder.client}-other`, session: 1 }, goal);
    await folder.write('other.session.md', other);
    editor = await show(folder.at('1.session.md'));
    await untilMentioned(editor.document, 'Sleep before', 3);
  });
  afterEach(() => folder.remove());

  const rename = async (name: string): Promise<vscode.WorkspaceEdit> =>
    vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      editor.document.uri,
      rangeOf(editor.document, '^sleep').end,
      name,
    );

  it('is found in every note of the client, as open editors have them', async () => {
    deepEqual(await referencesOf(editor.document, 'Sleep before'), [
      '1.session.md:15',
      '3.session.md:15',
      '3.session.md:16',
    ]);
    await retype(editor, '- [ ] Sleep', '- [ ] More ^more\n- [ ] Sleep');
    deepEqual((await referencesOf(editor.document, 'Sleep before')).slice(0, 1), ['1.session.md:16']);
  });

  it('leads from what replaces it to where it was opened', async () => {
    const { document } = await show(folder.at('3.session.md'));
    const found = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      rangeOf(document, 'replaces:: ^sleep').end,
    );
    deepEqual(
      found.map(({ uri, range }) => [uri.path.split('/').at(-1), range.start.line]),
      [['1.session.md', 15]],
    );
  });

  it('is renamed in every note of the client and in no other, and that is undone as one', async () => {
    const edit = await rename('night');
    deepEqual(
      edit
        .entries()
        .map(([uri]) => uri.path.split('/').at(-1))
        .sort(),
      ['1.session.md', '3.session.md'],
    );
    equal(await vscode.workspace.applyEdit(edit), true);
    const third = await vscode.workspace.openTextDocument(folder.at('3.session.md'));
    equal(editor.document.getText(), text(1, goal.replace('^sleep', '^night')));
    equal(third.getText(), text(3, change.replaceAll('^sleep', '^night')));
    await vscode.commands.executeCommand('undo');
    equal(editor.document.getText(), text(1, goal));
  });

  it('is not renamed to what is no id or is taken, and that is said', async () => {
    await rejects(rename('two words'), said({ en: /letters, digits and hyphens/, id: /huruf, angka/ }));
    await rejects(rename('walk'), said({ en: /already has this id/, id: /sudah memakai id/ }));
  });

  it('is not renamed where a note would not be written back as it is', async () => {
    await folder.write('3.session.md', text(3, change).replace('\n', '\r\n'));
    await rejects(rename('night'), /3\.session\.md/);
    equal(editor.document.getText(), text(1, goal));
  });
});
