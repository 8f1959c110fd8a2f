import * as vscode from 'vscode';
import { deepEqual, equal, match } from '../host/assert';
import { eventually } from '../host/eventually';
import { answering } from './answering';
import { closeWithoutSaving, rangeOf, retype, show, showToStay } from './editors';
import { OwnFolder } from './ownFolder';
import { problemLines, problemsAre } from './shownProblems';
import { said } from './wording';

const FILE = '.session-notes/protocols/own.yaml';
const yaml = `id: own
title: { en: Own way, id: Cara sendiri }
stages:
  - id: start
    title: { en: Getting started, id: Memulai }
  - id: end
    title: { en: Finishing, id: Mengakhiri }
    required: false
`;
const scheme = 'session-notes-protocol';

describe('protocols', () => {
  let folder: OwnFolder;
  beforeEach(async () => {
    folder = await OwnFolder.create();
    await folder.makeWatched('.session-notes/protocols');
  });
  afterEach(() => folder.remove());

  const text = () => `---\nprotocol: own\nclient: ${folder.client}\n---\n## Getting started\nWords.\n`;

  it('that are edited and saved bring all notes that use them up to date', async () => {
    const file = await folder.write(FILE, yaml);
    const uri = await folder.write('a.session.md', text());
    await showToStay(uri);
    await problemsAre(uri);
    await retype(await show(file), 'required: false', 'required: true');
    await vscode.window.activeTextEditor?.document.save();
    await problemsAre(uri, '1 warning missing-stage');
  });

  it('that are being typed do so before they are saved, and no longer when what was typed is thrown away', async () => {
    const file = await folder.write(FILE, yaml);
    const open = await folder.write('a.session.md', text());
    const closed = await folder.write('b.session.md', text().replace('---\n##', 'session: 2\n---\n##'));
    await showToStay(open);
    await problemsAre(open);
    const editor = await show(file);
    await retype(editor, 'required: false', 'required: true');
    await problemsAre(open, '1 warning missing-stage');
    await problemsAre(closed, '1 warning missing-stage');
    // Half-written, it changes no note; what is wrong with it is told where it is.
    await retype(editor, 'stages:', 'stages: [');
    await eventually('the problem of the file', () =>
      problemLines(file).some(line => /protocol$/.test(line)),
    );
    deepEqual(
      [...problemLines(open), ...problemLines(closed)],
      ['1 warning missing-stage', '1 warning missing-stage'],
    );
    await closeWithoutSaving();
    await problemsAre(closed);
    await problemsAre(open);
    await problemsAre(file);
  });

  it('that are made of the headings of a note can be used for that note, or for new ones, at once', async () => {
    await folder.write(FILE, yaml);
    const source = `---\nprotocol: own\nclient: ${folder.client}\n---\n# My week\n\n## Pains\nWords.\n\n## Joys\nMore.\n`;
    const uri = await folder.write('a.session.md', source);
    const { document } = await show(uri);
    await eventually('the format of the folder', () =>
      problemLines(uri).some(line => /missing-stage/.test(line)),
    );
    const uses = async (label: string, typed: string) => {
      const answers = [
        said({
          en: 'From this note: its headings become the stages and sections',
          id: 'Dari catatan ini: judulnya menjadi tahap dan bagian',
        }),
        label,
      ];
      const takes = (item: vscode.QuickPickItem): boolean => answers.includes(item.label);
      await answering({ messages: 'yes', typed: [typed], takes }, async () => {
        await vscode.commands.executeCommand('sessionNotes.newProtocol');
      });
    };
    await uses(said({ en: 'Use it for this note', id: 'Pakai untuk catatan ini' }), 'My way');
    equal(
      document.getText(),
      source
        .replace('protocol: own', 'protocol: my-way')
        .replace('---\n#', '---\n\n#')
        .replace(/(## .*\n)/g, '$1\n'),
    );
    await problemsAre(uri);
    await uses(
      said({ en: 'Use it for new notes of this folder', id: 'Pakai untuk catatan baru di folder ini' }),
      'Our way',
    );
    match(await folder.read('.session-notes/config.yaml'), /^defaultProtocol: our-way$/m);
  });

  it('are completed with the keys that a place takes, and say what they mean', async () => {
    const file = await folder.write(FILE, `${yaml}    `);
    const { document } = await show(file);
    const end = document.positionAt(document.getText().length);
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      file,
      end,
    );
    const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    equal(labels.includes('sections') && labels.includes('minLength'), true);
    const [hover] = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      file,
      rangeOf(document, 'stages').start,
    );
    const [content] = hover?.contents ?? [];
    match(content instanceof vscode.MarkdownString ? content.value : '', /stages/);
  });

  it('are found from the notes that follow them, and those from them', async () => {
    const file = await folder.write(FILE, yaml);
    const uri = await folder.write('a.session.md', text());
    const { document } = await show(uri);
    await problemsAre(uri);
    const definitionOf = async (words: string) => {
      const found = await vscode.commands.executeCommand<vscode.Location[]>(
        'vscode.executeDefinitionProvider',
        uri,
        rangeOf(document, words).end.translate(0, -1),
      );
      // Markdown itself names the heading, too.
      return found
        .map(each => [each.uri.path.split('/').at(-1), each.range.start.line])
        .filter(([name]) => name !== 'a.session.md');
    };
    deepEqual(await definitionOf('own'), [['own.yaml', 0]]);
    deepEqual(await definitionOf('Getting started'), [['own.yaml', 3]]);
    const users = await eventually('a note that uses the protocol', async () => {
      const found = await vscode.commands.executeCommand<vscode.Location[]>(
        'vscode.executeReferenceProvider',
        file,
        new vscode.Position(0, 5),
      );
      return found.length > 0 && found;
    });
    deepEqual(
      users.map(each => [each.uri.toString(), each.range.start.line, each.range.start.character]),
      [[uri.toString(), 1, 'protocol: '.length]],
    );
    const fromNote = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      uri,
      rangeOf(document, 'own').start,
    );
    deepEqual(
      fromNote.map(each => [each.uri.toString(), each.range.start.line]),
      [[uri.toString(), 1]],
    );
  });

  it('that come with the program can be read, as their file and as a page', async () => {
    const source = vscode.Uri.from({ scheme, path: '/four-stage.yaml' });
    const file = await vscode.workspace.openTextDocument(source);
    match(file.getText(), /^id: four-stage$/m);
    const page = await vscode.workspace.openTextDocument(
      vscode.Uri.from({ scheme, path: '/four-stage.md', query: 'none' }),
    );
    match(page.getText(), said({ en: /^# Four\\-stage counseling$/m, id: /^# Konseling empat tahap$/m }));
    match(page.getText(), said({ en: /^## Stages$/m, id: /^## Tahap$/m }));
  });

  it('that come with the program are copied into the folder of the note, and never over a file', async () => {
    await folder.write(FILE, yaml);
    const uri = await folder.write('a.session.md', `---\nprotocol: own\n---\nWords.\n`);
    await show(uri);
    // Once the protocol is known, so is the folder.
    await problemsAre(uri, '1 error missing-stage');
    const done = vscode.commands.executeCommand('sessionNotes.copyProtocol');
    const editor = await eventually('the copy in an editor', async () => {
      const { document } = vscode.window.activeTextEditor ?? {};
      if (document?.uri.path.includes('/.session-notes/protocols/')) return document;
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return undefined;
    });
    await done;
    equal(editor.uri.toString().startsWith(folder.at('.session-notes').toString()), true);
    match(editor.getText(), /^id: /m);
    deepEqual(
      vscode.languages.getDiagnostics(editor.uri).map(({ message }) => message),
      [],
    );
  });
});
