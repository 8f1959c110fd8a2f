import * as vscode from 'vscode';
import { deepEqual, equal, match } from '../host/assert';
import { rangeOf, show } from './editors';
import { wholeNote } from './noteTexts';
import { OwnFolder } from './ownFolder';
import { settlesOn } from './settlesOn';
import { said } from './wording';

describe('hovers', () => {
  let folder: OwnFolder;
  beforeEach(async () => {
    folder = await OwnFolder.create();
  });
  afterEach(() => folder.remove());

  it('over a stage tell its title in both languages, its place and its sections', async () => {
    const { document } = await show(await folder.write('a.session.md', wholeNote(folder)));
    const [text = ''] = await hoversAt(document, 'Building the relationship');
    match(text, /Building the relationship/);
    match(text, /Membangun hubungan/);
    match(text, said({ en: /Stage 1 of 4/, id: /Tahap 1 dari 4/ }));
    match(text, said({ en: /Client\\'s goals/, id: /Tujuan konseli/ }));
  });

  it('over a goal tell what became of it in all notes of the case', async () => {
    await folder.write('1.session.md', wholeNote(folder, '- [ ] Sleep before eleven ^sleep'));
    const second = wholeNote(
      { ...folder, session: 2, date: '2026-01-21' },
      '- [/] Sleep before eleven ^sleep',
    );
    const { document } = await show(await folder.write('2.session.md', second));
    const count = async (): Promise<number> =>
      (await hoversAt(document, 'Sleep before')).join('\n').split(/2026\\-01\\-(?:14|21)/).length - 1;
    await settlesOn('both mentions', count, 2);
    const [text = ''] = await hoversAt(document, 'Sleep before');
    match(text, said({ en: /In progress/, id: /Sedang berjalan/ }));
  });

  it('over a field of the front matter tell what it is for', async () => {
    const { document } = await show(await folder.write('a.session.md', wholeNote(folder)));
    const [text = ''] = await hoversAt(document, 'session:');
    match(text, said({ en: /orders the notes of a case/, id: /diurutkan menurut nomor ini/ }));
  });

  it('are absent over ordinary words of a note', async () => {
    const { document } = await show(
      await folder.write('a.session.md', `${wholeNote(folder)}\nOrdinary words.\n`),
    );
    deepEqual(await hoversAt(document, 'Ordinary'), []);
  });

  it('are absent in other Markdown files', async () => {
    const text = wholeNote(folder).replace('protocol:', 'format:');
    const { document } = await show(await folder.write('other.md', text));
    deepEqual(await hoversAt(document, 'Building the relationship'), []);
    deepEqual(await hoversAt(document, 'Sleep before'), []);
  });

  it('show the words of a note as they stand, never as links, images or commands', async () => {
    const goal = '- [ ] Sleep [here](command:workbench.action.quit) ![x](https://example.org/x.png) ^sleep';
    const { document } = await show(await folder.write('a.session.md', wholeNote(folder, goal)));
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      rangeOf(document, 'Sleep').start,
    );
    const contents = hovers.flatMap(hover => hover.contents);
    equal(contents.length, 1);
    for (const content of contents) {
      const text = content instanceof vscode.MarkdownString ? content.value : String(content);
      equal(content instanceof vscode.MarkdownString && content.isTrusted === true, false);
      equal(/(?<!\\)\]\(/.test(text), false);
    }
  });
});

/** The texts of the hovers over the first occurrence of `text`, as Markdown. */
async function hoversAt(document: vscode.TextDocument, text: string): Promise<readonly string[]> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    rangeOf(document, text).start,
  );
  return hovers.flatMap(hover =>
    hover.contents.map(content =>
      content instanceof vscode.MarkdownString ? content.value : String(content),
    ),
  );
}
