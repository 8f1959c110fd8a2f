import * as vscode from 'vscode';
import { deepEqual, equal } from '../host/assert';
import { closeWithoutSaving, retype, show, showUntitled } from './editors';
import { wholeNote } from './noteTexts';
import { OpenGoals } from './openGoals';
import { OwnFolder, workspaceFolder } from './ownFolder';
import { changeSetting } from './settings';
import { settlesOn } from './settlesOn';
import { said } from './wording';

const thisSession = said({ en: 'this session', id: 'sesi ini' });
const sleep = `Sleep before eleven · ${thisSession}`;
const walk = `Walk to school · ${thisSession}`;

describe('open goals', () => {
  let folder: OwnFolder;
  let goals: OpenGoals;
  beforeEach(async () => {
    folder = await OwnFolder.create();
    goals = await OpenGoals.read();
  });
  afterEach(async () => {
    goals.dispose();
    await folder.remove();
  });

  it('are read from all notes of the workspace at the start', async () => {
    await folder.write('deep/below/a.session.md', wholeNote(folder, '- [ ] Sleep before eleven'));
    await folder.write('b.markdown', wholeNote({ ...folder, session: 2 }, '- [/] Walk to school'));
    const anew = await OpenGoals.read();
    const oneSession = said({ en: '1 session', id: '1 sesi' });
    deepEqual(await anew.linesOf(folder.client), [`Sleep before eleven · ${oneSession}`, walk]);
    anew.dispose();
  });

  it('are those of notes that source control ignores, too', async () => {
    await folder.write('.gitignore', '*.session.md\n');
    await folder.write('a.session.md', wholeNote(folder));
    const anew = await OpenGoals.read();
    deepEqual(await anew.linesOf(folder.client), [sleep]);
    anew.dispose();
  });

  it('follow the typing, before anything is saved', async () => {
    const uri = await folder.write('a.session.md', wholeNote(folder));
    const editor = await show(uri);
    await goals.becomes(folder.client, sleep);
    await retype(editor, '- [ ] Sleep', '- [ ] Walk to school\n- [ ] Sleep');
    await goals.becomes(folder.client, walk, sleep);
    await retype(editor, '- [ ] Sleep', '- [x] Sleep');
    await goals.becomes(folder.client, walk);
    equal((await folder.read('a.session.md')).includes('Walk'), false, 'nothing was saved for it');
  });

  it('follow a note that something else creates, changes and deletes', async () => {
    await folder.write('a.session.md', wholeNote(folder));
    await goals.becomes(folder.client, sleep);
    await folder.write('a.session.md', wholeNote(folder, '- [ ] Walk to school'));
    await goals.becomes(folder.client, walk);
    await folder.delete('a.session.md');
    await goals.becomes(folder.client);
  });

  it('follow a note that is renamed, open or not', async () => {
    await folder.write('a.session.md', wholeNote(folder));
    await goals.becomes(folder.client, sleep);
    await vscode.workspace.fs.rename(folder.at('a.session.md'), folder.at('b.session.md'));
    await settlesOn('the note under its new name', () => pathsOf(goals, folder), ['b.session.md']);
    const editor = await show(folder.at('b.session.md'));
    await retype(editor, '- [ ] Sleep', '- [ ] Walk to school\n- [ ] Sleep');
    const edit = new vscode.WorkspaceEdit();
    edit.renameFile(folder.at('b.session.md'), folder.at('c.session.md'));
    equal(await vscode.workspace.applyEdit(edit), true);
    await settlesOn('the note under its new name', () => pathsOf(goals, folder), ['c.session.md']);
    await goals.becomes(folder.client, walk, sleep);
  });

  it('follow a folder that is moved, then deleted', async () => {
    await folder.write('client/a.session.md', wholeNote(folder));
    await folder.write(
      'client/below/b.session.md',
      wholeNote({ ...folder, session: 2 }, '- [ ] Walk to school'),
    );
    const expected = ['a.session.md', 'below/b.session.md'];
    await settlesOn('both notes', () => pathsOf(goals, folder, 'client/'), expected);
    await vscode.workspace.fs.rename(folder.at('client'), folder.at('archive'));
    await settlesOn('both notes in the other folder', () => pathsOf(goals, folder, 'archive/'), expected);
    deepEqual(
      await pathsOf(goals, folder),
      expected.map(path => `archive/${path}`),
    );
    await folder.delete('archive');
    await settlesOn('no notes', () => pathsOf(goals, folder), []);
    await goals.becomes(folder.client);
  });

  it('are those of the open text, whatever happens on disk, until it is closed without saving', async () => {
    const uri = await folder.write('a.session.md', wholeNote(folder));
    const editor = await show(uri);
    await retype(editor, '- [ ] Sleep before eleven', '- [ ] Walk to school');
    await goals.becomes(folder.client, walk);
    await folder.write('a.session.md', wholeNote(folder, '- [ ] Something else'));
    await folder.write('b.session.md', wholeNote({ client: `${folder.client}-other` }));
    await goals.becomes(`${folder.client}-other`, sleep);
    deepEqual(await goals.linesOf(folder.client), [walk]);
    await closeWithoutSaving();
    await goals.becomes(folder.client, `Something else · ${thisSession}`);
  });

  it('count a note that is not saved anywhere while it is open, and no longer', async () => {
    await folder.write('a.session.md', wholeNote(folder));
    await showUntitled(wholeNote({ ...folder, session: 2 }, '- [ ] Walk to school'));
    const oneSession = said({ en: '1 session', id: '1 sesi' });
    await goals.becomes(folder.client, `Sleep before eleven · ${oneSession}`, walk);
    await closeWithoutSaving();
    await goals.becomes(folder.client, sleep);
  });

  it('count a note outside all folders of the workspace while it is open, and no longer', async () => {
    const outside = vscode.Uri.joinPath(workspaceFolder(0), '..', `${folder.client}.session.md`);
    await vscode.workspace.fs.writeFile(outside, new TextEncoder().encode(wholeNote(folder)));
    await show(outside);
    await goals.becomes(folder.client, sleep);
    await closeWithoutSaving();
    await goals.becomes(folder.client);
    await vscode.workspace.fs.delete(outside);
  });

  it('go with the line that makes a file a session note', async () => {
    await folder.write('a.md', wholeNote(folder));
    await goals.becomes(folder.client, sleep);
    await folder.write('a.md', wholeNote(folder).replace('protocol:', 'format:'));
    await goals.becomes(folder.client);
    await folder.write('a.md', wholeNote(folder));
    await goals.becomes(folder.client, sleep);
  });

  it('move to another client with the field that names it', async () => {
    const editor = await show(await folder.write('a.session.md', wholeNote(folder)));
    await goals.becomes(folder.client, sleep);
    await retype(editor, `client: ${folder.client}`, `client: ${folder.client}-new`);
    await goals.becomes(folder.client);
    await goals.becomes(`${folder.client}-new`, sleep);
  });

  it('leave out what files.exclude hides by its name or its end', async () => {
    for (const name of ['kept', 'hidden', 'drafts-2'])
      await folder.write(`${name}/a.session.md`, wholeNote(folder));
    await changeSetting('files.exclude', { '**/hidden': true, '**/*-2': true, '**/kept': false });
    const anew = await OpenGoals.read();
    deepEqual(await pathsOf(anew, folder), ['kept/a.session.md']);
    anew.dispose();
  });

  it('leave out what the configuration excludes, from when it does', async () => {
    await folder.write('drafts/a.session.md', wholeNote(folder));
    await goals.becomes(folder.client, sleep);
    await folder.write('.session-notes/config.yaml', "exclude: ['drafts']\n");
    await goals.becomes(folder.client);
    await folder.delete('.session-notes');
    await goals.becomes(folder.client, sleep);
  });

  it('are read anew on request', async () => {
    await folder.write('a.session.md', wholeNote(folder));
    await goals.becomes(folder.client, sleep);
    await goals.run('refreshOpenGoals');
    deepEqual(await goals.linesOf(folder.client), [sleep]);
  });

  it('do not come back with a document that outlives its file', async () => {
    const uri = await folder.write('a.session.md', wholeNote(folder));
    const document = await vscode.workspace.openTextDocument(uri);
    await folder.delete('a.session.md');
    const anew = await OpenGoals.read();
    deepEqual([document.isClosed, await anew.linesOf(folder.client)], [false, []]);
    anew.dispose();
  });

  it('of two folders are apart, though the client has the same name in both', async () => {
    const school = await OwnFolder.create(1);
    await folder.write('a.session.md', wholeNote(folder));
    await school.write('a.session.md', wholeNote(folder, '- [ ] Walk to school'));
    await goals.becomes(folder.client, sleep, walk);
    const clients = await goals.clientRows(folder.client);
    const names = clients.map(({ description }) => description.split(' · ').at(-1));
    deepEqual(names, ['practice', 'school']);
    await vscode.workspace.fs.rename(school.at('a.session.md'), folder.at('b.session.md'));
    await settlesOn('one case', async () => (await goals.clientRows(folder.client)).length, 1);
    await goals.becomes(folder.client, sleep, walk);
    await school.remove();
  });
});

/** The paths of the notes of a folder that mention goals of its client, those below `within`, in order. */
async function pathsOf(goals: OpenGoals, folder: OwnFolder, within = ''): Promise<readonly string[]> {
  const start = `${vscode.workspace.asRelativePath(folder.uri, false)}/${within}`;
  const paths = await goals.filesOf(folder.client);
  return paths.filter(path => path.startsWith(start)).map(path => path.slice(start.length));
}
