import * as vscode from 'vscode';
import { childElements, type GoalElement, topElements } from '../../src/extension/openGoals/goalElements';
import { goalItem } from '../../src/extension/openGoals/goalItem';
import { deepEqual, equal } from '../host/assert';
import { wholeNote } from './noteTexts';
import { OpenGoals, today } from './openGoals';
import { OwnFolder } from './ownFolder';
import { said } from './wording';

describe('the rows of Open Goals', () => {
  let folder: OwnFolder;
  beforeEach(async () => {
    folder = await OwnFolder.create();
  });
  afterEach(() => folder.remove());

  const sessions = async (...goals: readonly string[]): Promise<void> => {
    for (const [position, goal] of goals.entries()) {
      const front = { ...folder, session: position + 1, date: `2026-01-${position + 11}` };
      await folder.write(`${position + 1}.session.md`, wholeNote(front, goal));
    }
  };

  /** Reads the workspace once and gives the row of the client. */
  const clientRow = async (): Promise<GoalElement> => {
    const goals = await OpenGoals.read();
    const found = goals
      .top()
      .find(({ group }) => group.kind === 'client' && group.case.client === folder.client);
    goals.dispose();
    if (found === undefined) throw new Error(`${folder.client} has no row.`);
    return found;
  };

  it('tell of a client how much is open and how many process goals are achieved', async () => {
    await sessions('- [ ] Sleep before eleven ^sleep');
    const row = await clientRow();
    deepEqual(textOf(row), [folder.client, said({ en: '1 open · 1/8', id: '1 terbuka · 1/8' })]);
    deepEqual(childElements(row).map(textOf), [
      said({ en: ['Process goals', '1/8'], id: ['Tujuan proses', '1/8'] }),
      said({ en: ['Building the relationship', '1'], id: ['Membangun hubungan', '1'] }),
    ]);
  });

  it('have a checkbox where a note mentions the goal, which is ticked when it has ended', async () => {
    await sessions('- [ ] Sleep before eleven ^sleep');
    const [process, stage] = childElements(await clientRow());
    const boxes = (group: GoalElement | undefined) =>
      (group === undefined ? [] : childElements(group)).map(row => goalItem(row, false).checkboxState);
    const { Checked, Unchecked } = vscode.TreeItemCheckboxState;
    deepEqual(boxes(process).filter(Boolean), [Checked]);
    equal(boxes(process).length, 8);
    deepEqual(boxes(stage), [Unchecked]);
  });

  it('have the mentions of the goal below, the newest first, with what became of it', async () => {
    await sessions(
      '- [ ] Sleep before eleven ^sleep',
      '- [/] Sleep before eleven ^sleep',
      '- [h] Sleep ^sleep',
    );
    const goal = childElements(await clientRow())
      .flatMap(childElements)
      .at(-1);
    deepEqual(goal && textOf(goal), ['Sleep', said({ en: '2 sessions', id: '2 sesi' })]);
    deepEqual(goal && childElements(goal).map(textOf), [
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
    const goal = childElements(await clientRow())
      .flatMap(childElements)
      .at(-1);
    deepEqual(
      goal && childElements(goal).map(row => textOf(row)[1]),
      said({
        en: [
          '2026-01-12 · Open',
          '2026-01-12 · Dropped · Sleep before eleven',
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
    const dues = ['2026-05-31', today];
    await sessions(dues.map((due, number) => `- [ ] Goal ${number} [due:: ${due}]`).join('\n'));
    const stage = childElements(await clientRow()).at(-1);
    const details = stage && childElements(stage).map(row => String(goalItem(row, false).description));
    deepEqual(
      details?.map(text => text.split(' · ')[0]),
      [
        said({ en: 'overdue since 2026-05-31', id: 'lewat tenggat sejak 2026-05-31' }),
        said({ en: 'due 2026-06-01', id: 'tenggat 2026-06-01' }),
      ],
    );
  });

  it('have first, in a colour of their own, what is overdue and what is long open', async () => {
    const late = '- [ ] Late ^late [due:: 2026-05-31]';
    await sessions('- [ ] Old ^old', '- [ ] Old ^old', `- [ ] New ^new\n- [ ] Old ^old\n${late}`);
    const goals = await OpenGoals.read();
    const rows = topElements(goals.index.cases(), { grouping: 'client', filter: {}, today, staleAfter: 1 })
      .filter(({ group }) => group.kind === 'client' && group.case.client === folder.client)
      .flatMap(row => childElements(row).slice(1))
      .flatMap(childElements)
      .map(row => goalItem(row, false));
    goals.dispose();
    const colourOf = ({ iconPath }: vscode.TreeItem) =>
      iconPath instanceof vscode.ThemeIcon ? iconPath.color?.id : undefined;
    deepEqual(
      rows.map(row => [row.label, colourOf(row), String(row.description).split(' · ').at(-1)]),
      [
        ['Late', 'sessionNotes.overdueDate', said({ en: 'this session', id: 'sesi ini' })],
        ['Old', 'sessionNotes.staleGoal', said({ en: 'long open: 2 sessions', id: 'lama terbuka: 2 sesi' })],
        ['New', undefined, said({ en: 'this session', id: 'sesi ini' })],
      ],
    );
  });

  it('say that a goal came back', async () => {
    await sessions('- [x] Sleep ^sleep', '- [/] Sleep ^sleep');
    const goal = childElements(await clientRow())
      .flatMap(childElements)
      .at(-1);
    equal(
      String(goal && goalItem(goal, false).description)
        .split(' · ')
        .at(-1),
      said({ en: 'reopened', id: 'dibuka kembali' }),
    );
  });

  it('leave out a case that is closed', async () => {
    await folder.write('1.session.md', wholeNote({ ...folder, more: ['closed: resolved'] }));
    const goals = await OpenGoals.read();
    deepEqual(goals.rowsOf(folder.client), []);
    goals.dispose();
  });
});

/** What a row shows. */
function textOf(row: GoalElement): readonly string[] {
  const { label, description } = goalItem(row, false);
  return [String(label), String(description)];
}
