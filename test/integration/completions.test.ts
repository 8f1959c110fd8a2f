import * as vscode from 'vscode';
import { deepEqual, equal, match, ok } from '../host/assert';
import { eventually } from '../host/eventually';
import { rangeOf, show } from './editors';
import { type FrontMatter, note, wholeNote } from './noteTexts';
import { OwnFolder } from './ownFolder';
import { settlesOn } from './settlesOn';
import { said } from './wording';

describe('completions', () => {
  let folder: OwnFolder;
  beforeEach(async () => {
    folder = await OwnFolder.create();
  });
  afterEach(() => folder.remove());

  /** Shows a note with the caret at the `|` of its text. */
  const showAt = async (text: string, path = 'a.session.md'): Promise<vscode.TextEditor> => {
    const editor = await show(await folder.write(path, text));
    const caret = rangeOf(editor.document, '|');
    await editor.edit(edit => edit.delete(caret));
    editor.selection = new vscode.Selection(caret.start, caret.start);
    return editor;
  };

  it('at a heading are the next missing stage, the missing sections of the stage there, and last what nobody planned', async () => {
    const front = { ...folder, stages: 'relationship, exploration, planning' };
    const body = ['## Building the relationship', '', "### Counselor's goals", '', '- [x] Listen', '', '#|'];
    deepEqual(labels(await offersAt(await showAt(note(front, ...body)), '#')), [
      'Identifying and exploring the problem',
      "Client's goals",
      'Quality of the relationship',
      'Planning how to solve the problem',
      'Applying the solution and closing',
      'Risk',
    ]);
  });

  it('at a deeper heading are the sections first', async () => {
    const front = { ...folder, stages: 'relationship, exploration' };
    const body = [
      '## Building the relationship',
      '',
      "### Counselor's goals",
      '',
      '- [x] Listen',
      '',
      '### |',
    ];
    deepEqual(labels(await offersAt(await showAt(note(front, ...body)), ' ')).slice(0, 3), [
      "Client's goals",
      'Quality of the relationship',
      'Identifying and exploring the problem',
    ]);
  });

  it('insert a stage as a snippet with its sections, the caret where writing begins', async () => {
    const editor = await showAt(note(english(folder), '## |'));
    const [stage] = await offersAt(editor);
    await accept(editor, stage);
    match(
      editor.document.getText(),
      /\n## Building the relationship\n\n### Counselor's goals\n\n\n\n### Client's goals\n\n/,
    );
    const { line } = editor.selection.active;
    equal(editor.document.lineAt(line).text, '');
    equal(editor.document.lineAt(line - 2).text, "### Counselor's goals");
  });

  it('come up while typing, where VS Code itself offers nothing unasked', async () => {
    const editor = await showAt(note(english(folder), '|'));
    await vscode.commands.executeCommand('type', { text: '#' });
    await eventually('the stage in the note', async () => {
      await vscode.commands.executeCommand('acceptSelectedSuggestion');
      return editor.document.getText().includes('\n## Building the relationship\n');
    });
    const quick = vscode.workspace
      .getConfiguration('editor', { languageId: 'markdown', uri: editor.document.uri })
      .get<{ readonly other?: unknown }>('quickSuggestions');
    equal(quick?.other, 'off', "the user's settings stay as they are");
  });

  it('use the line ends of the note', async () => {
    const text = note(english(folder), '## |').replaceAll('\n', '\r\n');
    const editor = await showAt(text);
    const [stage] = await offersAt(editor);
    await accept(editor, stage);
    await editor.document.save();
    const saved = await folder.read('a.session.md');
    ok(saved.includes("### Client's goals"));
    equal(/(?<!\r)\n/.test(saved), false);
  });

  it('in a list are the goals of the stage and what the case has open, not what the note mentions', async () => {
    await folder.write('1.session.md', wholeNote(folder, '- [/] Sleep before eleven ^sleep', '- [x] Walk'));
    const second = wholeNote(
      { ...folder, session: 2 },
      '- [ ] Share and affirm the reasons for seeking counseling help',
      '- [ ] |',
    );
    const editor = await showAt(second, '2.session.md');
    await settlesOn('offers', async () => labels(await offersAt(editor)), [
      'Sleep before eleven',
      'Understand the counseling process and take responsibility in it',
      'Cooperate in the assessment of the problem and of themselves',
    ]);
    const [sleep] = await offersAt(editor);
    await accept(editor, sleep);
    match(editor.document.getText(), /^- \[\/\] Sleep before eleven \^sleep$/m);
  });

  it('follow what other notes of the case say, while they are typed and when they change on disk', async () => {
    await folder.write('1.session.md', wholeNote(folder, '- [ ] Sleep before eleven ^sleep'));
    const editor = await showAt(wholeNote({ ...folder, session: 2 }, '- [ ] |'), '2.session.md');
    const first = async () => labels(await offersAt(editor))[0];
    await settlesOn('the open goal', first, 'Sleep before eleven');
    await folder.write('1.session.md', wholeNote(folder, '- [ ] Walk to school ^walk'));
    await settlesOn('the other open goal', first, 'Walk to school');
  });

  it('where a choice is asked for are the choices', async () => {
    const body = ['## Applying the solution and closing', '', '### Decision', '', '|'];
    const editor = await showAt(note({ ...folder, stages: 'closing' }, ...body));
    const offers = labels(await offersAt(editor));
    deepEqual(offers.slice(0, 6), ['Resolved', 'Continued', 'Changed', 'Shortened', 'Increased', 'Reduced']);
  });

  it('in the front matter are the fields that it lacks, and the values of a field', async () => {
    const fields = await showAt(`---\nprotocol: four-stage\nclient: ${folder.client}\n|\n---\n`);
    const offered = labels(await offersAt(fields));
    deepEqual(offered.slice(0, 3), ['session', 'date', 'counselor']);
    equal(offered.includes('client'), false);
    const value = await showAt('---\nprotocol: four-stage\nattendance: |\n---\n', 'b.session.md');
    deepEqual(labels(await offersAt(value)), ['attended', 'no-show', 'cancelled']);
  });

  it('offer as the next session the one after the last of the case', async () => {
    await folder.write('1.session.md', wholeNote({ ...folder, session: 4 }));
    const text = `---\nprotocol: four-stage\nclient: ${folder.client}\nsession: |\n---\n`;
    const editor = await showAt(text, '2.session.md');
    await settlesOn('the next session', async () => labels(await offersAt(editor))[0], '5');
  });

  it('are in the language of the note, whatever that of the interface', async () => {
    const front = { ...folder, stages: 'relationship, exploration' };
    const editor = await showAt(note(front, '## Membangun hubungan', '', 'Hangat.', '', '## |'));
    deepEqual(labels(await offersAt(editor))[0], 'Identifikasi dan eksplorasi masalah');
    const silent = await showAt(note({ ...folder, session: 2 }, '## |'), 'b.session.md');
    equal(
      labels(await offersAt(silent))[0],
      said({ en: 'Building the relationship', id: 'Membangun hubungan' }),
    );
  });

  it('say what they are in the language of the interface', async () => {
    const editor = await showAt(note(folder, '## |'));
    const [stage] = await offersAt(editor);
    const label = typeof stage?.label === 'object' ? stage.label.description : undefined;
    equal(label, said({ en: 'Stage 1 of 4', id: 'Tahap 1 dari 4' }));
  });

  it('do not come up in code, quotes and comments of a note', async () => {
    const places = ['```\n## |\n```', '> ## |', '<!--\n## |\n-->', '    ## |'];
    for (const [position, place] of places.entries()) {
      const text = note({ ...folder, stages: 'relationship' }, 'A line.', '', place);
      deepEqual(labels(await offersAt(await showAt(text, `${position}.session.md`))), [], place);
    }
  });

  it('do not come up in other Markdown files', async () => {
    for (const text of ['# Mine\n\n## |\n', '# Mine\n\n- [ ] |\n', '---\ntitle: x\n|\n---\n']) {
      const editor = await showAt(text, 'other.md');
      deepEqual(labels(await offersAt(editor)), [], text);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    }
  });
});

/** The front matter of a note in English that says so. */
function english({ client }: OwnFolder): FrontMatter {
  return { client, stages: 'relationship', more: ['language: en'] };
}

/** What this extension offers at the caret, in the order in which it is shown; `trigger` is the character typed. */
async function offersAt(
  editor: vscode.TextEditor,
  trigger?: string,
): Promise<readonly vscode.CompletionItem[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    editor.document.uri,
    editor.selection.active,
    trigger,
  );
  return list.items
    .filter(item => typeof item.label === 'object' && item.kind !== vscode.CompletionItemKind.Snippet)
    .sort((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
}

function labels(items: readonly vscode.CompletionItem[]): readonly string[] {
  return items.map(({ label }) => (typeof label === 'object' ? label.label : label));
}

/** Inserts a completion as accepting it does. */
async function accept(editor: vscode.TextEditor, item: vscode.CompletionItem | undefined): Promise<void> {
  ok(item?.insertText instanceof vscode.SnippetString, 'a completion with a snippet');
  const range = item.range instanceof vscode.Range ? item.range : item.range?.replacing;
  ok(range, 'a completion with a range');
  equal(await editor.insertSnippet(item.insertText, range), true);
}
