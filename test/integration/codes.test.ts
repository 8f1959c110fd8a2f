import * as vscode from 'vscode';
import { deepEqual, equal, match, ok } from '../host/assert';
import { eventually } from '../host/eventually';
import { answering } from './answering';
import { rangeOf, show } from './editors';
import { OwnFolder } from './ownFolder';
import { problemsAre } from './shownProblems';
import { said } from './wording';

const own = `id: own
title: { en: Own codes, id: Kode sendiri }
roles:
  - { id: counselor, title: { en: Counselor, id: Konselor } }
  - { id: client, title: { en: Client, id: Konseli } }
codes:
  - id: hope
    title: { en: Hope, id: Harapan }
`;

describe('codes of transcripts', () => {
  let folder: OwnFolder;
  beforeEach(async () => {
    folder = await OwnFolder.create();
  });
  afterEach(() => folder.remove());

  const transcript = (protocol: string, ...lines: readonly string[]): string =>
    [
      ...['---', `protocol: ${protocol}`, 'kind: transcript', `client: ${folder.client}`, 'session: 1'],
      ...['date: 2026-01-14', 'coder: AB', 'speakers: { RA: counselor, K: client }', '---', ...lines, ''],
    ].join('\n');

  it('are shown with what was said around them on a page that leads to the turns and is saved as it is', async () => {
    const code = `own-${folder.client.toLowerCase()}`;
    const uri = await folder.write(
      'a.session.md',
      transcript(
        'four-stage',
        'RA: Lalu?',
        '',
        `K: Rasanya {==berat sekali==}{>>#${code}<<}.`,
        '',
        'RA: Hm.',
      ),
    );
    await show(uri);
    const page = await eventually('the page', async () => {
      await answering(
        { ticks: ({ label }) => label === `#${code}`, takes: ({ label }) => label.endsWith(' 1') },
        async () => {
          await vscode.commands.executeCommand('sessionNotes.showPassages');
        },
      );
      const document = vscode.window.activeTextEditor?.document;
      return document?.uri.scheme === 'session-notes-passages' && document;
    });
    match(
      page.getText(),
      /> \*\*RA:\*\* Lalu\?\n>\n> \*\*K:\*\* Rasanya ⟦berat sekali⟧\.\n>\n> \*\*RA:\*\* Hm\./,
    );
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      page.uri,
    );
    deepEqual(
      links.map(({ target }) => `${target?.path}#${target?.fragment}`),
      [`${uri.path}#L12`],
    );
    for (const [label, name, begins] of [
      ['Markdown', 'it.md', page.getText()],
      [said({ en: 'Table (CSV)', id: 'Tabel (CSV)' }), 'it.csv', `code,transcript,file`],
    ] as const) {
      const takes = (item: vscode.QuickPickItem): boolean => item.label === label;
      await answering({ takes, saveAs: folder.at(name) }, async () => {
        await vscode.commands.executeCommand('sessionNotes.savePassages');
      });
      const saved = await folder.read(name);
      ok(saved.startsWith(begins) && saved.includes('berat sekali'), saved);
    }
  });

  it('are made while one codes, where what was typed fits none, in a codebook of the folder’s own', async () => {
    await folder.makeWatched('.session-notes/protocols');
    await folder.write('.session-notes/protocols/own.yaml', own);
    const uri = await folder.write('a.session.md', transcript('own', 'RA: Lalu? #nothing-such'));
    const editor = await show(uri);
    // Once the protocol is known, so is the folder.
    await problemsAre(uri, '10 warning unknown-code');
    const { start } = rangeOf(editor.document, 'Lalu');
    editor.selection = new vscode.Selection(start, start);
    const lists: vscode.QuickPick<vscode.QuickPickItem>[] = [];
    const { createQuickPick } = vscode.window;
    Reflect.set(vscode.window, 'createQuickPick', () => {
      const list = createQuickPick<vscode.QuickPickItem>();
      lists.push(list);
      return list;
    });
    try {
      await answering({ typed: ['rasa-salah', ''], messages: 'yes' }, async () => {
        const done = vscode.commands.executeCommand('sessionNotes.applyCode');
        const list = await eventually('the list', () => lists[0]);
        list.value = 'Rasa salah';
        await eventually('the row that makes it', () =>
          list.items.some(({ label }) => label.includes('“Rasa salah”')),
        );
        await eventually('the code', async () => {
          await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
          return editor.document.getText().includes('#rasa-salah');
        });
        await done;
      });
    } finally {
      Reflect.set(vscode.window, 'createQuickPick', createQuickPick);
    }
    match(
      await folder.read('.session-notes/protocols/own.yaml'),
      /\n {2}- id: rasa-salah\n {4}title: \{ en: Rasa salah, id: Rasa salah \}\n/,
    );
    ok(
      editor.document.getText().includes('RA: Lalu? #nothing-such #rasa-salah\n'),
      editor.document.getText(),
    );
  });

  it('can be a column each in what is exported', async () => {
    await folder.write('in/a.md', transcript('four-stage', 'RA: Lalu? #empathy', '', 'K: Ya. #trust'));
    const to = folder.at('it.csv');
    const target = { format: 'csv', isWide: true, to };
    await vscode.commands.executeCommand(
      'sessionNotes.exportTranscripts',
      folder.at('in'),
      undefined,
      target,
    );
    const [head = '', ...rows] = (await folder.read('it.csv')).trim().split('\r\n');
    const columns = head.split(',');
    const at = ['code:empathy', 'code:trust'].map(name => columns.indexOf(name));
    deepEqual(
      rows.map(row => at.map(each => row.split(',')[each])),
      [
        ['1', '0'],
        ['0', '1'],
      ],
    );
  });

  it('of a codebook are imported into one that is made for them, where that is chosen', async () => {
    await folder.makeWatched('.session-notes/protocols');
    await folder.write('.session-notes/protocols/own.yaml', own);
    const uri = await folder.write('a.session.md', transcript('own', 'RA: Lalu? #nothing-such'));
    await show(uri);
    await problemsAre(uri, '10 warning unknown-code');
    const codebook = await folder.write('it.qdc', qdc);
    const takes = ({ label }: vscode.QuickPickItem): boolean =>
      label.endsWith(said({ en: 'A new codebook …', id: 'Buku kode baru …' }));
    await answering({ takes, typed: ['My study'] }, async () => {
      await vscode.commands.executeCommand('sessionNotes.importTranscript', codebook);
    });
    const made = await folder.read('.session-notes/protocols/my-study.yaml');
    match(made, /^id: my-study\ntitle: \{ \w+: My study \}\ncodes:\n {2}- id: anger\n/);
    equal(await folder.read('.session-notes/protocols/own.yaml'), own);
  });
});

const qdc = `<?xml version="1.0" encoding="utf-8"?>
<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="x">
  <Codes>
    <Code guid="11111111-2222-4333-8444-555555555555" name="Anger" isCodable="true"/>
  </Codes>
</CodeBook>
`;
