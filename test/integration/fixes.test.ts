import * as vscode from 'vscode';
import { deepEqual, equal, match, ok } from '../host/assert';
import { eventually } from '../host/eventually';
import { rangeOf, retype, show } from './editors';
import { note, wholeNote } from './noteTexts';
import { OwnFolder } from './ownFolder';
import { changeSetting } from './settings';
import { settlesOn } from './settlesOn';
import { problemsAre, ruleOf, shownProblems } from './shownProblems';
import { said } from './wording';

const misspelt = '## Bilding the relationship';

describe('quick fixes', () => {
  let folder: OwnFolder;
  beforeEach(async () => {
    folder = await OwnFolder.create();
  });
  afterEach(() => folder.remove());

  it('mend a misspelt heading, the one answer preferred, and undo gives back every byte', async () => {
    const text = wholeNote(folder).replace('## Building', '## Bilding');
    const uri = await folder.write('a.session.md', text);
    const editor = await show(uri);
    await problemsAre(uri, '8 error similar-heading');
    const [fix, ...others] = await quickFixes(editor, misspelt);
    deepEqual(others, []);
    equal(
      fix?.title,
      said({ en: 'Rename to “Building the relationship”', id: 'Ganti menjadi “Building the relationship”' }),
    );
    equal(fix?.isPreferred, true);
    await apply(fix);
    equal(editor.document.getText(), wholeNote(folder));
    await problemsAre(uri);
    await vscode.commands.executeCommand('undo');
    equal(editor.document.getText(), text);
    await editor.document.save();
    equal(await folder.read('a.session.md'), text);
  });

  it('are applied by Auto Fix where there is one right answer', async () => {
    const uri = await folder.write('a.session.md', wholeNote(folder).replace('## Building', '## Bilding'));
    const editor = await show(uri);
    await problemsAre(uri, '8 error similar-heading');
    const { start } = rangeOf(editor.document, 'Bilding');
    editor.selection = new vscode.Selection(start, start);
    const isMended = () => editor.document.getText() === wholeNote(folder);
    // Problems that come up meanwhile make VS Code drop the request, so that a user would ask again.
    await eventually('the fix', async () => {
      await vscode.commands.executeCommand('editor.action.autoFix');
      return eventually('the fix', isMended, 2_000).catch(() => false);
    });
  });

  it('prefer none where a person has to choose', async () => {
    const uri = await folder.write('a.session.md', wholeNote(folder, '- [?] What is this'));
    const editor = await show(uri);
    const fixes = await quickFixes(editor, '?');
    equal(fixes.length, 5);
    deepEqual(
      fixes.filter(({ isPreferred }) => isPreferred),
      [],
    );
    await apply(fixes.find(({ title }) => title.includes('[h]')));
    match(editor.document.getText(), /- \[h\] What is this/);
  });

  it('insert a missing stage with its sections in the language of the note, the caret where to write', async () => {
    const text = wholeNote({ ...folder, stages: 'relationship, planning' });
    const uri = await folder.write('a.session.md', text);
    const editor = await show(uri);
    await problemsAre(uri, '8 error missing-stage');
    const [fix] = await quickFixes(editor, '## Building the relationship');
    equal(
      fix?.title,
      said({
        en: 'Insert the stage “Planning how to solve the problem”',
        id: 'Sisipkan tahap “Planning how to solve the problem”',
      }),
    );
    await apply(fix);
    const after = editor.document.getText();
    match(
      after,
      /- \[ \] Sleep before eleven \^sleep\n\n## Planning how to solve the problem\n\n### Best-fitting solution\n\n\n/,
    );
    ok(after.startsWith(text.trimEnd()), 'nothing that was there changed');
    const caret = editor.selection.active;
    equal(editor.document.lineAt(caret.line).text, '');
    equal(editor.document.lineAt(caret.line - 2).text, '### Best-fitting solution');
    await vscode.commands.executeCommand('undo');
    equal(editor.document.getText(), text);
  });

  it('do not come up in other Markdown files', async () => {
    const editor = await show(await folder.write('other.md', `# Mine\n\n${misspelt}\n`));
    deepEqual(await quickFixes(editor, misspelt), []);
    deepEqual(await fixAllActions(editor), []);
  });
});

describe('fix all', () => {
  let folder: OwnFolder;
  beforeEach(async () => {
    folder = await OwnFolder.create();
  });
  afterEach(() => folder.remove());

  const goals = ['- [✓] Sleep before eleven', '- [ ] Walk to school [due:: 12.3.2026]', '- [?] What is this'];
  const front = { date: '14 January 2026' };
  const mended = [
    '- [x] Sleep before eleven',
    '- [ ] Walk to school [due:: 2026-03-12]',
    '- [?] What is this',
  ];

  it('applies what has one right answer and leaves the rest', async () => {
    const language = ['language: id'];
    const text = wholeNote({ ...folder, ...front, more: language }, ...goals).replace(
      '## Building',
      '## Bilding',
    );
    const uri = await folder.write('a.session.md', text);
    const editor = await show(uri);
    const [action, ...others] = await fixAllActions(editor);
    deepEqual(others, []);
    await apply(action);
    equal(editor.document.getText(), wholeNote({ ...folder, more: language }, ...mended));
    await problemsAre(uri, '19 warning goal-status');
    deepEqual(await fixAllActions(editor), []);
    await vscode.commands.executeCommand('undo');
    equal(editor.document.getText(), text);
  });

  it('is a command of its own, undone in one step', async () => {
    const text = wholeNote(folder, '- [✓] Sleep', '- [–] Walk');
    const editor = await show(await folder.write('a.session.md', text));
    await vscode.commands.executeCommand('sessionNotes.fixAllProblems');
    equal(editor.document.getText(), wholeNote(folder, '- [x] Sleep', '- [-] Walk'));
    await vscode.commands.executeCommand('undo');
    equal(editor.document.getText(), text);
  });

  it('runs on save where that is asked for, and not otherwise', async () => {
    const uri = await folder.write('a.session.md', wholeNote(folder, '- [✓] Sleep'));
    const editor = await show(uri);
    await retype(editor, 'Facilitate communication', 'Listen');
    await editor.document.save();
    match(await folder.read('a.session.md'), /- \[✓\] Sleep/);
    await changeSetting('editor.codeActionsOnSave', { 'source.fixAll.sessionNotes': 'explicit' });
    await retype(editor, 'Listen', 'Facilitate communication');
    await editor.document.save();
    equal(await folder.read('a.session.md'), wholeNote(folder, '- [x] Sleep'));
  });

  it('keeps CRLF, tabs, byte order mark and the missing line end at the end', async () => {
    const text = `\ufeff${wholeNote(folder, '-\t[✓] Sleep', '\t-\t[ ] Below').trimEnd().replaceAll('\n', '\r\n')}`;
    const editor = await show(await folder.write('a.session.md', text));
    await vscode.commands.executeCommand('sessionNotes.fixAllProblems');
    await editor.document.save();
    equal(await folder.read('a.session.md'), text.replace('✓', 'x'));
  });
});

describe('Insert Missing Stages', () => {
  let folder: OwnFolder;
  beforeEach(async () => {
    folder = await OwnFolder.create();
  });
  afterEach(() => folder.remove());

  it('inserts every missing stage and section, which still have to be written, and undo takes all back', async () => {
    const text = note(
      { ...folder, stages: 'relationship, exploration, planning' },
      '## Building the relationship',
      '',
      "### Counselor's goals",
      '',
      '- [x] Facilitate communication',
      '',
      '## Planning how to solve the problem',
      '',
      'Later.',
    );
    const uri = await folder.write('a.session.md', text);
    const editor = await show(uri);
    await vscode.commands.executeCommand('sessionNotes.insertMissingStages');
    const headings = editor.document.getText().match(/^#+ .*/gm);
    deepEqual(headings, [
      '## Building the relationship',
      "### Counselor's goals",
      "### Client's goals",
      '## Identifying and exploring the problem',
      '### Problem definition',
      '### Time dimension',
      '### Feeling dimension',
      '### Cognitive dimension',
      '## Planning how to solve the problem',
      '### Best-fitting solution',
      '### Alternative solutions',
    ]);
    const rules = () => [...new Set(shownProblems(uri).map(ruleOf))].sort();
    await settlesOn('problems of what is still to be written', rules, ['empty-section', 'empty-stage']);
    await vscode.commands.executeCommand('undo');
    equal(editor.document.getText(), text);
  });

  it('uses the line ends of the note', async () => {
    const text = note({ ...folder, stages: 'relationship' }, 'A line.').replaceAll('\n', '\r\n');
    const editor = await show(await folder.write('a.session.md', text));
    await vscode.commands.executeCommand('sessionNotes.insertMissingStages');
    await editor.document.save();
    const saved = await folder.read('a.session.md');
    ok(saved.length > text.length);
    equal(/(?<!\r)\n/.test(saved), false);
  });

  it('inserts in the language that the note has, else in that of the interface', async () => {
    const indonesian = note({ ...folder, stages: 'relationship', more: ['language: id'] }, 'Catatan.');
    const first = await show(await folder.write('a.session.md', indonesian));
    await vscode.commands.executeCommand('sessionNotes.insertMissingStages');
    match(first.document.getText(), /^## Membangun hubungan$/m);
    const silent = note({ ...folder, session: 2, stages: 'relationship' }, 'x');
    const second = await show(await folder.write('b.session.md', silent));
    await vscode.commands.executeCommand('sessionNotes.insertMissingStages');
    match(
      second.document.getText(),
      said({ en: /^## Building the relationship$/m, id: /^## Membangun hubungan$/m }),
    );
  });
});

/** The quick fixes offered with the caret in front of the first occurrence of `text`. */
async function quickFixes(editor: vscode.TextEditor, text: string): Promise<readonly vscode.CodeAction[]> {
  const { start, end } = rangeOf(editor.document, text);
  return codeActions(editor, new vscode.Range(start, end), vscode.CodeActionKind.QuickFix);
}

async function fixAllActions(editor: vscode.TextEditor): Promise<readonly vscode.CodeAction[]> {
  const all = new vscode.Range(0, 0, editor.document.lineCount, 0);
  return codeActions(editor, all, vscode.CodeActionKind.SourceFixAll.append('sessionNotes'));
}

async function codeActions(
  editor: vscode.TextEditor,
  range: vscode.Range,
  kind: vscode.CodeActionKind,
): Promise<readonly vscode.CodeAction[]> {
  return vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    editor.document.uri,
    range,
    kind.value,
  );
}

/** Applies a code action as choosing it does. */
async function apply(action: vscode.CodeAction | undefined): Promise<void> {
  ok(action?.edit, 'a code action with an edit');
  equal(await vscode.workspace.applyEdit(action.edit), true);
  const { command } = action;
  if (command !== undefined)
    await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
}
