import * as vscode from 'vscode';
import { deepEqual, equal } from '../host/assert';
import { eventually } from '../host/eventually';
import { closeWithoutSaving, retype, show, showUntitled } from './editors';
import { note, wholeNote } from './noteTexts';
import { OwnFolder } from './ownFolder';
import { problemLines, problemsAre, ruleOf, shownProblems } from './shownProblems';
import { said } from './wording';

describe('problems', () => {
  let folder: OwnFolder;
  beforeEach(async () => {
    folder = await OwnFolder.create();
  });
  afterEach(() => folder.remove());

  it('appear while typing and vanish when mended', async () => {
    const uri = await folder.write('a.session.md', wholeNote(folder));
    const editor = await show(uri);
    await retype(editor, '## Building the relationship', '## Bilding the relationship');
    await problemsAre(uri, '8 error similar-heading');
    await retype(editor, '## Bilding', '## Building');
    await problemsAre(uri);
    equal(editor.document.isDirty, true, 'nothing was saved for it');
  });

  it('are those of the text as it is in the end, however fast it was typed', async () => {
    const uri = await folder.write('a.session.md', wholeNote(folder));
    const editor = await show(uri);
    for (const marker of ['?', '!', '+', '=', '*']) {
      await retype(editor, '- [', `- [${marker}] Another one\n- [`);
    }
    await problemsAre(uri, ...[12, 13, 14, 15, 16].map(line => `${line} warning goal-status`));
    await retype(editor, '- [*] Another one\n- [=] Another one\n', '');
    await problemsAre(uri, ...[12, 13, 14].map(line => `${line} warning goal-status`));
  });

  it('say what is wrong in the language of the interface, titles in that of the note, where it can be mended', async () => {
    const lines = ['## Building the relationship', "### Counselor's goals", '- [x] Facilitate communication'];
    const uri = await folder.write('a.session.md', note(folder, ...lines));
    await show(uri);
    await problemsAre(uri, '8 warning missing-section');
    const [problem] = shownProblems(uri);
    equal(
      problem?.message,
      said({
        en: "The section “Client's goals” is missing. Add its heading and write below it.",
        id: "Bagian “Client's goals” belum ada. Tambahkan judulnya dan isi di bawahnya.",
      }),
    );
    deepEqual(rangeNumbers(problem), [7, 3, 7, lines[0]?.length ?? 0]);
  });

  it('are those of the built-in protocol that the note names, each read when it is named', async () => {
    const head = (protocol: string) =>
      [
        '---',
        `protocol: ${protocol}`,
        `client: ${folder.client}`,
        'session: 1',
        'date: 2026-03-12',
        '---',
      ].join('\n');
    const soap = await folder.write('soap.md', `${head('soap')}\n## Subjective\nTired.\n`);
    await show(soap);
    await problemsAre(soap, '1 warning missing-stage');
    const cbt = await folder.write('cbt.md', `${head('cbt-session')}\n## Cek suasana hati\n5 dari 10.\n`);
    await show(cbt);
    await problemsAre(cbt, '1 warning missing-stage');
  });

  it('link to the page of their rule, which is there', async () => {
    const uri = await folder.write('a.session.md', note(folder, 'Nothing else.'));
    await show(uri);
    await problemsAre(uri, '1 error missing-stage');
    const code = shownProblems(uri)[0]?.code;
    const link = typeof code === 'object' ? code.target : undefined;
    equal(link?.scheme, 'command');
    // It names no file: one of this machine would be looked for where the window is.
    deepEqual(JSON.parse(link?.query ?? '[]'), ['missing-stage']);
    await vscode.commands.executeCommand(link?.path ?? '', 'missing-stage');
    // As a page to be read, not as its source.
    await eventually('the page', () => {
      const { activeTab } = vscode.window.tabGroups.activeTabGroup;
      return activeTab?.input instanceof vscode.TabInputWebview && activeTab.label.includes('missing-stage');
    });
  });

  it('stand at the file that has them, not at another', async () => {
    const good = await folder.write('good.session.md', wholeNote(folder));
    const bad = await folder.write(
      'bad.session.md',
      wholeNote({ client: `${folder.client}-b` }, '- [?] What is this'),
    );
    await show(good);
    await show(bad);
    await problemsAre(bad, '16 warning goal-status');
    deepEqual(problemLines(good), []);
  });

  it('never come up in other Markdown files', async () => {
    const text = '# Shopping\n\n- [?] Milk\n- [x] Bread ^a\n\n## Building the relationshp\n';
    const other = await folder.write('shopping.md', text);
    const uri = await folder.write('a.session.md', wholeNote(folder));
    const otherEditor = await show(other);
    await retype(otherEditor, 'Milk', 'Oat milk');
    const editor = await show(uri);
    await retype(editor, '- [ ]', '- [?]');
    await problemsAre(uri, '16 warning goal-status');
    deepEqual(problemLines(other), []);
  });

  it('begin with the line that makes a file a session note, and end with it', async () => {
    const uri = await folder.write('a.md', wholeNote(folder, '- [?] What').replace('protocol:', 'format:'));
    const editor = await show(uri);
    await retype(editor, 'format:', 'protocol:');
    await problemsAre(uri, '16 warning goal-status');
    await retype(editor, 'protocol:', 'format:');
    await problemsAre(uri);
  });

  it('come up in a note that is not saved anywhere yet, and go with it', async () => {
    const editor = await showUntitled(wholeNote(folder, '- [?] What'));
    const { uri } = editor.document;
    await problemsAre(uri, '16 warning goal-status');
    await closeWithoutSaving();
    await problemsAre(uri);
  });

  it('never come up in an old version that source control shows', async () => {
    const text = wholeNote(folder, '- [?] What');
    const provider = vscode.workspace.registerTextDocumentContentProvider('old-version', {
      provideTextDocumentContent: () => text,
    });
    const old = folder.at('a.session.md').with({ scheme: 'old-version' });
    const uri = await folder.write('a.session.md', text);
    await show(old);
    await show(uri);
    await problemsAre(uri, '16 warning goal-status');
    deepEqual(problemLines(old), []);
    provider.dispose();
  });

  it('are only hints of what is missing while the note is a draft', async () => {
    const text = note({ ...folder, more: ['status: draft'] }, '## Building the relationship', '');
    const uri = await folder.write('a.session.md', text);
    const editor = await show(uri);
    await problemsAre(uri, '9 hint empty-stage');
    await retype(editor, 'status: draft\n', '');
    await problemsAre(uri, '8 error empty-stage');
  });

  it('keep silent where a comment in the note says so', async () => {
    const goals = ['<!-- session-notes-disable-next-line goal-status -->', '- [?] One', '- [?] Two'];
    const uri = await folder.write('a.session.md', wholeNote(folder, ...goals));
    const editor = await show(uri);
    await problemsAre(uri, '18 warning goal-status');
    await retype(editor, '<!-- session-notes-disable-next-line goal-status -->\n', '');
    await problemsAre(uri, '16 warning goal-status', '17 warning goal-status');
  });

  it('go when the note is closed', async () => {
    const uri = await folder.write('a.session.md', wholeNote(folder, '- [?] What'));
    await show(uri);
    await problemsAre(uri, '16 warning goal-status');
    await closeWithoutSaving();
    await problemsAre(uri);
  });

  it('go when the note is deleted', async () => {
    const uri = await folder.write('a.session.md', wholeNote(folder, '- [?] What'));
    const other = await folder.write('b.session.md', wholeNote({ ...folder, session: 2 }, '- [?] What'));
    await show(other);
    await problemsAre(uri, '16 warning goal-status');
    await folder.delete('a.session.md');
    await problemsAre(uri);
    deepEqual(problemLines(other), ['16 warning goal-status']);
  });

  it('go when the file is no longer edited as Markdown', async () => {
    const uri = await folder.write('a.session.md', wholeNote(folder, '- [?] What'));
    const { document } = await show(uri);
    await problemsAre(uri, '16 warning goal-status');
    await vscode.languages.setTextDocumentLanguage(document, 'plaintext');
    await problemsAre(uri);
  });

  it('of an unresolved merge is the only one', async () => {
    const goals = ['<<<<<<< HEAD', '- [?] One', '=======', '- [ ] Two', '>>>>>>> theirs'];
    const uri = await folder.write('a.session.md', wholeNote(folder, ...goals));
    const editor = await show(uri);
    await problemsAre(uri, '16 error conflict-markers');
    await retype(editor, goals.join('\n'), '- [?] One');
    await problemsAre(uri, '16 warning goal-status');
  });

  it('are in the same place whatever ends the lines, with a byte order mark too', async () => {
    const text = wholeNote(folder, '- [?] What').replaceAll('\n', '\r\n');
    const uri = await folder.write('a.session.md', `\ufeff${text}`);
    await show(uri);
    await problemsAre(uri, '16 warning goal-status');
    deepEqual(rangeNumbers(shownProblems(uri)[0]), [15, 3, 15, 4]);
  });

  it('of a note by its name alone are the missing fields and stages', async () => {
    const uri = await folder.write('a.session.md', 'Came late.\n');
    await show(uri);
    const rules = await eventually('problems', () => {
      const found = shownProblems(uri).map(ruleOf);
      return found.length > 0 && found.sort();
    });
    deepEqual(rules, [...Array(3).fill('missing-field'), ...Array(4).fill('missing-stage')]);
  });
});

function rangeNumbers(problem: vscode.Diagnostic | undefined): readonly number[] {
  if (problem === undefined) return [];
  const { start, end } = problem.range;
  return [start.line, start.character, end.line, end.character];
}
