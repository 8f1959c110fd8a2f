import * as vscode from 'vscode';
import {
  type ClientElement,
  type ShownClient,
  sessionRows,
  shownClients,
  unfinishedRows,
} from '../../src/extension/clients/clientElements';
import { clientItem, sessionItem, unfinishedItem } from '../../src/extension/clients/clientItem';
import { ClientRows } from '../../src/extension/clients/clientRows';
import { deepEqual, equal, ok } from '../host/assert';
import { eventually } from '../host/eventually';
import { retype, show } from './editors';
import { note, wholeNote } from './noteTexts';
import { OpenGoals, today } from './openGoals';
import { OwnFolder } from './ownFolder';
import { said } from './wording';

describe('the rows of Clients', () => {
  let folder: OwnFolder;
  let goals: OpenGoals;
  beforeEach(async () => {
    folder = await OwnFolder.create();
  });
  afterEach(async () => {
    goals.dispose();
    await folder.remove();
  });

  const read = async (): Promise<ShownClient> => {
    goals = await OpenGoals.read();
    return shown(folder.client);
  };

  const shown = (client: string): ShownClient => {
    const found = shownClients(goals.index.cases(), undefined).find(
      each => each.found.case.client === client,
    );
    if (found === undefined) throw new Error(`${client} has no row.`);
    return found;
  };

  it('tell of a client the sessions, what is open, and that the case is closed', async () => {
    await folder.write('1.session.md', wholeNote(folder));
    await folder.write('2.session.md', wholeNote({ ...folder, session: 2, more: ['closed: resolved'] }));
    const item = clientItem(await read(), false);
    const details = said({ en: '2 sessions · 1 open · closed', id: '2 sesi · 1 terbuka · ditutup' });
    deepEqual([item.label, item.description, item.contextValue], [folder.client, details, 'client-closed']);
    const spoken = `${folder.client}, ${details.replaceAll(' · ', ', ')}`;
    equal(item.accessibilityInformation?.label, spoken);
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
    const client = await read();
    const items = sessionRows(client).map(row =>
      sessionItem(row, goals.index.uriOf(client.found.root, row.note.path)),
    );
    deepEqual(
      items.map(({ label, description }) => [label, description]),
      said({
        en: [
          ['Session 3', '2026-01-28 · did not come · draft'],
          ['Session 2', '2026-01-21 · Applying the solution and closing · Shortened'],
          ['Session 1', '2026-01-14 · Building the relationship'],
        ],
        id: [
          ['Sesi 3', '2026-01-28 · tidak hadir · draf'],
          ['Sesi 2', '2026-01-21 · Penerapan solusi dan penutup · Dipersingkat'],
          ['Sesi 1', '2026-01-14 · Membangun hubungan'],
        ],
      }),
    );
    equal(items.at(-1)?.command?.arguments?.[0].toString(), first.toString());
  });

  it('have drafts, and notes with required parts missing or empty, among those not finished', async () => {
    await folder.write('1.session.md', wholeNote(folder));
    await folder.write('2.session.md', wholeNote({ ...folder, session: 2, more: ['status: draft'] }));
    await folder.write('3.session.md', note({ ...folder, session: 3 }, '## Building the relationship', ''));
    await read();
    const own = unfinishedRows(goals.index, undefined).filter(row => row.note.clients[0] === folder.client);
    deepEqual(
      own.map(unfinishedItem).map(({ label, description }) => [label, description]),
      said({
        en: [
          [`${folder.client} · Session 3`, '1 missing or empty'],
          [`${folder.client} · Session 2`, 'draft'],
        ],
        id: [
          [`${folder.client} · Sesi 3`, '1 belum ada atau kosong'],
          [`${folder.client} · Sesi 2`, 'draf'],
        ],
      }),
    );
  });

  it("have a counselor's own cases and notes alone, where only those are asked for", async () => {
    await folder.write('1.session.md', wholeNote({ ...folder, more: ['counselor: DW', 'status: draft'] }));
    await read();
    const clientsOf = (counselor: string) =>
      shownClients(goals.index.cases(), counselor).map(({ found }) => found.case.client);
    deepEqual(
      [clientsOf('dw').includes(folder.client), clientsOf('RA').includes(folder.client)],
      [true, false],
    );
    const unfinishedOf = (counselor: string) =>
      unfinishedRows(goals.index, counselor).filter(row => row.note.clients[0] === folder.client).length;
    deepEqual([unfinishedOf('DW'), unfinishedOf('RA')], [1, 0]);
  });

  it('are drawn anew only where something changed while typing, and stay the same rows', async () => {
    await folder.write('other.session.md', wholeNote({ ...folder, client: `${folder.client}-B` }));
    const uri = await folder.write('1.session.md', wholeNote(folder));
    await read();
    const drawn = new vscode.EventEmitter<ClientElement[] | undefined>();
    const seen: (ClientElement[] | undefined)[] = [];
    drawn.event(rows => seen.push(rows));
    const view = { grouping: 'client', filter: {}, today } as const;
    const never = new vscode.EventEmitter<never>();
    const rows = new ClientRows({
      index: goals.index,
      state: { view: () => view, mineDescription: () => '', onDidChange: never.event },
      language: { onDidChange: never.event },
      tree: { message: '' },
      trace: { trace: () => undefined },
      drawn,
    });
    const before = rows.getChildren().find(row => row.ofCase?.client === folder.client.toLowerCase());
    ok(before !== undefined && before.kind === 'client');
    await retype(await show(uri), '- [ ] Sleep', '- [x] Sleep');
    const closed = said({ en: '1 session · 0 open', id: '1 sesi · 0 terbuka' });
    await eventually(
      'the row to be drawn',
      () => seen.length > 0 && rows.getTreeItem(before).description === closed,
    );
    ok(
      seen.every(changed => changed?.length === 1 && changed[0] === before),
      JSON.stringify(seen),
    );
    await folder.write('3.session.md', wholeNote({ ...folder, client: `${folder.client}-C` }));
    await eventually('a new client', () => seen.at(-1) === undefined);
    rows.dispose();
  });
});
