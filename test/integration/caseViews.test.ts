import * as vscode from 'vscode';
import { equal, match, ok } from '../host/assert';
import { eventually } from '../host/eventually';
import { retype, show } from './editors';
import { note, wholeNote } from './noteTexts';
import { OwnFolder } from './ownFolder';
import { said } from './wording';

describe('views of a case', () => {
  let folder: OwnFolder;
  beforeEach(async () => {
    folder = await OwnFolder.create();
  });
  afterEach(() => folder.remove());

  /** Shows a note whose case is known, and runs a command on it. */
  const runIn = async (uri: vscode.Uri, command: string): Promise<vscode.TextEditor> => {
    const editor = await show(uri);
    await vscode.commands.executeCommand(command);
    return editor;
  };

  it('Session Brief sums up the case of the active note, and follows what is typed', async () => {
    const uri = await folder.write('1.session.md', wholeNote(folder, '- [/] Sleep before eleven ^sleep'));
    const editor = await runIn(uri, 'sessionNotes.showSessionBrief');
    const brief = await shownBrief();
    const heading = said({ en: 'Session brief', id: 'Ringkasan sesi' });
    ok(brief.getText().startsWith(`# ${heading}: ${folder.client}\n`), brief.getText());
    const status = said({ en: 'In progress · this session', id: 'Sedang berjalan · sesi ini' });
    ok(brief.getText().includes(`- Sleep before eleven · ${status}\n`), brief.getText());
    equal(brief.languageId, 'markdown');
    await show(editor.document.uri);
    await retype(vscode.window.activeTextEditor ?? editor, 'Sleep before eleven', 'Sleep before ten');
    await eventually('the brief to follow', () => brief.getText().includes('- Sleep before ten · '));
  });

  it('Session Brief quotes the last plan from the note on disk, and of no other note', async () => {
    const plan = (words: string) => [
      '## Planning how to solve the problem',
      '### Best-fitting solution',
      words,
    ];
    await folder.write(
      '1.session.md',
      note({ ...folder, stages: 'planning' }, ...plan('An older **plan**.')),
    );
    const second = { ...folder, session: 2, date: '2026-01-21', stages: 'planning' };
    await folder.write('2.session.md', note(second, ...plan('A *newer* plan.')));
    const third = await folder.write(
      '3.session.md',
      wholeNote({ ...folder, session: 3, date: '2026-01-28' }),
    );
    await runIn(third, 'sessionNotes.showSessionBrief');
    const brief = await shownBrief();
    await eventually('all notes in the brief', () => brief.getText().includes('A newer plan.'));
    equal(brief.getText().includes('An older plan.'), false);
    match(
      brief.getText(),
      said({ en: /## Last plan · Session 2, 2026-01-21/, id: /## Rencana terakhir · Sesi 2/ }),
    );
    // Of which the case itself knows nothing.
    await folder.write('2.session.md', note(second, ...plan('A *wiser* plan.')));
    await eventually('the words as they are now', () => brief.getText().includes('A wiser plan.'));
  });

  it('Session Brief has the last score of a measure and the one before', async () => {
    await folder.write('1.session.md', wholeNote({ ...folder, more: ['phq9: 16'] }));
    const uri = await folder.write(
      '2.session.md',
      wholeNote({ ...folder, session: 2, date: '2026-01-21', more: ['PHQ-9: 12 (moderate)'] }),
    );
    await runIn(uri, 'sessionNotes.showSessionBrief');
    const brief = await shownBrief();
    const words = said({
      en: 'PHQ-9 · 12 (Session 2, 2026-01-21) · 16 before (Session 1, 2026-01-14)',
      id: 'PHQ-9 · 12 (Sesi 2, 2026-01-21) · sebelumnya 16 (Sesi 1, 2026-01-14)',
    });
    await eventually('the scores', () => brief.getText().includes(words));
  });

  it('Session Brief is copied as it stands', async () => {
    const uri = await folder.write('1.session.md', wholeNote(folder));
    await runIn(uri, 'sessionNotes.showSessionBrief');
    const brief = await shownBrief();
    await vscode.commands.executeCommand('sessionNotes.copySessionBrief');
    await eventually(
      'the copy',
      async () =>
        (await vscode.env.clipboard.readText().then(
          text => text,
          () => '',
        )) === brief.getText(),
    );
  });

  it('Case Progress has one tab a case', async () => {
    const uri = await folder.write('1.session.md', wholeNote(folder));
    await runIn(uri, 'sessionNotes.showCaseProgress');
    await eventually('the tab', () => progressTabs().length === 1);
    await runIn(uri, 'sessionNotes.showCaseProgress');
    const [tab, ...others] = progressTabs();
    equal(tab?.label, `${said({ en: 'Case progress', id: 'Perkembangan kasus' })}: ${folder.client}`);
    equal(others.length, 0);
  });
});

async function shownBrief(): Promise<vscode.TextDocument> {
  return eventually('a brief', () => {
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    const uri = input instanceof vscode.TabInputCustom ? input.uri : undefined;
    const isBrief = uri?.scheme === 'session-notes-brief';
    return isBrief && vscode.workspace.textDocuments.find(each => each.uri.toString() === uri.toString());
  });
}

function progressTabs(): readonly vscode.Tab[] {
  const isProgress = ({ input }: vscode.Tab): boolean =>
    input instanceof vscode.TabInputWebview && input.viewType.endsWith('sessionNotes.caseProgress');
  return vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).filter(isProgress);
}
