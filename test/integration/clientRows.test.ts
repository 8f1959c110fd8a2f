import * as vscode from 'vscode';
import { daysAfter } from '../../src/core/note/dates';
import { today } from '../../src/extension/services/tools/today';
import { deepEqual, equal, match, ok } from '../host/assert';
import { eventually } from '../host/eventually';
import { suiteOptions } from '../host/suiteOptions';
import { answering } from './answering';
import { retype, show } from './editors';
import { note, wholeNote } from './noteTexts';
import { OwnFolder } from './ownFolder';
import { changeSetting } from './settings';
import { settlesOn } from './settlesOn';
import type { ShownRow, ShownTree } from './shownTree';
import { TracedExtension } from './tracedExtension';
import { said } from './wording';

describe('the rows of Clients', () => {
  let folder: OwnFolder;
  let extension: TracedExtension;
  let tree: ShownTree;
  beforeEach(async () => {
    folder = await OwnFolder.create();
  });
  afterEach(async () => {
    extension.dispose();
    await folder.remove();
  });

  /** Reads the workspace. */
  const read = async (): Promise<void> => {
    extension = await TracedExtension.start();
    tree = extension.tree('sessionNotes.clients');
  };

  /** The row of the client, if it is shown. */
  const shown = async (): Promise<ShownRow | undefined> =>
    (await tree.rows()).find(({ label }) => label === folder.client);

  /** The rows of its notes that are not finished. */
  const unfinished = async (): Promise<readonly ShownRow[]> => {
    const group = (await tree.rows()).find(({ item }) => item.contextValue === 'unfinished-group');
    const rows = group === undefined ? [] : await tree.rows(group);
    return rows.filter(({ label }) => label.startsWith(`${folder.client} `));
  };

  it('tell of a client the sessions, what is open, and that the case is closed', async () => {
    await folder.write('1.session.md', wholeNote(folder));
    await folder.write('2.session.md', wholeNote({ ...folder, session: 2, more: ['closed: resolved'] }));
    await read();
    const row = await shown();
    const details = said({ en: '2 sessions · 1 open · closed', id: '2 sesi · 1 terbuka · ditutup' });
    deepEqual([row?.description, row?.item.contextValue], [details, 'client-closed']);
    const spoken = `${folder.client}, ${details.replaceAll(' · ', ', ')}`;
    equal(row?.item.accessibilityInformation?.label, spoken);
  });

  it('have the sessions below, the newest first, with date, stages and decision, and open them', async () => {
    const closing = ['## Applying the solution and closing', '### Decision', 'Shortened', ''];
    const first = await folder.write('1.session.md', wholeNote(folder));
    await folder.write(
      '2.session.md',
      note({ ...folder, session: 2, date: '2026-01-21', stages: 'closing' }, ...closing),
    );
    await folder.write(
      '3.session.md',
      note({ ...folder, session: 3, date: '2026-01-28', more: ['attendance: no-show', 'status: draft'] }),
    );
    await read();
    const rows = await tree.rows(await shown());
    deepEqual(
      rows.map(({ label, description }) => [label, description]),
      said({
        en: [
          ['Session 3', '2026-01-28 · did not come · draft'],
          ['Session 2', '2026-01-21 · Applying the solution and closing · Shortened'],
          ['Session 1', '2026-01-14 · Building the relationship'],
        ],
        id: [
          ['Sesi 3', '2026-01-28 · tidak hadir · draf'],
          ['Sesi 2', '2026-01-21 · Penerapan solusi dan penutup konseling · Dipersingkat'],
          ['Sesi 1', '2026-01-14 · Membangun hubungan'],
        ],
      }),
    );
    equal(rows.at(-1)?.item.command?.arguments?.[0].toString(), first.toString());
  });

  it('have drafts, and notes with required parts missing or empty, among those not finished, the oldest first', async () => {
    const [two, one] = [daysAfter(today(), -2), daysAfter(today(), -1)];
    await folder.write('1.session.md', wholeNote(folder));
    await folder.write(
      '2.session.md',
      wholeNote({ ...folder, session: 2, date: one, more: ['status: draft'] }),
    );
    await folder.write(
      '3.session.md',
      note({ ...folder, session: 3, date: two }, '## Building the relationship', ''),
    );
    await folder.write(
      '4.session.md',
      wholeNote({ ...folder, session: 4, date: today(), more: ['status: draft'] }),
    );
    await read();
    deepEqual(
      (await unfinished()).map(({ label, description }) => [label, description]),
      said({
        en: [
          [`${folder.client} · Session 3`, '2 days · 1 missing or empty'],
          [`${folder.client} · Session 2`, 'since yesterday · draft'],
          [`${folder.client} · Session 4`, 'draft'],
        ],
        id: [
          [`${folder.client} · Sesi 3`, '2 hari · 1 belum ada atau kosong'],
          [`${folder.client} · Sesi 2`, 'sejak kemarin · draf'],
          [`${folder.client} · Sesi 4`, 'draf'],
        ],
      }),
    );
  });

  it('are found among the symbols of the workspace by client, session and date', async () => {
    const date = '2026-01-21';
    const uri = await folder.write('2.session.md', wholeNote({ ...folder, session: 2, date }));
    await folder.write('1.session.md', wholeNote({ ...folder, session: 1, date: '2026-01-14' }));
    const asked = async (query: string) => {
      const found = await vscode.commands.executeCommand<readonly vscode.SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        query,
      );
      return found
        .filter(({ name }) => name.startsWith(`${folder.client} `))
        .map(({ name, containerName, location }) => [name, containerName, location.uri.toString()]);
    };
    const symbol = [
      said({ en: `${folder.client} · Session 2`, id: `${folder.client} · Sesi 2` }),
      date,
      uri.toString(),
    ];
    await read();
    await settlesOn('the symbol of the session', () => asked(`${folder.client} ${date}`), [symbol]);
    deepEqual((await asked(folder.client)).length, 2);
  });

  it('lead to the note from their menus', async () => {
    const uri = await folder.write('1.session.md', wholeNote({ ...folder, more: ['status: draft'] }));
    await read();
    const [row] = await unfinished();
    await extension.run('sessionNotes.openNoteToSide', row?.element);
    equal(vscode.window.activeTextEditor?.document.uri.toString(), uri.toString());
    await extension.run('sessionNotes.copyNotePath', row?.element);
    match(await vscode.env.clipboard.readText(), /1\.session\.md$/);
  });

  if (suiteOptions().host !== 'web') {
    it('have the names of a register that lies outside, until words are hidden or it is gone', async () => {
      const place = vscode.workspace.workspaceFolders?.[0]?.uri ?? folder.uri;
      const register = vscode.Uri.joinPath(place, '..', '..', `register-${folder.client}.csv`);
      const write = (name: string) =>
        vscode.workspace.fs.writeFile(
          register,
          new TextEncoder().encode(`code;name;class\n${folder.client};${name};8B\n`),
        );
      const label = async () =>
        (await tree.rows()).map(row => row.label).find(text => text.startsWith(folder.client));
      await folder.write('1.session.md', wholeNote(folder));
      await write('Rina Wati');
      await setRegister(register.fsPath);
      try {
        await read();
        await settlesOn('the name', label, `${folder.client} · Rina Wati · 8B`);
        await write('Rina W.');
        await settlesOn('the new name', label, `${folder.client} · Rina W. · 8B`);
        await extension.run('sessionNotes.hideWords');
        const numbered = (await tree.rows()).map(row => row.label).join();
        await extension.run('sessionNotes.showWords');
        ok(!/Rina|8B/.test(numbered), numbered);
        ok(!extension.logged.join().includes('Rina'));
      } finally {
        await vscode.workspace.fs.delete(register);
        try {
          await settlesOn('no name', label, folder.client);
        } finally {
          await setRegister(undefined);
        }
      }
    });

    it('have no names of a register that lies among the notes, which is said', async () => {
      await folder.write('1.session.md', wholeNote(folder));
      await folder.write('register.csv', `code,name\n${folder.client},Rina Wati\n`);
      await setRegister(folder.at('register.csv').fsPath);
      try {
        const asked = await answering({}, read);
        match(asked.map(({ text }) => text).join(), said({ en: /it is not read/, id: /tidak dibaca/ }));
        equal((await shown())?.label, folder.client);
      } finally {
        await setRegister(undefined);
      }
    });
  }

  it("have a counselor's own cases and notes alone, where only those are asked for", async () => {
    await folder.write('1.session.md', wholeNote({ ...folder, more: ['counselor: DW', 'status: draft'] }));
    await read();
    const counts = async () => [(await shown()) === undefined ? 0 : 1, (await unfinished()).length];
    await changeSetting('sessionNotes.counselor', 'RA');
    await settlesOn('rows of another counselor', counts, [0, 0]);
    await changeSetting('sessionNotes.counselor', 'dw');
    await settlesOn('rows of the counselor', counts, [1, 1]);
  });

  it('are drawn anew only where something changed while typing, and stay the same rows', async () => {
    await folder.write('other.session.md', wholeNote({ ...folder, client: `${folder.client}-B` }));
    const uri = await folder.write('1.session.md', wholeNote(folder));
    await read();
    const before = await shown();
    ok(before !== undefined);
    const seen: unknown[] = [];
    tree.onDraw(elements => seen.push(elements));
    await retype(await show(uri), '- [ ] Sleep', '- [x] Sleep');
    const closed = said({ en: '1 session · 0 open', id: '1 sesi · 0 terbuka' });
    const now = async () => (await tree.row(before.element)).description;
    await eventually('the row to be drawn', async () => seen.length > 0 && (await now()) === closed);
    deepEqual(
      seen.filter(
        changed => !Array.isArray(changed) || changed.length !== 1 || changed[0] !== before.element,
      ),
      [],
    );
    await folder.write('3.session.md', wholeNote({ ...folder, client: `${folder.client}-C` }));
    await eventually('all rows to be drawn, for a new client', () => seen.at(-1) === undefined);
  });
});

/** Says where the client register is, as a machine does. */
async function setRegister(path: string | undefined): Promise<void> {
  const settings = vscode.workspace.getConfiguration('sessionNotes');
  await settings.update('clientRegister', path, vscode.ConfigurationTarget.Global);
}
