import * as vscode from 'vscode';
import { deepEqual, equal, match } from '../host/assert';
import { eventually } from '../host/eventually';
import { answering } from './answering';
import { show } from './editors';
import { placeCaret, untilMentioned } from './goalPlaces';
import { wholeNote } from './noteTexts';
import { OpenGoals } from './openGoals';
import { OwnFolder } from './ownFolder';
import { settlesOn } from './settlesOn';
import { said } from './wording';

const words = 'Sleep before eleven';
const goal = `- [ ] ${words} ^sleep`;

describe('commands for goals', () => {
  let folder: OwnFolder;
  beforeEach(async () => {
    folder = await OwnFolder.create();
  });
  afterEach(() => folder.remove());

  const text = (session: number, ...goals: readonly string[]): string =>
    wholeNote({ ...folder, session, date: `2026-01-1${session}` }, ...goals);

  /** Writes one note for each of these goals, and shows one of them once the extension knows `mentions` of its goal. */
  const sessions = async (shown: number, mentions: number, ...goals: readonly string[]) => {
    for (const [at, each] of goals.entries()) await folder.write(`${at + 1}.session.md`, text(at + 1, each));
    const editor = await show(folder.at(`${shown}.session.md`));
    placeCaret(editor, words.slice(0, 5));
    await untilMentioned(editor.document, words.slice(0, 5), mentions);
    return editor;
  };

  const markers: readonly (readonly [command: string, before: string, after: string])[] = [
    ['markGoalAchieved', ' ', 'x'],
    ['markGoalInProgress', ' ', '/'],
    ['putGoalOnHold', '/', 'h'],
    ['dropGoal', ' ', '-'],
    ['reopenGoal', 'x', ' '],
  ];
  for (const [command, before, after] of markers) {
    it(`${command} marks the goal at the caret in the newest note, though the caret is in an earlier one`, async () => {
      const old = goal.replace('[ ]', '[/]');
      await sessions(1, 2, old, goal.replace('[ ]', `[${before}]`));
      await vscode.commands.executeCommand(`sessionNotes.${command}`);
      await settlesOn(
        'the newest note',
        () => folder.read('2.session.md'),
        text(2, goal.replace('[ ]', `[${after}]`)),
      );
      equal(await folder.read('1.session.md'), text(1, old));
    });
  }

  it('carryOverGoal copies the goal at the caret into the newest note', async () => {
    await sessions(1, 1, goal, '- [ ] Walk ^walk');
    await untilMentioned((await show(folder.at('2.session.md'))).document, 'Walk', 1);
    placeCaret(await show(folder.at('1.session.md')), words);
    await vscode.commands.executeCommand('sessionNotes.carryOverGoal');
    const carried = `- [ ] Walk ^walk\n${goal}`;
    await settlesOn('the newest note', () => folder.read('2.session.md'), text(2, carried));
    equal(await folder.read('1.session.md'), text(1, goal));
  });

  it('setDueDate writes the first day of its list to the newest note, into which the goal is carried first', async () => {
    await sessions(1, 1, goal, '- [ ] Walk ^walk');
    await untilMentioned((await show(folder.at('2.session.md'))).document, 'Walk', 1);
    placeCaret(await show(folder.at('1.session.md')), words);
    await answering({ messages: 'yes' }, async () => {
      const done = vscode.commands.executeCommand('sessionNotes.setDueDate');
      await eventually('the goal in the newest note', async () => {
        if ((await folder.read('2.session.md')).includes(words)) return true;
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return undefined;
      });
      await done;
    });
    match(
      await folder.read('2.session.md'),
      new RegExp(`\\n- \\[ \\] ${words} \\[due:: \\d{4}-\\d\\d-\\d\\d\\] \\^sleep\\n`),
    );
    equal(await folder.read('1.session.md'), text(1, goal));
  });

  it('newGoal writes what is typed into the part of the note that the caret is in, and is undone at once', async () => {
    const { document } = await sessions(1, 1, goal);
    await answering({ typed: ['Walk each day'] }, async () => {
      await vscode.commands.executeCommand('sessionNotes.newGoal');
    });
    const after = text(1, goal, '- [ ] Walk each day');
    await settlesOn('the note', () => document.getText(), after);
    await vscode.commands.executeCommand('undo');
    await settlesOn('the text before', () => document.getText(), text(1, goal));
  });

  it('carryOverOpenGoals copies every open goal that the note covers and lacks, and is undone at once', async () => {
    const goals = [goal, '- [h] Eat ^eat', '- [x] Done ^done'].join('\n');
    await sessions(1, 1, goals, '- [ ] Walk ^walk');
    const { document } = await show(folder.at('2.session.md'));
    await vscode.commands.executeCommand('sessionNotes.carryOverOpenGoals');
    const carried = ['- [ ] Walk ^walk', goal, '- [h] Eat ^eat'];
    await settlesOn('the note', () => document.getText(), text(2, ...carried));
    await vscode.commands.executeCommand('undo');
    await settlesOn('the text before', () => document.getText(), text(2, '- [ ] Walk ^walk'));
  });

  it('carryOverOpenGoals asks about what is open in other stages alone, and carries it or leaves it', async () => {
    const head = `---\nprotocol: four-stage\nclient: ${folder.client}\nsession: 2\ndate: 2026-01-12\n`;
    const short = `${head}stages: [planning]\n---\n## Planning how to solve the problem\n\n- [ ] Walk ^walk\n`;
    await folder.write('2.session.md', short);
    await sessions(1, 1, goal);
    const { document } = await show(folder.at('2.session.md'));
    await untilMentioned(document, 'Walk', 1);
    const carry = async () => void (await vscode.commands.executeCommand('sessionNotes.carryOverOpenGoals'));
    const [asked] = await answering({ messages: 'no' }, carry);
    match(asked?.text ?? '', said({ en: /in other stages: 1/, id: /di tahap lain: 1/ }));
    equal(document.getText(), short);
    await answering({ messages: 'yes' }, carry);
    await eventually(
      'the goal in the note',
      async () => document.getText().includes(`\n${goal}\n`) || undefined,
    );
  });

  it('addGoalId asks before it changes several notes, then signs every mention in one step, saves what was saved, and is undone as one', async () => {
    const bare = `- [ ] ${words}`;
    const { document } = await sessions(2, 3, bare, `- [/] ${words}`, goal);
    const add = async () => void (await vscode.commands.executeCommand('sessionNotes.addGoalId'));
    const left = await answering({}, add);
    match(left[0]?.text ?? '', said({ en: /in 2 notes/, id: /di 2 catatan/ }));
    equal(await folder.read('1.session.md'), text(1, bare));
    await answering({ messages: 'yes' }, add);
    await settlesOn('the first note', () => folder.read('1.session.md'), text(1, goal));
    await settlesOn('the second', () => folder.read('2.session.md'), text(2, goal.replace('[ ]', '[/]')));
    equal(document.isDirty, false);
    equal(await folder.read('3.session.md'), text(3, goal));
  });

  it('addGoalId misses no note that arrives while it asks: nothing is written then, and that is said', async () => {
    const bare = `- [ ] ${words}`;
    await sessions(2, 2, bare, bare);
    const meanwhile = async () => void (await folder.write('3.session.md', text(3, bare)));
    const asked = await answering({ messages: 'yes', meanwhile }, async () => {
      await vscode.commands.executeCommand('sessionNotes.addGoalId');
    });
    match(asked.at(-1)?.text ?? '', said({ en: /nothing was written/, id: /tidak ada yang ditulis/ }));
    equal(await folder.read('1.session.md'), text(1, bare));
  });

  it('goToNextOpenGoal and goToPreviousOpenGoal pass over what has ended, around the end', async () => {
    const goals = [goal, '- [x] Done ^done', '- [h] Eat ^eat'].join('\n');
    const editor = await sessions(1, 1, goals);
    const go = async (direction: 'Next' | 'Previous'): Promise<string> => {
      await vscode.commands.executeCommand(`sessionNotes.goTo${direction}OpenGoal`);
      return editor.document.lineAt(editor.selection.active.line).text;
    };
    deepEqual([await go('Next'), await go('Next')], ['- [h] Eat ^eat', goal]);
    deepEqual([await go('Previous'), await go('Previous')], ['- [h] Eat ^eat', goal]);
  });

  it('openPreviousSession and openNextSession go through the sessions of the client', async () => {
    await sessions(2, 3, goal, goal, goal);
    const shown = () => vscode.window.activeTextEditor?.document.uri.path.split('/').at(-1);
    await vscode.commands.executeCommand('sessionNotes.openPreviousSession');
    await settlesOn('the session before', shown, '1.session.md');
    await vscode.commands.executeCommand('sessionNotes.openNextSession');
    await vscode.commands.executeCommand('sessionNotes.openNextSession');
    await settlesOn('the session after', shown, '3.session.md');
  });

  it('changeGoal drops the goal with its reason and opens the next, carrying it into the newest note first', async () => {
    await folder.write('1.session.md', text(1, goal));
    await folder.write('2.session.md', text(2, '- [ ] Walk ^walk'));
    const goals = await OpenGoals.read();
    const row = await goals.row(folder.client, words);
    await answering({ typed: ['Rest at ten', 'too late for now'] }, () => goals.run('changeGoal', row));
    goals.dispose();
    // The id depends on the client, who is another in each run.
    equal(
      (await folder.read('2.session.md')).replace(/\^[a-z][a-z2-7]{5}$/m, '^minted'),
      text(
        2,
        '- [ ] Walk ^walk',
        `- [-] ${words} [reason:: too late for now] ^sleep`,
        '- [ ] Rest at ten [replaces:: ^sleep] ^minted',
      ),
    );
    equal(await folder.read('1.session.md'), text(1, goal));
  });
});
