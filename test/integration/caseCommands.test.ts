import * as vscode from 'vscode';
import { writeClosing } from '../../src/extension/clients/closeCase';
import { renameEverywhere } from '../../src/extension/clients/renameClient';
import { removeClosing } from '../../src/extension/clients/reopenCase';
import type { RootCase } from '../../src/extension/services/roots';
import { deepEqual, equal, match } from '../host/assert';
import { retype, show } from './editors';
import { wholeNote } from './noteTexts';
import { OpenGoals } from './openGoals';
import { OwnFolder } from './ownFolder';
import { settlesOn } from './settlesOn';

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
  let goals: OpenGoals;
  let before: ReadonlyMap<string, string>;
  beforeEach(async () => {
    folder = await OwnFolder.create();
    before = texts(folder);
    for (const [path, text] of before) await folder.write(path, text);
    goals = await OpenGoals.read();
  });
  afterEach(async () => {
    goals.dispose();
    await folder.remove();
  });

  const caseOf = (client: string): RootCase | undefined =>
    goals.index.cases().find(each => each.case.client === client);
  const found = (): RootCase => {
    const one = caseOf(folder.client);
    if (one === undefined) throw new Error(`${folder.client} has no case.`);
    return one;
  };
  const pathIn = (name: string): string => {
    const note = found().case.notes.find(({ path }) => path.endsWith(`/${name}`));
    return note?.path ?? name;
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
  const closed = () => found().case.closed;

  it('Close Case writes one line to the newest note, and to no other', async () => {
    deepEqual(await writeClosing(found(), pathIn('5.session.md'), 'referred', goals.index), {
      kind: 'written',
    });
    const text = before.get('5.session.md') ?? '';
    const after = text.replace('stages: [relationship]\n', 'stages: [relationship]\nclosed: referred\n');
    deepEqual([...(await changed())], [['5.session.md', after]]);
    await settlesOn('the case to be closed', closed, true);
  });

  it('Close Case is refused where another note is the newest by now', async () => {
    const agreed = found();
    equal((await writeClosing(agreed, pathIn('4.session.md'), 'other', goals.index)).kind, 'refused');
    equal((await changed()).size, 0);
  });

  it('Reopen Case takes the line away again, byte by byte', async () => {
    await writeClosing(found(), pathIn('5.session.md'), 'resolved', goals.index);
    await settlesOn('the case to be closed', closed, true);
    equal((await removeClosing(found(), pathIn('5.session.md'), goals.index)).kind, 'written');
    equal((await changed()).size, 0);
    await settlesOn('the case to be open', closed, false);
  });

  it('Finish Note takes the draft mark from the note that is open, and touches no other', async () => {
    const draft = wholeNote({ ...folder, session: 6, date: '2026-01-16', more: ['status: draft # today'] });
    const uri = await folder.write('6.session.md', draft);
    const { document } = await show(uri);
    await vscode.commands.executeCommand('sessionNotes.finishNote');
    equal(await folder.read('6.session.md'), draft.replace('status: draft # today\n', ''));
    equal(document.isDirty, false);
    equal((await changed()).size, 0);
  });

  it('Rename Client changes the client in the notes of the case, and nothing else anywhere', async () => {
    const { client } = folder;
    equal((await renameEverywhere(found(), 'Z: 9', goals.index)).kind, 'written');
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
        .replace(`client: ${client}\n`, 'client: "Z: 9"\n')
        .replace(`, ${client}]`, ', "Z: 9"]')
        .replace(`konseli: "${client}"`, 'konseli: "Z: 9"');
      equal(text, expected, path);
    }
    await settlesOn('the case under its new name', () => caseOf('Z: 9')?.case.notes.length, 7);
    equal(caseOf(client), undefined);
  });

  it('Rename Client is undone in one step, and keeps what was not saved unsaved', async () => {
    const editor = await show(folder.at('1.session.md'));
    await retype(editor, '- [x] Facilitate', '- [/] Facilitate');
    await settlesOn('the edit', () => found().case.notes[0]?.mentions[0]?.marker, '/');
    const text = editor.document.getText();
    equal((await renameEverywhere(found(), 'Z-9', goals.index)).kind, 'written');
    equal(editor.document.isDirty, true);
    match(editor.document.getText(), /client: Z-9\n/);
    equal((await changed()).has('1.session.md'), false);
    await vscode.commands.executeCommand('undo');
    await settlesOn('the text', () => editor.document.getText(), text);
    const fifth = await vscode.workspace.openTextDocument(folder.at('5.session.md'));
    await settlesOn('the text of another note', () => fifth.getText(), before.get('5.session.md'));
  });

  it('Rename Client writes nothing at all where one note cannot be written', async () => {
    const mixed = (before.get('3.session.md') ?? '').replace('\n', '\r\n');
    await folder.write('3.session.md', mixed);
    const outcome = await renameEverywhere(found(), 'Z-9', goals.index);
    equal(outcome.kind, 'refused');
    deepEqual([...(await changed())], [['3.session.md', mixed]]);
  });
});
