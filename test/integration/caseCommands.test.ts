import * as vscode from 'vscode';
import { today } from '../../src/extension/services/tools/today';
import { deepEqual, equal, match, ok } from '../host/assert';
import { answering } from './answering';
import { retype, show } from './editors';
import { wholeNote } from './noteTexts';
import { OwnFolder } from './ownFolder';
import { settlesOn } from './settlesOn';
import type { ShownRow } from './shownTree';
import { TracedExtension } from './tracedExtension';
import { said } from './wording';

/** The files of a case of five notes, and of others that stand beside them. */
function texts({ client }: OwnFolder): ReadonlyMap<string, string> {
  const five = [1, 2, 3, 4, 5].map(session => {
    const front = { client, session, date: `2026-01-${10 + session}` };
    return [`${session}.session.md`, wholeNote(front, `- [ ] Call ${client} ^call`)] as const;
  });
  return new Map([
    ...five,
    ['2-b.session.md', wholeNote({ client: `[X-1, ${client}]`, session: 2, date: '2026-01-30' })],
    [
      '3-t.session.md',
      `---\nprotocol: four-stage\nkonseli: "${client}"\nkind: transcript\n---\n${client}: hm\n`,
    ],
    ['other.session.md', wholeNote({ client: `${client}0` })],
    ['plain.md', `# ${client}\n\nclient: ${client}\n`],
    ['crlf.session.md', `\ufeff${wholeNote({ client: 'X-1' }).replaceAll('\n', '\r\n')}`],
  ]);
}

describe('a change of a whole case', () => {
  let folder: OwnFolder;
  let extension: TracedExtension;
  let before: ReadonlyMap<string, string>;
  beforeEach(async () => {
    folder = await OwnFolder.create();
    before = texts(folder);
    for (const [path, text] of before) await folder.write(path, text);
    extension = await TracedExtension.start();
  });
  afterEach(async () => {
    extension.dispose();
    await folder.remove();
  });

  /** The row of a client, where there is one. */
  const rowOf = async (client: string): Promise<ShownRow | undefined> => {
    const rows = await extension.tree('sessionNotes.clients').rows();
    return rows.find(({ label }) => label === client);
  };
  /** Runs a command on the row of the client. */
  const run = async (command: string): Promise<void> => {
    const row = await rowOf(folder.client);
    await extension.run(`sessionNotes.${command}`, row?.element);
  };
  /** Waits until a client has so many notes below its row. */
  const hasNotes = (client: string, count: number) =>
    settlesOn(
      `${count} notes of ${client}`,
      async () => (await extension.tree('sessionNotes.clients').rows(await rowOf(client))).length,
      count,
    );
  /** Waits until the row of the client says that its case is closed, or no longer does. */
  const isClosed = (closed: boolean) => {
    const word = said({ en: 'closed', id: 'ditutup' });
    const words = async () => (await rowOf(folder.client))?.description.split(' · ') ?? [];
    return settlesOn(`whether the case is closed`, async () => (await words()).includes(word), closed);
  };
  /** The files whose bytes differ from those before, with what they hold now. */
  const changed = async (): Promise<ReadonlyMap<string, string>> => {
    const now = new Map<string, string>();
    for (const [path, text] of before) {
      const read = await folder.read(path);
      if (read !== text) now.set(path, read);
    }
    return now;
  };
  const close = (meanwhile?: () => Promise<void>) =>
    answering(
      {
        takes: ({ description }) => description === 'referred',
        messages: 'yes',
        ...(meanwhile && { meanwhile }),
      },
      () => run('closeCase'),
    );

  it('Close Case writes one line to the newest note, and to no other', async () => {
    const asked = await close();
    deepEqual(
      asked.map(({ text }) => text.includes('5.session.md')),
      [true],
    );
    match(asked[0]?.text ?? '', said({ en: /\(the client was referred/, id: /\(konseli dirujuk/ }));
    const text = before.get('5.session.md') ?? '';
    const after = text.replace('stages: [relationship]\n', 'stages: [relationship]\nclosed: referred\n');
    deepEqual([...(await changed())], [['5.session.md', after]]);
    await isClosed(true);
  });

  it('Close Case is refused where another note is the newest by the time that it is confirmed', async () => {
    const asked = await close(async () => {
      const sixth = wholeNote({ ...folder, session: 6, date: '2026-01-16' });
      await folder.write('6.session.md', sixth);
      await hasNotes(folder.client, 8);
    });
    match(asked.at(-1)?.text ?? '', said({ en: /nothing was written/, id: /tidak ada yang ditulis/ }));
    equal((await changed()).size, 0);
  });

  it('Reopen Case takes the line away again, byte by byte', async () => {
    await close();
    await isClosed(true);
    await answering(
      { takes: ({ detail }) => detail?.endsWith('5.session.md') === true, messages: 'yes' },
      () => run('reopenCase'),
    );
    equal((await changed()).size, 0);
    await isClosed(false);
  });

  it('Finish Note takes the draft mark from the note that is open, leaves the remark behind it, and touches no other', async () => {
    const draft = wholeNote({ ...folder, session: 6, date: '2026-01-16', more: ['status: draft # today'] });
    const uri = await folder.write('6.session.md', draft);
    const { document } = await show(uri);
    await vscode.commands.executeCommand('sessionNotes.finishNote');
    equal(
      await folder.read('6.session.md'),
      draft.replace('status: draft # today\n', `# today\nwritten: ${today()}\n`),
    );
    equal(document.isDirty, false);
    equal((await changed()).size, 0);
  });

  const rename = (to: string) => answering({ typed: [to], messages: 'yes' }, () => run('renameClient'));

  it('Rename Client changes the client in the notes of the case, and nothing else anywhere', async () => {
    const { client } = folder;
    const other = `${client}: 9`;
    await rename(other);
    const now = await changed();
    deepEqual([...now.keys()].sort(), [
      '1.session.md',
      '2-b.session.md',
      '2.session.md',
      '3-t.session.md',
      '3.session.md',
      '4.session.md',
      '5.session.md',
    ]);
    for (const [path, text] of now) {
      const was = before.get(path) ?? '';
      const expected = was
        .replace(`client: ${client}\n`, `client: "${other}"\n`)
        .replace(`, ${client}]`, `, "${other}"]`)
        .replace(`konseli: "${client}"`, `konseli: "${other}"`);
      equal(text, expected, path);
    }
    await hasNotes(other, 7);
    equal(await rowOf(client), undefined);
  });

  it('Rename Client is undone in one step, and keeps what was not saved unsaved', async () => {
    const editor = await show(folder.at('1.session.md'));
    await retype(editor, '- [x] Facilitate', '- [/] Facilitate');
    const { uri, version } = editor.document;
    await extension.until(`validated ${vscode.workspace.asRelativePath(uri)} version ${version}`);
    const text = editor.document.getText();
    await rename(`${folder.client}-9`);
    equal(editor.document.isDirty, true);
    ok(editor.document.getText().includes(`client: ${folder.client}-9\n`));
    equal((await changed()).has('1.session.md'), false);
    await vscode.commands.executeCommand('undo');
    await settlesOn('the text', () => editor.document.getText(), text);
    const fifth = await vscode.workspace.openTextDocument(folder.at('5.session.md'));
    await settlesOn('the text of another note', () => fifth.getText(), before.get('5.session.md'));
  });

  it('Rename Client writes nothing at all where one note cannot be written', async () => {
    const mixed = (before.get('3.session.md') ?? '').replace('\n', '\r\n');
    // While it is written it may be read as empty, and the case would be another than the one that is renamed.
    extension.dispose();
    await folder.write('3.session.md', mixed);
    extension = await TracedExtension.start();
    const asked = await rename(`${folder.client}-9`);
    match(asked.at(-1)?.text ?? '', /3\.session\.md/);
    deepEqual([...(await changed())], [['3.session.md', mixed]]);
  });
});
