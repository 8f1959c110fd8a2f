import * as vscode from 'vscode';
import { deepEqual, doesNotMatch, equal } from '../host/assert';
import { retype, show } from './editors';
import { wholeNote } from './noteTexts';
import { OpenGoals } from './openGoals';
import { OwnFolder } from './ownFolder';
import { changeSetting } from './settings';
import { problemsAre, shownProblems } from './shownProblems';
import { TracedExtension } from './tracedExtension';
import { said } from './wording';

describe('unusual files', () => {
  let folder: OwnFolder;
  beforeEach(async () => {
    folder = await OwnFolder.create();
  });
  afterEach(() => folder.remove());

  const unreadable = '1 error unreadable-file';
  const thisSession = said({ en: 'this session', id: 'sesi ini' });

  /** A note in Latin-1: the byte E9 is not UTF-8. */
  const latin1 = () => Uint8Array.from(wholeNote(folder, '- [ ] Kafé'), character => character.charCodeAt(0));

  it('a note that is no valid text says so, though it is not open, and does not stop the rest', async () => {
    await folder.write('latin.session.md', latin1());
    const readable = await folder.write('b.session.md', wholeNote({ ...folder, session: 2 }, '- [?] What'));
    await show(readable);
    await problemsAre(folder.at('latin.session.md'), unreadable);
    await problemsAre(readable, '16 warning goal-status');
    const text = new TextEncoder().encode(wholeNote(folder));
    await folder.write('latin.session.md', text);
    await problemsAre(folder.at('latin.session.md'));
  });

  it('a note that is no valid text still says so when it is opened', async () => {
    const uri = await folder.write('latin.session.md', latin1());
    await show(uri);
    await problemsAre(uri, unreadable);
    equal(
      shownProblems(uri)[0]?.message,
      said({
        en: 'The file is not text in UTF-8, nor in UTF-16 with a byte order mark. Save it as UTF-8.',
        id: 'Berkas bukan teks UTF-8, bukan pula UTF-16 dengan tanda urutan bita (BOM). Simpan sebagai UTF-8.',
      }),
    );
  });

  it('what is known of a note stays when it becomes unreadable', async () => {
    await folder.write('a.session.md', wholeNote(folder));
    const goals = await OpenGoals.read();
    await folder.write('a.session.md', wholeNote(folder, '- [ ] Walk to school'));
    await goals.becomes(folder.client, `Walk to school · ${thisSession}`);
    await folder.write('a.session.md', latin1());
    await folder.write('b.session.md', wholeNote({ client: `${folder.client}-b` }));
    await goals.becomes(`${folder.client}-b`, `Sleep before eleven · ${thisSession}`);
    deepEqual(await goals.linesOf(folder.client), [`Walk to school · ${thisSession}`]);
    goals.dispose();
    await show(folder.at('b.session.md'));
    await problemsAre(folder.at('a.session.md'), unreadable);
    await problemsAre(folder.at('b.session.md'));
  });

  it('the log names each file that does not count, with the reason and without its text', async () => {
    await folder.write('latin.session.md', latin1());
    await folder.write('plain.md', '# Kafé\n');
    await folder.write('.hidden/a.session.md', wholeNote(folder, '- [ ] Kafé'));
    const goals = await OpenGoals.read();
    goals.dispose();
    const { logged } = goals;
    const reasonOf = (path: string): string | undefined => {
      const end = folder.at(path).toString(true);
      return logged.find(line => line.includes(end))?.replace(end, '…');
    };
    const reason = said({ en: 'The file is not text', id: 'Berkas bukan teks' });
    equal(reasonOf('latin.session.md')?.startsWith(`cannot read …: ${reason}`), true);
    equal(reasonOf('plain.md'), 'not a note by its name nor its front matter: …');
    equal(reasonOf('.hidden/a.session.md'), 'passed over, excluded or in a folder that is: …');
    equal(logged.filter(line => /^\d+ of \d+ Markdown files are notes/.test(line)).length, 1);
    doesNotMatch(logged.join('\n'), /Kaf/);
  });

  it('a note in UTF-16 with a byte order mark is read like any other', async () => {
    await folder.write('a.session.md', utf16(wholeNote(folder, '- [ ] Tidur é')));
    const goals = await OpenGoals.read();
    deepEqual(await goals.linesOf(folder.client), [`Tidur é · ${thisSession}`]);
    goals.dispose();
  });

  it('a note of more than 20 MB is left out with a reason, and the rest goes on', async () => {
    const large = new Uint8Array(21 * 1024 * 1024).fill(0x20);
    large.set(new TextEncoder().encode(wholeNote(folder)));
    await folder.write('large.session.md', large);
    const rest = await folder.write('rest.session.md', wholeNote({ ...folder, session: 2 }, '- [?] What'));
    await show(rest);
    await problemsAre(folder.at('large.session.md'), unreadable);
    equal(
      shownProblems(folder.at('large.session.md'))[0]?.message,
      said({
        en: 'The file is larger than 20 MB and is not read. Divide it into several files.',
        id: 'Berkas lebih besar dari 20 MB dan tidak dibaca. Bagi menjadi beberapa berkas.',
      }),
    );
    await problemsAre(rest, '16 warning goal-status');
  });

  it('an empty note is full of gaps, no failure', async () => {
    const uri = await folder.write('a.session.md', '');
    const editor = await show(uri);
    await problemsAre(
      uri,
      ...Array(3).fill('1 hint missing-field'),
      ...Array(4).fill('1 hint missing-stage'),
    );
    await editor.edit(edit => edit.insert(new vscode.Position(0, 0), wholeNote(folder)));
    await problemsAre(uri);
    await retype(editor, editor.document.getText(), '');
    await problemsAre(
      uri,
      ...Array(3).fill('1 hint missing-field'),
      ...Array(4).fill('1 hint missing-stage'),
    );
  });

  it('200 notes of 50 clients are read, and all of them are looked at where that is asked for', async () => {
    const paths = Array.from({ length: 200 }, (_, number) => `${number}.session.md`);
    await Promise.all(
      paths.map((path, number) => {
        const client = `${folder.client}-${number % 50}`;
        const session = Math.floor(number / 50) + 1;
        return folder.write(path, wholeNote({ client, session }, '- [ ] Sleep ^sleep', '- [?] What'));
      }),
    );
    const extension = await TracedExtension.start();
    const rows = await extension.tree('sessionNotes.clients').rows();
    const clients = rows.filter(({ label }) => label.startsWith(`${folder.client}-`));
    equal(clients.length, 50);
    deepEqual(
      clients.filter(({ description }) => !/^4 /.test(description)),
      [],
    );
    extension.dispose();
    await changeSetting('sessionNotes.validate.scope', 'workspace');
    for (const path of paths) await problemsAre(folder.at(path), '17 warning goal-status');
  });
});

/** UTF-16, little endian, with a byte order mark. */
function utf16(text: string): Uint8Array {
  const units = new Uint8Array(2 * (text.length + 1));
  const view = new DataView(units.buffer);
  [...`\ufeff${text}`].forEach((character, position) => {
    view.setUint16(2 * position, character.charCodeAt(0), true);
  });
  return units;
}
