import * as vscode from 'vscode';
import { today } from '../../src/extension/services/tools/today';
import { deepEqual, equal, match, ok } from '../host/assert';
import { type Asked, answering } from './answering';
import { closeEditors, retype, show } from './editors';
import { MemoryFiles } from './memoryFiles';
import { wholeNote } from './noteTexts';
import { OwnFolder } from './ownFolder';
import { changeSetting } from './settings';
import { settlesOn } from './settlesOn';
import { problemsAre } from './shownProblems';
import { TracedExtension } from './tracedExtension';
import { said } from './wording';

const names = ['1.session.md', '2.session.md'];

describe('a command that writes to several notes', () => {
  let folder: OwnFolder;
  let extension: TracedExtension;
  beforeEach(async () => {
    folder = await OwnFolder.create();
    for (const session of [1, 2]) await folder.write(`${session}.session.md`, noteOf(session));
    extension = await TracedExtension.start();
  });
  afterEach(async () => {
    extension.dispose();
    await folder.remove();
  });

  const noteOf = (session: number, client = folder.client): string =>
    wholeNote({ client, session, date: `2026-01-1${session}` });

  /** Renames the client, whose row is in *Clients*. */
  const rename = async (
    client: string,
    answers: Omit<Parameters<typeof answering>[0], 'typed'> = {},
  ): Promise<readonly Asked[]> => {
    const rows = await extension.tree('sessionNotes.clients').rows();
    const row = rows.find(({ label }) => label === client);
    ok(row);
    return answering({ messages: 'yes', ...answers, typed: [`${client}-new`] }, () =>
      extension.run('sessionNotes.renameClient', row.element),
    );
  };
  const dirty = async (): Promise<readonly boolean[]> => {
    const documents = names.map(name => vscode.workspace.openTextDocument(folder.at(name)));
    return (await Promise.all(documents)).map(({ isDirty }) => isDirty);
  };
  const isRenamed = async (): Promise<readonly boolean[]> =>
    Promise.all(names.map(async name => (await folder.read(name)).includes(`${folder.client}-new`)));

  it('saves those that were saved, and says nothing more', async () => {
    equal((await rename(folder.client)).length, 1);
    deepEqual(await isRenamed(), [true, true]);
    deepEqual(await dirty(), [false, false]);
  });

  for (const [setting, value] of [
    ['editor.formatOnSave', true],
    ['editor.codeActionsOnSave', { 'source.fixAll': 'explicit' }],
    ['files.trimTrailingWhitespace', true],
  ] as const) {
    it(`lets ${setting} rewrite none of them: they stay unsaved, and saving all is offered once`, async () => {
      await changeSetting(setting, value);
      const asked = await rename(folder.client, { noFrom: 1 });
      deepEqual(
        asked.map(({ answers }) => answers.length),
        [1, 1],
      );
      match(asked[1]?.text ?? '', said({ en: /not saved yet/, id: /belum disimpan/ }));
      deepEqual(await isRenamed(), [false, false]);
      deepEqual(await dirty(), [true, true]);
    });
  }

  it('saves all of them where that is taken', async () => {
    await changeSetting('editor.formatOnSave', true);
    await rename(folder.client);
    await settlesOn('the notes', isRenamed, [true, true]);
    await settlesOn('whether they are unsaved', dirty, [false, false]);
  });

  it('saves the one note that an editor shows, as typing there would have it saved', async () => {
    await changeSetting('editor.formatOnSave', true);
    await folder.write('1.session.md', noteOf(1).replace('\n---\n', '\nstatus: draft\n---\n'));
    await show(folder.at('1.session.md'));
    await answering({ messages: 'yes' }, () => extension.run('sessionNotes.finishNote'));
    const finished = noteOf(1).replace('\n---\n', `\nwritten: ${today()}\n---\n`);
    await settlesOn('the note', () => folder.read('1.session.md'), finished);
  });

  it('misses no note that arrives while it asks: nothing is written then, and that is said', async () => {
    const asked = await rename(folder.client, {
      meanwhile: async () => {
        await folder.write('3.session.md', noteOf(3));
      },
    });
    match(asked.at(-1)?.text ?? '', said({ en: /nothing was written/, id: /tidak ada yang ditulis/ }));
    deepEqual(await isRenamed(), [false, false]);
  });

  it('says which notes arrived while it wrote', async () => {
    let isLate = false;
    // Saving waits for it, so that it is there before all is written.
    const saving = vscode.workspace.onWillSaveTextDocument(event => {
      if (!isLate) event.waitUntil(folder.write('3.session.md', noteOf(3)));
      isLate = true;
    });
    const asked = await rename(folder.client);
    saving.dispose();
    ok(isLate);
    match(asked.at(-1)?.text ?? '', /3\.session\.md/);
    deepEqual(await isRenamed(), [true, true]);
  });

  it('names every file that could not be saved', async () => {
    const scheme = 'session-notes-full';
    const files = new MemoryFiles();
    const provider = vscode.workspace.registerFileSystemProvider(scheme, files);
    const client = `${folder.client}-memory`;
    for (const session of [1, 2]) {
      const uri = vscode.Uri.from({ scheme, path: `/${session}.session.md` });
      files.writeFile(uri, new TextEncoder().encode(noteOf(session, client)));
    }
    const count = vscode.workspace.workspaceFolders?.length ?? 0;
    vscode.workspace.updateWorkspaceFolders(count, 0, { uri: vscode.Uri.from({ scheme, path: '/' }) });
    const clients = async (): Promise<readonly string[]> =>
      (await extension.tree('sessionNotes.clients').rows()).map(({ label }) => label);
    try {
      await settlesOn('whether the client is known', async () => (await clients()).includes(client), true);
      files.room = 2;
      const asked = await rename(client);
      match(asked.at(-1)?.text ?? '', /1\.session\.md.*2\.session\.md/);
    } finally {
      files.room = Number.POSITIVE_INFINITY;
      await closeEditors();
      vscode.workspace.updateWorkspaceFolders(count, 1);
      await settlesOn('whether the client is known', async () => (await clients()).includes(client), false);
      provider.dispose();
    }
  });
});

describe('a command that changes a note', () => {
  let folder: OwnFolder;
  beforeEach(async () => {
    folder = await OwnFolder.create();
  });
  afterEach(() => folder.remove());

  it('Change Format does what it showed, or nothing', async () => {
    const editor = await show(await folder.write('1.session.md', wholeNote(folder)));
    const heading = '## Building the relationship\n';
    const meanwhile = () => retype(editor, heading, `${heading}\nWhat was said meanwhile.\n`);
    const isSoap = ({ description }: vscode.QuickPickItem): boolean => description === 'soap';
    const asked = await answering({ messages: 'yes', takes: isSoap, meanwhile }, async () => {
      await vscode.commands.executeCommand('sessionNotes.changeProtocol');
    });
    equal(asked.length, 2);
    equal(
      editor.document.getText(),
      wholeNote(folder).replace(heading, `${heading}\nWhat was said meanwhile.\n`),
    );
  });

  it('leaves one alone that VS Code reads in another encoding than the index, which the note says', async () => {
    await changeSetting('files.encoding', 'windows1252');
    const text = wholeNote({ ...folder, more: ['room: é', 'status: draft'] });
    const uri = await folder.write('1.session.md', text);
    await show(uri);
    await problemsAre(uri, '1 warning unreadable-file');
    const asked = await answering({}, async () => {
      await vscode.commands.executeCommand('sessionNotes.finishNote');
    });
    match(asked.at(-1)?.text ?? '', /windows1252/);
    equal(await folder.read('1.session.md'), text);
  });
});
