import * as vscode from 'vscode';
import { deepEqual, equal, match, notEqual } from '../host/assert';
import { eventually } from '../host/eventually';
import { answering } from './answering';
import { retype, show } from './editors';
import { holdingSearches } from './heldSearch';
import { wholeNote } from './noteTexts';
import { OpenGoals } from './openGoals';
import { OwnFolder } from './ownFolder';
import { changeSetting } from './settings';
import { settlesOn } from './settlesOn';
import { said } from './wording';

const goal = 'Sleep before eleven';

describe('a tick of a goal', () => {
  let folder: OwnFolder;
  let goals: OpenGoals;
  beforeEach(async () => {
    folder = await OwnFolder.create();
  });
  afterEach(async () => {
    goals.dispose();
    await folder.remove();
  });

  /** Reads the workspace, then ticks the goal as it stands in the tree. Gives what is said about it. */
  const tick = async (): Promise<string> => {
    goals = await OpenGoals.read();
    return goals.tree.tick(await goals.row(folder.client, goal));
  };

  it('is written to the newest note, byte by byte nothing else, and earlier notes stay', async () => {
    const first = wholeNote(folder, `- [ ] ${goal} ^sleep`);
    const second = wholeNote(
      { ...folder, session: 2 },
      `- [/] ${goal} ^sleep [due:: 2026-03-01]`,
      '- [ ] Walk',
    );
    await folder.write('1.session.md', first);
    await folder.write('2.session.md', second);
    equal(await tick(), '');
    equal(await folder.read('2.session.md'), second.replace('[/]', '[x]'));
    equal(await folder.read('1.session.md'), first);
    await goals.becomes(folder.client, `Walk · ${said({ en: 'this session', id: 'sesi ini' })}`);
  });

  it('waits while the notes are being read again, of which the one that is open may be no longer the newest', async () => {
    await folder.write('1.session.md', wholeNote(folder, `- [ ] ${goal} ^sleep`));
    const second = wholeNote({ ...folder, session: 2 }, `- [ ] ${goal} ^sleep`);
    await folder.write('2.session.md', second);
    const editor = await show(folder.at('1.session.md'));
    goals = await OpenGoals.read();
    const row = await goals.row(folder.client, goal);
    const reading = said({ en: 'Reading session notes …', id: 'Membaca catatan sesi …' });
    const ticked = await holdingSearches(async () => {
      await changeSetting('sessionNotes.exclude', ['nothing']);
      await eventually('the notes to be read again', async () => {
        await goals.run('groupByClient');
        return goals.tree.message === reading;
      });
      return { done: goals.tree.tick(row) };
    });
    await ticked.done;
    equal(editor.document.isDirty, false);
    equal(await folder.read('2.session.md'), second.replace(`[ ] ${goal}`, `[x] ${goal}`));
  });

  it('is taken back by undo', async () => {
    const uri = await folder.write('1.session.md', wholeNote(folder));
    await show(uri);
    equal(await tick(), '');
    await vscode.commands.executeCommand('undo');
    await settlesOn(
      'the text',
      async () => (await vscode.workspace.openTextDocument(uri)).getText(),
      wholeNote(folder),
    );
  });

  it('keeps CRLF, byte order mark and the missing line end at the end', async () => {
    const text = `\ufeff${wholeNote(folder).trimEnd().replaceAll('\n', '\r\n')}`;
    await folder.write('1.session.md', text);
    equal(await tick(), '');
    equal(await folder.read('1.session.md'), text.replace('[ ]', '[x]'));
  });

  it('leaves a note with unsaved changes unsaved', async () => {
    const uri = await folder.write('1.session.md', wholeNote(folder));
    const editor = await show(uri);
    await retype(editor, '- [x] Facilitate', '- [/] Facilitate');
    equal(await tick(), '');
    equal(editor.document.isDirty, true);
    match(editor.document.getText(), /- \[x\] Sleep/);
    equal(await folder.read('1.session.md'), wholeNote(folder));
  });

  it('saves a note that had no unsaved changes', async () => {
    const uri = await folder.write('1.session.md', wholeNote(folder));
    const editor = await show(uri);
    equal(await tick(), '');
    equal(editor.document.isDirty, false);
    match(await folder.read('1.session.md'), /- \[x\] Sleep/);
  });

  it('is carried into the newest note that does not mention the goal, once that is confirmed by its name', async () => {
    const first = wholeNote(folder);
    const second = wholeNote({ ...folder, session: 2 }, '- [ ] Walk');
    await folder.write('1.session.md', first);
    await folder.write('2.session.md', second);
    const asked = await answering({ messages: 'yes' }, async () => equal(await tick(), ''));
    deepEqual(
      asked.map(({ text }) => /2\.session\.md/.test(text)),
      [true],
    );
    equal(await folder.read('1.session.md'), first);
    equal(
      await folder.read('2.session.md'),
      second.replace('- [ ] Walk\n', '- [ ] Walk\n- [x] Sleep before eleven ^sleep\n'),
    );
  });

  it('changes nothing where carrying it over is not confirmed', async () => {
    const first = wholeNote(folder);
    const second = wholeNote({ ...folder, session: 2 }, '- [ ] Walk');
    await folder.write('1.session.md', first);
    await folder.write('2.session.md', second);
    equal((await answering({}, async () => equal(await tick(), ''))).length, 1);
    equal(await folder.read('1.session.md'), first);
    equal(await folder.read('2.session.md'), second);
  });

  it('offers a new note where the newest has no place for the goal', async () => {
    const first = wholeNote(folder);
    await folder.write('1.session.md', first);
    const second = first.replace('four-stage', 'nowhere').replace('session: 1', 'session: 2');
    await folder.write('2.session.md', second.replace('- [ ] Sleep before eleven ^sleep', ''));
    const asked = await answering({ messages: 'yes', noFrom: 1 }, async () => equal(await tick(), ''));
    deepEqual(asked.at(-1)?.answers, [said({ en: 'New Session Note', id: 'Buat Catatan Sesi' })]);
    equal(await folder.read('1.session.md'), first);
  });

  it('asks by the name of the newest note of now, where that came up since the tree was drawn', async () => {
    const first = wholeNote(folder);
    await folder.write('1.session.md', first);
    goals = await OpenGoals.read();
    const row = await goals.row(folder.client, goal);
    await folder.write('2.session.md', wholeNote({ ...folder, session: 2 }, '- [ ] Walk'));
    await settlesOn('the newer note', async () => (await goals.linesOf(folder.client)).length, 2);
    const [asked] = await answering({}, async () => equal(await goals.tree.tick(row), ''));
    match(asked?.text ?? '', /2\.session\.md/);
    equal(await folder.read('1.session.md'), first);
  });

  it('is refused where the goal was changed since the tree was drawn', async () => {
    await folder.write('1.session.md', wholeNote(folder));
    goals = await OpenGoals.read();
    const row = await goals.row(folder.client, goal);
    const changed = wholeNote(folder, `- [h] ${goal} ^sleep`);
    const editor = await show(await folder.write('1.session.md', wholeNote(folder)));
    await retype(editor, '[ ]', '[h]');
    await editor.document.save();
    match(await goals.tree.tick(row), said({ en: /nothing was changed/, id: /tidak ada yang diubah/ }));
    equal(await folder.read('1.session.md'), changed);
  });

  it('is refused where the file mixes line ends, which writing would change', async () => {
    const text = wholeNote(folder).replace('\n', '\r\n');
    await folder.write('1.session.md', text);
    match(await tick(), /1\.session\.md/);
    equal(await folder.read('1.session.md'), text);
  });

  it('is refused where the file is no valid text any more, which writing would change', async () => {
    await folder.write('1.session.md', wholeNote(folder));
    goals = await OpenGoals.read();
    const row = await goals.row(folder.client, goal);
    const bytes = Uint8Array.from(wholeNote(folder, `- [ ] ${goal} é`), letter => letter.charCodeAt(0));
    await folder.write('1.session.md', bytes);
    match(await goals.tree.tick(row), /1\.session\.md/);
    deepEqual([...(await vscode.workspace.fs.readFile(folder.at('1.session.md')))], [...bytes]);
  });

  it('is refused where the note is gone', async () => {
    await folder.write('1.session.md', wholeNote(folder));
    goals = await OpenGoals.read();
    const row = await goals.row(folder.client, goal);
    await folder.delete('1.session.md');
    notEqual(await goals.tree.tick(row), '');
  });

  it('opens an achieved goal again', async () => {
    await folder.write('1.session.md', wholeNote(folder));
    goals = await OpenGoals.read();
    const row = await goals.row(folder.client, 'Facilitate communication');
    equal(await goals.tree.tick(row), '');
    match(await folder.read('1.session.md'), /- \[ \] Facilitate/);
  });

  it('reaches a note that is not saved anywhere, and leaves it unsaved', async () => {
    const document = await vscode.workspace.openTextDocument({
      language: 'markdown',
      content: wholeNote(folder),
    });
    equal(await tick(), '');
    match(document.getText(), /- \[x\] Sleep/);
    equal(document.isDirty, true);
  });
});
