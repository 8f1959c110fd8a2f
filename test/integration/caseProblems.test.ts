import * as vscode from 'vscode';
import { deepEqual, equal } from '../host/assert';
import { retype, show } from './editors';
import { wholeNote } from './noteTexts';
import { OwnFolder } from './ownFolder';
import { settlesOn } from './settlesOn';
import { problemsAre, shownProblems } from './shownProblems';
import { said } from './wording';

const forgotten = '8 info goal-forgotten';

describe('problems of a case', () => {
  let folder: OwnFolder;
  beforeEach(async () => {
    folder = await OwnFolder.create();
  });
  afterEach(() => folder.remove());

  const session = (number: number, ...goals: readonly string[]): string =>
    wholeNote({ ...folder, session: number, date: `2026-01-${number + 10}` }, ...goals);

  it('stand on the newest note and point at the note that they come from', async () => {
    const first = await folder.write('1.session.md', session(1, '- [ ] Sleep before eleven ^sleep'));
    const second = await folder.write('2.session.md', session(2, '- [ ] Walk to school ^walk'));
    await show(second);
    await problemsAre(second, forgotten);
    await problemsAre(first);
    const related = shownProblems(second).flatMap(({ relatedInformation = [] }) => relatedInformation);
    deepEqual(
      related.map(({ location }) => [location.uri.path, location.range.start.line]),
      [[first.path, 15]],
    );
  });

  it('show a sync copy beside the note that it is a copy of', async () => {
    const first = await folder.write('1.session.md', session(1));
    const copy = await folder.write('1b.session.md', session(1));
    await show(copy);
    await problemsAre(copy, '1 info sync-copy');
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      copy,
      new vscode.Range(0, 0, 0, 0),
      vscode.CodeActionKind.QuickFix.value,
    );
    const title = said({ en: /^Compare with .*1\.session\.md$/, id: /^Bandingkan dengan .*1\.session\.md$/ });
    const { command, arguments: given = [] } = actions.find(each => title.test(each.title))?.command ?? {};
    await vscode.commands.executeCommand(command ?? 'no action', ...given);
    await settlesOn('the two sides', () => {
      const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      return input instanceof vscode.TabInputTextDiff ? [input.original.path, input.modified.path] : [];
    }, [first.path, copy.path]);
  });

  it('follow the typing in either note and what happens to the other on disk', async () => {
    await folder.write('1.session.md', session(1, '- [ ] Sleep before eleven ^sleep'));
    const second = await folder.write('2.session.md', session(2, '- [ ] Walk to school ^walk'));
    const editor = await show(second);
    await problemsAre(second, forgotten);
    await retype(editor, '- [ ] Walk', '- [/] Sleep before eleven ^sleep\n- [ ] Walk');
    await problemsAre(second);
    await retype(editor, '- [/] Sleep before eleven ^sleep\n', '');
    await problemsAre(second, forgotten);
    await folder.write('1.session.md', session(1, '- [x] Sleep before eleven ^sleep'));
    await problemsAre(second);
    await folder.write('1.session.md', session(1, '- [h] Sleep before eleven ^sleep'));
    await problemsAre(second, forgotten);
    await folder.delete('1.session.md');
    await settlesOn('the problem', () => shownProblems(second).length, 0);
  });

  it('leave the newest note alone once a newer one comes', async () => {
    await folder.write('1.session.md', session(1, '- [ ] Sleep before eleven ^sleep'));
    const second = await folder.write('2.session.md', session(2, '- [ ] Walk to school ^walk'));
    await show(second);
    await problemsAre(second, forgotten);
    const third = await folder.write(
      '3.session.md',
      session(3, '- [ ] Walk to school ^walk', '- [ ] Sleep before eleven ^sleep'),
    );
    await problemsAre(second);
    await problemsAre(third);
    equal(shownProblems(third).length, 0);
  });
});
