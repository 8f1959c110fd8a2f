import * as vscode from 'vscode';
import { deepEqual, match, ok } from '../host/assert';
import { eventually } from '../host/eventually';
import { rangeOf, show } from './editors';
import { placeCaret, untilMentioned } from './goalPlaces';
import { note, wholeNote } from './noteTexts';
import { OpenGoals } from './openGoals';
import { OwnFolder } from './ownFolder';

const newest = '5.session.md';

/** Commands, the note in which and the words behind which each is given, and the one note that each may write. */
const commands: readonly (readonly [command: string, given: string, caretAt: string, named: string])[] = [
  ['insertStage', newest, '- [ ] Sleep', newest],
  ['insertSection', newest, '- [ ] Sleep', newest],
  ['insertGoal', newest, '- [ ] Sleep', newest],
  ['insertChoice', newest, '### Decision\n', newest],
  ['insertMissingStages', newest, '- [ ] Sleep', newest],
  ['fixAllProblems', newest, '- [ ] Sleep', newest],
  ['finishNote', '3.session.md', '- [ ] Sleep', '3.session.md'],
  ['carryOverGoal', '4.session.md', '- [ ] Eat', newest],
  ['carryOverOpenGoals', newest, '- [ ] Sleep', newest],
  ['markGoalAchieved', '2.session.md', '- [/] Sleep', newest],
  ['markGoalInProgress', '2.session.md', '- [/] Sleep', newest],
  ['putGoalOnHold', '2.session.md', '- [/] Sleep', newest],
  ['dropGoal', '2.session.md', '- [/] Sleep', newest],
  ['reopenGoal', '2.session.md', '- [/] Done', newest],
];

describe('the notes that a change does not name', () => {
  let folder: OwnFolder;
  let before: ReadonlyMap<string, string>;
  beforeEach(async () => {
    folder = await OwnFolder.create();
    before = new Map(textsFor(folder.client));
    for (const [path, text] of before) await folder.write(path, text);
    const { document } = await show(folder.at(newest));
    await untilMentioned(document, 'Sleep', 5);
  });
  afterEach(() => folder.remove());

  /** Each text as it is now, in its editor or on disk. */
  const texts = async (): Promise<ReadonlyMap<string, string>> => {
    const now = new Map<string, string>();
    for (const path of before.keys()) {
      const uri = folder.at(path).toString();
      const open = vscode.workspace.textDocuments.find(each => each.uri.toString() === uri);
      now.set(path, open?.isDirty ? open.getText() : await folder.read(path));
    }
    return now;
  };

  /** The notes whose bytes are not what they were. */
  const changed = async (): Promise<readonly string[]> => {
    const now = await texts();
    return [...before.keys()].filter(path => now.get(path) !== before.get(path));
  };

  for (const [command, given, words, named] of commands) {
    it(`keep every byte when ${command} is given`, async () => {
      const editor = await show(folder.at(given));
      placeCaret(editor, words);
      const done = vscode.commands.executeCommand(`sessionNotes.${command}`);
      await eventually('the change', async () => {
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return (await changed()).length > 0;
      });
      await done;
      deepEqual(await changed(), [named]);
    });
  }

  it('keep every byte when any fix is applied', async () => {
    const { document } = await show(folder.at(newest));
    const whole = new vscode.Range(0, 0, document.lineCount, 0);
    const actions = await eventually('the fixes', async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        document.uri,
        whole,
      );
      const fixes = found.filter(({ edit }) => edit !== undefined);
      return fixes.length > 4 && fixes;
    });
    const edited = actions.flatMap(({ edit }) => edit?.entries().map(([uri]) => uri.toString()) ?? []);
    deepEqual([...new Set(edited)], [document.uri.toString()]);
    for (const { edit } of actions) {
      ok(edit !== undefined && (await vscode.workspace.applyEdit(edit)));
      deepEqual(await changed(), [newest]);
      await vscode.commands.executeCommand('undo');
      deepEqual(await changed(), []);
    }
  });

  it('keep every byte when a new session note is made', async () => {
    const goals = await OpenGoals.read();
    const row = await goals.clientRow(folder.client);
    goals.dispose();
    const done = vscode.commands.executeCommand('sessionNotes.newSessionNoteForClient', row.element);
    const made = await eventually('the new note', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      const document = vscode.window.activeTextEditor?.document;
      return document?.uri.path.includes(`/${folder.client}/`) && document;
    });
    await done;
    match(made.getText(), /^session: 6$/m);
    deepEqual(await changed(), []);
    await vscode.workspace.fs.delete(vscode.Uri.joinPath(made.uri, '..'), { recursive: true });
  });

  it('keep every byte when an id is renamed or added: only those that have the goal are written', async () => {
    const { document } = await show(folder.at(newest));
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      rangeOf(document, '^eat').end,
      'meals',
    );
    ok(await vscode.workspace.applyEdit(edit));
    deepEqual(await changed(), ['4.session.md', newest]);
  });
});

/** A case of five notes, one of another client with the same goals, and a file that is no note. */
function textsFor(client: string): readonly (readonly [path: string, text: string])[] {
  const session = (number: number, ...goals: readonly string[]): readonly [string, string] => {
    const more = number === 3 ? ['status: draft'] : [];
    return [
      `${number}.session.md`,
      wholeNote({ client, session: number, date: `2026-01-1${number}`, more }, ...goals),
    ];
  };
  const last = note(
    {
      client,
      session: 5,
      date: '15/1/2026',
      stages: 'relationship, exploration, closing',
      more: ['status: draft'],
    },
    '## Building the relationship',
    '',
    "### Client's goals",
    '',
    '- [ ] Sleep ^sleep',
    '- [✓] Done ^done',
    '- [ ] Breakfast [replaces:: ^eat]',
    '',
    '## Applying the solution and closing',
    '',
    '### Decision',
    '',
  );
  const other = wholeNote({ client: `${client}-other`, session: 1 }, '- [ ] Sleep ^sleep', '- [ ] Eat ^eat');
  return [
    session(1, '- [ ] Sleep ^sleep', '- [ ] Done ^done'),
    session(2, '- [/] Sleep ^sleep', '- [/] Done ^done'),
    session(3, '- [ ] Sleep ^sleep'),
    session(4, '- [ ] Sleep ^sleep', '- [ ] Eat ^eat', '- [ ] Walk ^walk'),
    [newest, last],
    ['other.session.md', other],
    ['mine.md', '# Mine\n\n- [ ] Sleep ^sleep\n'],
  ];
}
