import * as vscode from 'vscode';
import { wordsHash } from '../../src/core/transcript/wordsHash';
import { deepEqual, equal, match, ok } from '../host/assert';
import { eventually } from '../host/eventually';
import { answering } from './answering';
import { rangeOf, retype, show } from './editors';
import { OwnFolder } from './ownFolder';
import { ruleOf, shownProblems } from './shownProblems';
import { said } from './wording';

describe('transcripts', () => {
  let folder: OwnFolder;
  beforeEach(async () => {
    folder = await OwnFolder.create();
  });
  afterEach(() => folder.remove());

  /** A transcript of the four-stage protocol with these lines below its front matter. */
  const transcript = (...lines: readonly string[]): string =>
    [
      '---',
      'protocol: four-stage',
      'kind: transcript',
      `client: ${folder.client}`,
      'session: 1',
      'date: 2026-01-14',
      'coder: AB',
      'speakers:',
      '  RA: counselor',
      '  K: client',
      '---',
      ...lines,
      '',
    ].join('\n');

  const showLines = async (...lines: readonly string[]): Promise<vscode.TextEditor> =>
    show(await folder.write('t.session.md', transcript(...lines)));

  /** What stands below the front matter. */
  const body = ({ document }: vscode.TextEditor): string => document.getText().split('\n---\n')[1] ?? '';

  const selectText = (editor: vscode.TextEditor, text: string, length = text.length): void => {
    const { start } = rangeOf(editor.document, text);
    const end = editor.document.positionAt(editor.document.offsetAt(start) + length);
    editor.selection = new vscode.Selection(start, end);
  };

  it('Apply Code codes the turn at the caret, and a selection; Remove Code takes codes off again', async () => {
    const editor = await showLines('RA: Malu sekali, ya?', '', 'K: Iya, malu dan takut.');
    selectText(editor, 'Malu sekali', 0);
    await vscode.commands.executeCommand('sessionNotes.applyCode', 'empathy');
    equal(body(editor), 'RA: Malu sekali, ya? #empathy\n\nK: Iya, malu dan takut.\n');
    selectText(editor, 'malu dan');
    await vscode.commands.executeCommand('sessionNotes.applyCode', 'openness');
    equal(body(editor), 'RA: Malu sekali, ya? #empathy\n\nK: Iya, {==malu dan==}{>>#openness<<} takut.\n');
    selectText(editor, 'dan', 0);
    await vscode.commands.executeCommand('sessionNotes.removeCode', 'openness');
    selectText(editor, 'sekali', 0);
    await vscode.commands.executeCommand('sessionNotes.removeCode');
    equal(body(editor), 'RA: Malu sekali, ya?\n\nK: Iya, malu dan takut.\n');
    await vscode.commands.executeCommand('undo');
    equal(body(editor), 'RA: Malu sekali, ya? #empathy\n\nK: Iya, malu dan takut.\n');
  });

  it('Apply Code codes the turn above the blank line at the caret', async () => {
    const editor = await showLines('RA: satu', '', '', 'K: dua', '', '# Judul');
    const { line } = rangeOf(editor.document, 'satu').start;
    editor.selection = new vscode.Selection(line + 1, 0, line + 1, 0);
    await vscode.commands.executeCommand('sessionNotes.applyCode', 'empathy');
    equal(body(editor), 'RA: satu #empathy\n\n\nK: dua\n\n# Judul\n');
    const heading = rangeOf(editor.document, '# Judul').start;
    editor.selection = new vscode.Selection(heading, heading);
    const asked = await answering({}, async () => {
      await vscode.commands.executeCommand('sessionNotes.applyCode', 'empathy');
    });
    match(asked[0]?.text ?? '', said({ en: /no turn here/, id: /tidak ada giliran/ }));
  });

  it('Apply Code codes every turn of a selection over several', async () => {
    const editor = await showLines('RA: satu', '', 'K: dua');
    editor.selection = new vscode.Selection(
      rangeOf(editor.document, 'satu').start,
      rangeOf(editor.document, 'dua').end,
    );
    await vscode.commands.executeCommand('sessionNotes.applyCode', 'trust');
    equal(body(editor), 'RA: {==satu==}{>>#trust<<}\n\nK: {==dua==}{>>#trust<<}\n');
  });

  it('Set Stage From Here puts the heading above the turn', async () => {
    const editor = await showLines('RA: satu', '', 'K: dua');
    selectText(editor, 'dua', 0);
    await vscode.commands.executeCommand('sessionNotes.setStageFromHere', 'planning');
    match(
      body(editor),
      /^RA: satu\n\n## (Planning how to solve the problem|Perencanaan pemecahan masalah)\n\nK: dua\n$/,
    );
  });

  it('offer the techniques of the stage first behind #', async () => {
    const editor = await showLines('## Identifying and exploring the problem', '', 'RA: satu #');
    const end = rangeOf(editor.document, 'satu #').end;
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      editor.document.uri,
      end,
      '#',
    );
    const inserted = list.items
      .map(({ insertText }) => (insertText instanceof vscode.SnippetString ? insertText.value : ''))
      .filter(text => text.startsWith('#'));
    equal(inserted[0], '#verbal-communication');
    ok(inserted.includes('#repetition'), inserted.join());
  });

  it('say what a code means', async () => {
    const editor = await showLines('RA: satu #empathy');
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      editor.document.uri,
      rangeOf(editor.document, 'empathy').start,
    );
    const text = hovers
      .flatMap(({ contents }) => contents)
      .map(content => (content instanceof vscode.MarkdownString ? content.value : ''))
      .join('\n');
    match(text, /\*\*(Empathy|Empati)\*\*/);
    match(text, /empathy/);
  });

  it('show what is wrong in them, and mend it', async () => {
    const editor = await showLines('RA: satu #empati', '', '[0:00:09] Ibu: dua', '', '[0:00:03] K: {==tiga');
    const { uri } = editor.document;
    await eventually('the problems', () =>
      same(shownRules(uri), ['timestamp-order', 'unclosed-span', 'unknown-code', 'unknown-speaker']),
    );
    await retype(editor, '#empati', '#empathy');
    await retype(editor, '[0:00:09] Ibu', '[0:00:02] K');
    await retype(editor, '{==tiga', 'tiga');
    await eventually('no problems', () => same(shownRules(uri), []));
  });

  it('long as a book, are opened, checked and coded without holding up the rest', async () => {
    const turns = Array.from({ length: 4500 }, (_, at) => [
      `[${Math.floor(at / 3600)}:${two(Math.floor(at / 60) % 60)}:${two(at % 60)}] **${at % 2 === 0 ? 'RA' : 'K'}:** Waktu itu saya salah sebut {==satu kata==}{>>#openness<<}, lalu ada yang tertawa. #trust`,
      '',
    ]).flat();
    const editor = await showLines(...turns, 'K: akhir #nothing-such');
    const { uri } = editor.document;
    await eventually('the problem at its end', () => same(shownRules(uri), ['unknown-code']), 300_000);
    const last = rangeOf(editor.document, '#nothing-such');
    editor.selection = new vscode.Selection(last.start, last.start);
    await retype(editor, '#nothing-such', '#trust');
    await eventually('no problem', () => same(shownRules(uri), []));
    await vscode.commands.executeCommand('sessionNotes.applyCode', 'openness');
    ok(editor.document.getText().endsWith('K: akhir #trust #openness\n'));
  });

  it('are listed by code, and a code is renamed in all of them at once', async () => {
    const first = await folder.write(
      'a.session.md',
      transcript('RA: satu #empathy', '', 'K: {==dua==}{>>#empathy<<}'),
    );
    const second = await folder.write(
      'b.session.md',
      transcript('RA: tiga #empathy #trust').replace('session: 1', 'session: 2'),
    );
    await show(first);
    await vscode.commands.executeCommand('sessionNotes.codes.focus');
    const shown = vscode.window.showInputBox;
    Reflect.set(vscode.window, 'showInputBox', async () => 'compassion');
    const pick = vscode.window.showQuickPick;
    Reflect.set(vscode.window, 'showQuickPick', async (items: readonly { readonly code?: string }[]) =>
      items.find(({ code }) => code === 'empathy'),
    );
    const warn = vscode.window.showWarningMessage;
    const warnings: string[] = [];
    Reflect.set(vscode.window, 'showWarningMessage', async (text: string, _: unknown, button: string) => {
      warnings.push(text);
      return button;
    });
    try {
      await eventually('both to be known', async () => {
        await vscode.commands.executeCommand('sessionNotes.renameCode');
        const texts = await Promise.all(
          [first, second].map(async uri => (await vscode.workspace.openTextDocument(uri)).getText()),
        );
        return texts.every(text => !text.includes('empathy'));
      });
    } finally {
      Reflect.set(vscode.window, 'showInputBox', shown);
      Reflect.set(vscode.window, 'showQuickPick', pick);
      Reflect.set(vscode.window, 'showWarningMessage', warn);
    }
    // The built-in codebook keeps its name, which is asked about.
    match(warnings.join('\n'), /compassion/);
    const text = (await vscode.workspace.openTextDocument(second)).getText();
    ok(text.endsWith('RA: tiga #compassion #trust\n'), text);
  });

  it('are not renamed a code in while another one arrives: nothing is written then, and that is said', async () => {
    const [first, second] = ['RA: satu #empathy', 'RA: dua #empathy'].map(line => transcript(line));
    const uri = await folder.write('a.session.md', first ?? '');
    await show(uri);
    const rename = async (): Promise<void> => {
      await vscode.commands.executeCommand('sessionNotes.renameCode');
    };
    const row = said({ en: '#empathy · places: 1', id: '#empathy · tempat: 1' });
    const takes = ({ label, description }: vscode.QuickPickItem): boolean =>
      /^Empat/i.test(label) && description === row;
    await eventually('the code to be known', async () => {
      let isKnown = false;
      const looks = (item: vscode.QuickPickItem): boolean => {
        isKnown ||= takes(item);
        return false;
      };
      await answering({ takes: looks }, rename);
      return isKnown;
    });
    const meanwhile = async () => void (await folder.write('b.session.md', second ?? ''));
    const asked = await answering({ messages: 'yes', typed: ['compassion'], takes, meanwhile }, rename);
    match(asked.at(-1)?.text ?? '', said({ en: /nothing was written/, id: /tidak ada yang ditulis/ }));
    equal(await folder.read('a.session.md'), first);
  });

  it('are not coded where the editor would unify the line ends of the file', async () => {
    const mixed = transcript('RA: satu', '', 'K: dua').replace('\n', '\r\n');
    const uri = await folder.write('t.session.md', mixed);
    const editor = await show(uri);
    selectText(editor, 'satu', 0);
    const [asked] = await answering({}, async () => {
      await vscode.commands.executeCommand('sessionNotes.applyCode', 'empathy');
    });
    match(asked?.text ?? '', /t\.session\.md/);
    equal(editor.document.isDirty, false);
  });

  it('fold their codes to a hint and unfold them', async () => {
    const editor = await showLines('RA: satu #empathy');
    const before = editor.document.getText();
    await vscode.commands.executeCommand('sessionNotes.foldCodes');
    await vscode.commands.executeCommand('sessionNotes.unfoldCodes');
    deepEqual([editor.document.getText(), editor.document.isDirty], [before, false]);
  });

  it('whose words change are told so at the turns that changed, as long as they are open', async () => {
    const words = wordsHash({ turns: ['satu', 'dua', 'tiga'].map(said => ({ words: said })) });
    const text = transcript('RA: satu', '', 'K: dua', '', 'RA: tiga').replace(
      'coder: AB',
      `coder: AB\nattendance: maybe\nwords: ${words}`,
    );
    const editor = await show(await folder.write('t.session.md', text));
    const { document } = editor;
    const shown = () =>
      shownProblems(document.uri)
        .filter(problem => ruleOf(problem) === 'words-changed')
        .map(({ range }) => document.lineAt(range.start).text);
    await eventually('what is wrong at first', () => shownProblems(document.uri).length > 0);
    deepEqual(shown(), []);
    await retype(editor, 'dua', 'dua belas');
    await eventually('the changed turn', () => shown().join() === 'K: dua belas');
    await vscode.commands.executeCommand('undo');
    await eventually('nothing', () => shown().length === 0);
  });

  it('have a picture in a tab of its own', async () => {
    await showLines('RA: satu #empathy');
    await vscode.commands.executeCommand('sessionNotes.showTranscriptPicture');
    await eventually('the tab', () =>
      vscode.window.tabGroups.all
        .flatMap(({ tabs }) => tabs)
        .some(
          ({ label, input }) => input instanceof vscode.TabInputWebview && label.includes('t.session.md'),
        ),
    );
  });
});

function two(number: number): string {
  return String(number).padStart(2, '0');
}

function same(found: readonly string[], expected: readonly string[]): boolean {
  return found.join() === expected.join();
}

/** The rules that problems are shown of, each once, in alphabetical order. */
function shownRules(uri: vscode.Uri): readonly string[] {
  return [...new Set(shownProblems(uri).map(ruleOf))].sort();
}
