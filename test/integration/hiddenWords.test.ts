import * as vscode from 'vscode';
import { deepEqual, doesNotMatch, equal, match, ok } from '../host/assert';
import { eventually } from '../host/eventually';
import { markedPractice } from '../unit/privacy/markedPractice';
import { closeEditors, show } from './editors';
import { OwnFolder } from './ownFolder';
import { type Said, saidBy } from './said';
import { settlesOn } from './settlesOn';
import { shownProblems } from './shownProblems';
import type { ShownRow, ShownTree } from './shownTree';
import { TracedExtension } from './tracedExtension';
import { said } from './wording';

/** What every word of the marked notes begins with, and no other word. */
const MARKED = /zq/i;
/** Notes of whose problems, goals and codes something is to be said, and what is run on them. */
const notes = ['gaps.session.md', 'goals.session.md', 'case/3.session.md', 'transcripts/one.RA.md'];
const ofNotes = ['finishNote', 'insertGoal', 'carryOverOpenGoals', 'changeProtocol'];
const ofAll = ['findGoal', 'openLastSession', 'showTranscriptPicture', 'renameCode'];
const ofGoals = ['carryOverGoal', 'putGoalOnHold', 'addGoalId', 'changeGoal'];
const ofClients = ['closeCase', 'reopenCase', 'renameClient'];
const trees = ['openGoals', 'clients', 'codes'].map(view => `sessionNotes.${view}`);

function takesMany(options: unknown): boolean {
  return (
    typeof options === 'object' &&
    options !== null &&
    'canPickMany' in options &&
    options.canPickMany === true
  );
}

describe('words of notes', () => {
  let folder: OwnFolder;
  let extension: TracedExtension;
  beforeEach(async () => {
    folder = await OwnFolder.create();
    for (const [path, content] of Object.entries(markedPractice)) await folder.write(path, content);
    extension = await TracedExtension.start();
  });
  afterEach(async () => {
    extension.dispose();
    await folder.remove();
  });

  const hide = (): Promise<void> => extension.run('sessionNotes.hideWords');

  /** All rows of a tree. */
  const rowsOf = async (tree: ShownTree, row?: ShownRow): Promise<readonly ShownRow[]> => {
    const rows = await tree.rows(row);
    const below = await Promise.all(rows.map(each => rowsOf(tree, each)));
    return rows.flatMap((each, at) => [each, ...(below[at] ?? [])]);
  };

  /** What the trees show, in their rows and above them. */
  const shown = async (): Promise<readonly string[]> => {
    const texts: string[] = [];
    for (const id of trees) {
      const tree = extension.tree(id);
      for (const { item } of await rowsOf(tree)) {
        const { label, description, tooltip, accessibilityInformation } = item;
        texts.push(
          ...[label, description, tooltip, accessibilityInformation?.label].map(each => JSON.stringify(each)),
        );
      }
      texts.push(tree.message, tree.description);
    }
    return texts;
  };

  /** What commands say and ask of the notes; whatever is asked is agreed to. */
  const dialogs = (): Promise<readonly Said[]> => {
    const agree = (by: string, given: readonly unknown[]): unknown => {
      if (by === 'showInputBox') return 'other';
      const [items, options] = given;
      if (by === 'showQuickPick' && Array.isArray(items))
        return takesMany(options) ? items.slice(0, 1) : items[0];
      return given.length > 1 ? given.at(-1) : undefined;
    };
    return saidBy(async () => {
      for (const path of notes) {
        await show(folder.at(path));
        for (const command of ofNotes) await extension.run(`sessionNotes.${command}`);
      }
      await closeEditors();
      for (const command of ofAll) await extension.run(`sessionNotes.${command}`);
      await runOnRows('openGoals', ['goal'], ofGoals);
      await runOnRows('clients', ['client', 'client-closed'], ofClients);
    }, agree);
  };

  /** Runs commands on the first marked rows of a tree that are of these kinds. */
  const runOnRows = async (view: string, kinds: readonly string[], ids: readonly string[]): Promise<void> => {
    const all = await rowsOf(extension.tree(`sessionNotes.${view}`));
    const rows = all.filter(
      ({ item: { id = '', contextValue = '' } }) =>
        // Behind a point stands what is said of a row besides its kind.
        kinds.includes(contextValue.split('.')[0] ?? '') && MARKED.test(id),
    );
    ok(rows.length > 3);
    for (const id of ids) {
      for (const { element } of rows.slice(0, 4)) await extension.run(`sessionNotes.${id}`, element);
    }
  };

  it('are in the rows of every tree until they are hidden, and then in none', async () => {
    await eventually('the notes in every tree', async () => {
      const texts = await shown();
      return !texts.some(text => said({ en: /^Reading/, id: /^Membaca/ }).test(text));
    });
    const before = await shown();
    ok(before.filter(text => MARKED.test(text)).length > 50);
    await hide();
    deepEqual(
      (await shown()).filter(text => MARKED.test(text)),
      [],
    );
    await extension.run('sessionNotes.showWords');
    const after = await shown();
    deepEqual(
      after.flatMap((text, at) => (text === before[at] ? [] : [[before[at], text]])),
      [],
    );
    equal(after.length, before.length);
  });

  it('stay hidden when the window is opened again', async () => {
    await hide();
    const { memory } = extension;
    extension.dispose();
    extension = await TracedExtension.start({ memory });
    deepEqual(
      (await shown()).filter(text => MARKED.test(text)),
      [],
    );
  });

  it('are in no notification, and not in the log', async () => {
    const said = await dialogs();
    const notifications = said.filter(({ by, isModal }) => /Message$/.test(by) && !isModal);
    ok(notifications.length > 0);
    for (const { texts } of notifications) doesNotMatch(texts.join('\n'), MARKED);
    match(said.flatMap(({ texts }) => texts).join('\n'), MARKED);
    doesNotMatch(extension.logged.join('\n'), MARKED);
  });

  it('are in no dialog and no list while they are hidden', async () => {
    await hide();
    const said = await dialogs();
    ok(said.some(({ isModal }) => isModal));
    ok(said.some(({ by }) => by === 'showQuickPick'));
    for (const { by, texts } of said) doesNotMatch(`${by}: ${texts.join('\n')}`, MARKED);
  });

  it('are in the title of no tab while they are hidden, also of one that was open', async () => {
    const rows = await extension.tree('sessionNotes.clients').rows();
    const row = rows.find(({ label }) => label === 'zqcase');
    ok(row);
    await extension.run('sessionNotes.showSessionBrief', row.element);
    await extension.run('sessionNotes.showCaseProgress', row.element);
    const titles = (): readonly string[] =>
      vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
    await eventually('both tabs', () => titles().filter(title => MARKED.test(title)).length === 2);
    await hide();
    await settlesOn('titles with words', () => titles().filter(title => MARKED.test(title)), []);
    await extension.run('sessionNotes.showWords');
    await eventually('both titles', () => titles().filter(title => MARKED.test(title)).length === 2);
  });

  it('are in no problem while they are hidden', async () => {
    const { uri } = (await show(folder.at('transcripts/one.RA.md'))).document;
    const messages = (): string =>
      shownProblems(uri)
        .map(({ message }) => message)
        .join('\n');
    await eventually('problems with words', () => MARKED.test(messages()));
    await vscode.commands.executeCommand('sessionNotes.hideWords');
    try {
      await eventually('problems without', () => messages() !== '' && !MARKED.test(messages()));
    } finally {
      await vscode.commands.executeCommand('sessionNotes.showWords');
    }
    await eventually('problems with words again', () => MARKED.test(messages()));
  });
});
