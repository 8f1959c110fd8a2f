import * as vscode from 'vscode';
import { deepEqual, equal, ok } from '../host/assert';
import { wholeNote } from './noteTexts';
import { OpenGoals } from './openGoals';
import { OwnFolder } from './ownFolder';
import { changeSetting } from './settings';
import type { ShownRow } from './shownTree';
import { said } from './wording';

describe('the rows of Open Goals', () => {
  let folder: OwnFolder;
  let goals: OpenGoals;
  beforeEach(async () => {
    folder = await OwnFolder.create();
  });
  afterEach(async () => {
    goals.dispose();
    await folder.remove();
  });

  const sessions = async (...goals: readonly string[]): Promise<void> => {
    for (const [position, goal] of goals.entries()) {
      const front = { ...folder, session: position + 1, date: `2026-01-${position + 11}` };
      await folder.write(`${position + 1}.session.md`, wholeNote(front, goal));
    }
  };

  /** Reads the workspace and gives the row of the client. */
  const clientRow = async (): Promise<ShownRow> => {
    goals = await OpenGoals.read();
    return goals.clientRow(folder.client);
  };

  const below = (row: ShownRow | undefined) => goals.tree.rows(row);

  /** Reads the workspace and gives the row of the last goal. */
  const lastGoal = async (): Promise<ShownRow | undefined> => {
    goals = await OpenGoals.read();
    return (await goals.goalRows(folder.client)).at(-1);
  };

  it('tell of a client how much is open and how many process goals are achieved', async () => {
    await sessions('- [ ] Sleep before eleven ^sleep');
    const row = await clientRow();
    deepEqual(textOf(row), [folder.client, said({ en: '1 open · 1/8', id: '1 terbuka · 1/8' })]);
    deepEqual((await below(row)).map(textOf), [
      said({ en: ['Process goals', '1/8'], id: ['Tujuan proses', '1/8'] }),
      said({ en: ['Building the relationship', '1'], id: ['Membangun hubungan', '1'] }),
    ]);
  });

  it('have a checkbox where a note mentions the goal, which is ticked when it has ended', async () => {
    await sessions('- [ ] Sleep before eleven ^sleep');
    const [process, stage] = await below(await clientRow());
    const boxes = async (group: ShownRow | undefined) =>
      (await below(group)).map(({ item }) => stateOf(item));
    const { Checked, Unchecked } = vscode.TreeItemCheckboxState;
    deepEqual((await boxes(process)).filter(Boolean), [Checked]);
    equal((await boxes(process)).length, 8);
    deepEqual(await boxes(stage), [Unchecked]);
  });

  it('have the mentions of the goal below, the newest first, with what became of it', async () => {
    await sessions(
      '- [ ] Sleep before eleven ^sleep',
      '- [/] Sleep before eleven ^sleep',
      '- [h] Sleep ^sleep',
    );
    const goal = await lastGoal();
    deepEqual(textOf(goal), ['Sleep', said({ en: '2 sessions', id: '2 sesi' })]);
    deepEqual((await below(goal)).map(textOf), [
      said({ en: ['Session 3', '2026-01-13 · On hold'], id: ['Sesi 3', '2026-01-13 · Ditunda'] }),
      said({ en: ['Session 2', '2026-01-12 · In progress'], id: ['Sesi 2', '2026-01-12 · Sedang berjalan'] }),
      said({ en: ['Session 1', '2026-01-11 · Open'], id: ['Sesi 1', '2026-01-11 · Terbuka'] }),
    ]);
  });

  it('have below a changed goal what it was before, with its words', async () => {
    await sessions(
      '- [ ] Sleep before eleven ^sleep',
      '- [-] Sleep before eleven ^sleep\n- [ ] Rest at ten ^rest [replaces:: ^sleep]',
    );
    const goal = await lastGoal();
    deepEqual(
      (await below(goal)).map(({ description }) => description),
      said({
        en: [
          '2026-01-12 · Open',
          '2026-01-12 · Discontinued · Sleep before eleven',
          '2026-01-11 · Open · Sleep before eleven',
        ],
        id: [
          '2026-01-12 · Terbuka',
          '2026-01-12 · Dihentikan · Sleep before eleven',
          '2026-01-11 · Terbuka · Sleep before eleven',
        ],
      }),
    );
  });

  it('say when a goal is due and that it is overdue', async () => {
    const [past, future] = ['2020-05-31', '9999-06-01'];
    await sessions([past, future].map((due, number) => `- [ ] Goal ${number} [due:: ${due}]`).join('\n'));
    goals = await OpenGoals.read();
    deepEqual(
      (await goals.goalRows(folder.client)).map(({ description }) => description.split(' · ')[0]),
      [
        said({ en: `overdue since ${past}`, id: `lewat tenggat sejak ${past}` }),
        said({ en: `due ${future}`, id: `tenggat ${future}` }),
      ],
    );
  });

  it('start folded where there are more than twenty clients', async () => {
    await sessions('- [ ] Sleep ^sleep');
    const folded = async () => {
      goals = await OpenGoals.read();
      const rows = await goals.tree.rows();
      return rows.map(({ item }) => item.collapsibleState === vscode.TreeItemCollapsibleState.Collapsed);
    };
    ok((await folded()).every(isFolded => !isFolded));
    goals.dispose();
    for (let client = 0; client < 21; client++) {
      await folder.write(`${client}/1.session.md`, wholeNote({ client: `${folder.client}-${client}` }));
    }
    ok((await folded()).every(isFolded => isFolded));
  });

  it('say to menus and screen readers what would change something', async () => {
    await sessions('- [x] Done ^done\n- [ ] Left', '- [/] Busy ^busy\n- [ ] New');
    goals = await OpenGoals.read();
    const rows = await goals.goalRows(folder.client);
    const wordsOf = ({ checkboxState }: vscode.TreeItem) =>
      typeof checkboxState === 'object' ? checkboxState.accessibilityInformation?.label : undefined;
    const ticks = said({ en: 'ticking marks it as achieved', id: 'centang untuk menandainya tercapai' });
    deepEqual(
      rows.map(({ label, item }) => [label, item.contextValue, wordsOf(item)]),
      [
        ['Left', 'goal.open.unsigned.earlier', said({ en: `Open; ${ticks}`, id: `Terbuka; ${ticks}` })],
        [
          'Busy',
          'goal.in-progress.signed.newest',
          said({ en: `In progress; ${ticks}`, id: `Sedang berjalan; ${ticks}` }),
        ],
        ['New', 'goal.open.unsigned.newest', said({ en: `Open; ${ticks}`, id: `Terbuka; ${ticks}` })],
      ],
    );
  });

  it('have first, in a colour of their own, what is overdue and what is long open', async () => {
    const late = '- [ ] Late ^late [due:: 2020-05-31]';
    await sessions('- [ ] Old ^old', '- [ ] Old ^old', `- [ ] New ^new\n- [ ] Old ^old\n${late}`);
    await changeSetting('sessionNotes.goals.staleAfter', 1);
    goals = await OpenGoals.read();
    const rows = await goals.goalRows(folder.client);
    const colourOf = ({ iconPath }: vscode.TreeItem) =>
      iconPath instanceof vscode.ThemeIcon ? iconPath.color?.id : undefined;
    deepEqual(
      rows.map(({ label, item, description }) => [label, colourOf(item), description.split(' · ').at(-1)]),
      [
        [
          said({ en: 'May 31, 2020 · Late', id: '31 Mei 2020 · Late' }),
          'sessionNotes.overdueDate',
          said({ en: 'this session', id: 'sesi ini' }),
        ],
        [
          'Old',
          'sessionNotes.staleGoal',
          said({ en: 'open for 2 sessions', id: 'belum selesai selama 2 sesi' }),
        ],
        ['New', undefined, said({ en: 'this session', id: 'sesi ini' })],
      ],
    );
  });

  it('say that a goal came back', async () => {
    await sessions('- [x] Sleep ^sleep', '- [/] Sleep ^sleep');
    const goal = await lastGoal();
    equal(goal?.description.split(' · ').at(-1), said({ en: 'reopened', id: 'dibuka kembali' }));
  });

  it('leave out a case that is closed', async () => {
    await folder.write('1.session.md', wholeNote({ ...folder, more: ['closed: resolved'] }));
    goals = await OpenGoals.read();
    deepEqual(await goals.clientRows(folder.client), []);
  });
});

/** What a row shows. */
function textOf(row: ShownRow | undefined): readonly string[] {
  return row === undefined ? [] : [row.label, row.description];
}

/** The box of a row; undefined where it has none. */
function stateOf({ checkboxState }: vscode.TreeItem): vscode.TreeItemCheckboxState | undefined {
  return typeof checkboxState === 'object' ? checkboxState.state : checkboxState;
}
