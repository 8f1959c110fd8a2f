import * as vscode from 'vscode';
import { deepEqual, equal, ok } from '../host/assert';
import { eventually } from '../host/eventually';
import { rangeOf, show } from './editors';
import { OwnFolder } from './ownFolder';
import { problemsAre } from './shownProblems';

/** A whole note by SOAP with these lines below two of its headings. */
function soap(client: string, objective: string, plan: string): string {
  return `---\nprotocol: soap\nclient: ${client}\nsession: 1\ndate: 2026-02-04\n---\n## Subjective\nWell.\n## Objective\n${objective}\n## Assessment\nBetter.\n## Plan\n${plan}\n`;
}

describe('what looks like a goal and is none', () => {
  let folder: OwnFolder;
  beforeEach(async () => {
    folder = await OwnFolder.create();
    // A practice of its own, whose files may be changed; the severity tells that it governs.
    await folder.makeWatched('.session-notes/protocols');
    await folder.write('.session-notes/config.yaml', 'rules: { goal-untracked: info }\n');
  });
  afterEach(() => folder.remove());

  it('is an item without a box, made an action alone or with all of its list', async () => {
    const uri = await folder.write('a.session.md', soap(folder.client, 'Calm.', '- Walk\n- Read'));
    const editor = await show(uri);
    await problemsAre(uri, '14 info goal-untracked', '15 info goal-untracked');
    const fixes = await quickFixes(editor, 'Walk');
    equal(fixes.length, 4);
    await apply(fixes[1]);
    equal(editor.document.getText(), soap(folder.client, 'Calm.', '- [ ] Walk\n- [ ] Read'));
    await problemsAre(uri);
    await vscode.commands.executeCommand('undo');
    await apply((await quickFixes(editor, 'Walk'))[0]);
    equal(editor.document.getText(), soap(folder.client, 'Calm.', '- [ ] Walk\n- Read'));
  });

  it('is just text in all notes once the practice says so, which is kept in its configuration', async () => {
    const uri = await folder.write('a.session.md', soap(folder.client, 'Calm.', '- Walk'));
    const editor = await show(uri);
    await problemsAre(uri, '14 info goal-untracked');
    await apply((await quickFixes(editor, 'Walk')).at(-1));
    await problemsAre(uri);
    equal(await folder.read('.session-notes/config.yaml'), 'rules: { goal-untracked: info }\nitems: text\n');
  });

  it('is a list of boxes where findings stand, followed by ids or never asked about in that part', async () => {
    const text = soap(folder.client, '- [ ] SI\n- [x] HI', 'Rest.');
    const uri = await folder.write('a.session.md', text);
    const editor = await show(uri);
    await problemsAre(uri, '10 info goal-untracked');
    const fixes = await quickFixes(editor, 'SI');
    equal(fixes.length, 2);
    await apply(fixes[0]);
    ok(/- \[ \] SI \^[a-z2-7]{6}\n- \[x\] HI \^[a-z2-7]{6}\n/.test(editor.document.getText()));
    await problemsAre(uri);
    await vscode.commands.executeCommand('undo');
    await problemsAre(uri, '10 info goal-untracked');
    await apply((await quickFixes(editor, 'SI'))[1]);
    await problemsAre(uri);
    equal(
      await folder.read('.session-notes/protocols/soap.yaml'),
      'id: soap\nextends: soap\nstages:\n  - id: objective\n    tracks: never\n',
    );
  });

  it('offers for “Jumat depan” each day that may be meant, and prefers none', async () => {
    const uri = await folder.write(
      'a.session.md',
      soap(folder.client, 'Calm.', '- [ ] Walk [tenggat:: Jumat depan]'),
    );
    const editor = await show(uri);
    await problemsAre(uri, '14 warning goal-field');
    const fixes = await quickFixes(editor, 'Jumat');
    deepEqual(
      fixes.map(({ title, isPreferred }) => [/\d{4}-\d\d-\d\d/.exec(title)?.[0], isPreferred ?? false]),
      [
        ['2026-02-06', false],
        ['2026-02-13', false],
      ],
    );
    await apply(fixes[1]);
    equal(editor.document.getText(), soap(folder.client, 'Calm.', '- [ ] Walk [tenggat:: 2026-02-13]'));
  });
});

/** The quick fixes offered at the first occurrence of `text`, once there are some. */
async function quickFixes(editor: vscode.TextEditor, text: string): Promise<readonly vscode.CodeAction[]> {
  const { start, end } = rangeOf(editor.document, text);
  return eventually('quick fixes', async () => {
    const found = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      editor.document.uri,
      new vscode.Range(start, end),
      vscode.CodeActionKind.QuickFix.value,
    );
    return found.length > 0 && found;
  });
}

/** Applies a code action as choosing it does. */
async function apply(action: vscode.CodeAction | undefined): Promise<void> {
  ok(action, 'a code action');
  if (action.edit !== undefined) equal(await vscode.workspace.applyEdit(action.edit), true);
  const { command } = action;
  if (command !== undefined)
    await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
}
