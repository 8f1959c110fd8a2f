import * as vscode from 'vscode';
import { deepEqual, equal, ok } from '../host/assert';
import { showUntitled } from './editors';
import { OwnFolder } from './ownFolder';
import { settlesOn } from './settlesOn';
import { ruleOf, shownProblems } from './shownProblems';

describe('snippets', () => {
  let folder: OwnFolder;
  beforeEach(async () => {
    folder = await OwnFolder.create();
  });
  afterEach(() => folder.remove());

  for (const [prefix, heading] of [
    ['sn-note-four-stage-en', '## Building the relationship'],
    ['sn-note-four-stage-id', '## Membangun hubungan'],
  ] as const) {
    it(`${prefix} makes an empty Markdown file a draft that lacks nothing but what is to be written`, async () => {
      const editor = await showUntitled('');
      const snippet = await snippetAt(editor, prefix);
      ok(snippet?.insertText instanceof vscode.SnippetString);
      equal(await editor.insertSnippet(snippet.insertText, new vscode.Position(0, 0)), true);
      equal(editor.document.getText().includes(`\n${heading}\n`), true);
      const { uri } = editor.document;
      const rules = () => [...new Set(shownProblems(uri).map(ruleOf))].sort();
      await settlesOn('problems', rules, ['empty-stage', 'missing-field']);
      const severities = new Set(shownProblems(uri).map(({ severity }) => severity));
      deepEqual([...severities], [vscode.DiagnosticSeverity.Hint]);
    });
  }
});

async function snippetAt(
  editor: vscode.TextEditor,
  prefix: string,
): Promise<vscode.CompletionItem | undefined> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    editor.document.uri,
    new vscode.Position(0, 0),
  );
  return list.items.find(({ label }) => (typeof label === 'object' ? label.label : label) === prefix);
}
