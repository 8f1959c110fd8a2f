import * as vscode from 'vscode';
import { onlyDocument } from '../../src/extension/services/tools/onlyDocument';
import { equal, ok } from '../host/assert';
import { wholeNote } from './noteTexts';
import { OwnFolder } from './ownFolder';

describe('a selector of one note', () => {
  let folder: OwnFolder;
  beforeEach(async () => {
    folder = await OwnFolder.create();
  });
  afterEach(() => folder.remove());

  for (const [name, other] of [
    ['a.session.md', 'b.session.md'],
    ['a [b].session.md', 'a b.session.md'],
    ['a {b,c} ].session.md', 'a b.session.md'],
    [' a.session.md', 'a.session.md'],
  ] as const) {
    it(`selects ${JSON.stringify(name)} and not ${JSON.stringify(other)}`, async () => {
      const selector = onlyDocument(await folder.write(name, wholeNote(folder)));
      const selected = await vscode.workspace.openTextDocument(folder.at(name));
      ok(vscode.languages.match(selector, selected) > 0);
      const uri = await folder.write(other, wholeNote(folder));
      equal(vscode.languages.match(selector, await vscode.workspace.openTextDocument(uri)), 0);
    });
  }

  it('selects a note that was never saved', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: '' });
    ok(vscode.languages.match(onlyDocument(document.uri), document) > 0);
  });
});
