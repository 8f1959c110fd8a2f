import * as vscode from 'vscode';
import { deepEqual, equal, match, ok } from '../host/assert';
import { rangeOf, show } from './editors';
import { OwnFolder } from './ownFolder';
import { settlesOn } from './settlesOn';
import { problemsAre, shownProblems } from './shownProblems';
import { TracedExtension } from './tracedExtension';
import { said } from './wording';

const FORMAT = '.session-notes/protocols/own.yaml';
const CONFIGURATION = '.session-notes/config.yaml';
/** A format of a practice that has two parts. */
const ownFormat = `id: own
title: { en: Own way, id: Cara sendiri }
stages:
  - id: start
    title: { en: Arriving, id: Kedatangan }
  - id: school
    title: { en: Going back to school, id: Kembali ke sekolah }
`;
const own = '## My week at school';

describe('headings in words of one’s own', () => {
  let folder: OwnFolder;
  beforeEach(async () => {
    folder = await OwnFolder.create();
    await folder.makeWatched('.session-notes/protocols');
    await folder.write(FORMAT, ownFormat);
  });
  afterEach(() => folder.remove());

  const text = () =>
    `---\nprotocol: own\nclient: ${folder.client}\n---\n## Arriving\n\nCame early.\n\n${own}\n\nBetter.\n`;
  const shown = async () => {
    const uri = await folder.write('a.session.md', text());
    const editor = await show(uri);
    await problemsAre(uri, '9 warning similar-heading');
    return { uri, editor };
  };
  const title = said({ en: 'Going back to school', id: 'Going back to school' });

  it('are asked about where they may be meant for a stage, and renamed by one fix, which one undo takes back', async () => {
    const { uri, editor } = await shown();
    const fixes = await quickFixes(editor, own);
    deepEqual(
      fixes.map(fix => fix.title),
      said({
        en: [
          `Use this heading as “${title}”`,
          `Always read “My week at school” as “${title}” in this note format`,
          'This heading is my own',
        ],
        id: [
          `Pakai judul ini sebagai “${title}”`,
          `Selalu kenali “My week at school” sebagai “${title}” di format catatan ini`,
          'Ini judul saya sendiri',
        ],
      }),
    );
    await apply(fixes[0]);
    equal(editor.document.getText(), text().replace(own, `## ${title}`));
    await problemsAre(uri);
    await vscode.commands.executeCommand('undo');
    equal(editor.document.getText(), text());
  });

  it('become another name of the stage in the format of the practice, for all notes', async () => {
    const { uri, editor } = await shown();
    await apply((await quickFixes(editor, own))[1]);
    await problemsAre(uri);
    equal(editor.document.getText(), text());
    match(
      await folder.read(FORMAT),
      /id: Kembali ke sekolah \}\n {4}aliases: \{ en: \[My week at school\] \}/,
    );
  });

  it('are said to be one’s own for good, after which the stage is what is missing', async () => {
    const { uri, editor } = await shown();
    await apply((await quickFixes(editor, own))[2]);
    await problemsAre(uri, '1 warning missing-stage');
    equal(editor.document.getText(), text());
    match(await folder.read(CONFIGURATION), /^ownHeadings:\n {2}- My week at school\n$/);
  });

  it('that are taken for a stage bear ≈ in This Note, which one click undoes for good', async () => {
    const taken = text().replace(own, '## Back at school');
    const extension = await TracedExtension.start();
    try {
      const uri = await folder.write('a.session.md', taken);
      await show(uri);
      const tree = extension.tree('sessionNotes.thisNote');
      const rows = async () => (await tree.rows()).map(({ label, item }) => `${label} ${item.contextValue}`);
      await settlesOn('the rows', rows, ['Arriving present', '≈ Going back to school taken']);
      const [, row] = await tree.rows();
      await extension.run('sessionNotes.keepAsOwnHeading', row?.element);
      await settlesOn('the rows', rows, ['Arriving present', 'Going back to school missing']);
      match(await folder.read(CONFIGURATION), /- Back at school/);
    } finally {
      extension.dispose();
    }
  });

  it('that are taken for a stage say so in their hover, and offer the undoing there', async () => {
    const uri = await folder.write('a.session.md', text().replace(own, '## Back at school'));
    const editor = await show(uri);
    await problemsAre(uri);
    const at = rangeOf(editor.document, 'Back at').start;
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      uri,
      at,
    );
    const words = hovers.flatMap(({ contents }) =>
      contents.map(each => (typeof each === 'string' ? each : each.value)),
    );
    match(words.join('\n'), said({ en: /Going back to school/, id: /Kembali ke sekolah/ }));
    const fixes = await quickFixes(editor, '## Back at');
    deepEqual(
      fixes.map(fix => fix.title),
      [said({ en: 'This heading is my own', id: 'Ini judul saya sendiri' })],
    );
  });
});

describe('what a note lacks', () => {
  let folder: OwnFolder;
  beforeEach(async () => {
    folder = await OwnFolder.create();
  });
  afterEach(() => folder.remove());

  const soap = (...body: readonly string[]) =>
    [
      '---',
      'protocol: soap',
      `client: ${folder.client}`,
      'session: 1',
      'date: 2026-03-12',
      '---',
      ...body,
      '',
    ].join('\n');

  it('is one question, answered by the stages of today alone', async () => {
    const text = soap('## Subjective', 'Tired.', '## Plan', 'Rest.');
    const uri = await folder.write('a.session.md', text);
    const editor = await show(uri);
    await problemsAre(uri, '1 warning missing-stage');
    match(
      shownProblems(uri)[0]?.message ?? '',
      said({
        en: /^Not in this note: .*Objective.*, .*Assessment.*\. Not today\?$/,
        id: /^Belum ada di catatan ini: /,
      }),
    );
    const [only, ...others] = await quickFixes(editor, '---');
    equal(
      only?.title,
      said({
        en: 'Only the sections written here were worked on today',
        id: 'Hari ini memang hanya bagian yang sudah tertulis',
      }),
    );
    ok(others.length >= 3);
    await apply(only);
    equal(editor.document.getText(), text.replace('12\n---', '12\nstages: [subjective, plan]\n---'));
    await problemsAre(uri);
  });

  it('is nothing where labels begin the parts, and what is inserted is a label too', async () => {
    const text = soap('S: Tired.', 'O: Pale.', 'A: Overworked.', 'P: Rest.');
    const uri = await folder.write('a.session.md', text);
    const editor = await show(uri);
    await problemsAre(uri);
    await editor.edit(edit => edit.delete(rangeOf(editor.document, '\nP: Rest.')));
    await problemsAre(uri, '1 warning missing-stage');
    const fixes = await quickFixes(editor, '---');
    await apply(fixes.find(fix => /“(?:Plan|Rencana)/.test(fix.title)));
    match(editor.document.getText(), /A: Overworked\.\n\nP: *\n/);
  });

  it('is not asked of a format that is named in another way, which is mended by what has one right answer', async () => {
    const text = soap('S: Tired.', 'O: Pale.', 'A/P: Rest.').replace(': soap', ': SOAP');
    const uri = await folder.write('a.session.md', text);
    const editor = await show(uri);
    await problemsAre(uri, '2 info unknown-protocol');
    await vscode.commands.executeCommand('sessionNotes.fixAllProblems');
    equal(editor.document.getText(), text.replace(': SOAP', ': soap'));
    await problemsAre(uri);
  });
});

async function quickFixes(editor: vscode.TextEditor, text: string): Promise<readonly vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    editor.document.uri,
    rangeOf(editor.document, text),
    vscode.CodeActionKind.QuickFix.value,
  );
}

async function apply(action: vscode.CodeAction | undefined): Promise<void> {
  ok(action, 'a code action');
  if (action.edit !== undefined) equal(await vscode.workspace.applyEdit(action.edit), true);
  const { command } = action;
  if (command !== undefined)
    await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
}
