import * as vscode from 'vscode';
import { deepEqual, equal, match, ok } from '../host/assert';
import { eventually } from '../host/eventually';
import { answering } from './answering';
import { rangeOf, retype, show } from './editors';
import { OwnFolder } from './ownFolder';
import { said } from './wording';

const titles = {
  compared: { en: 'Agreement: JT, RA', id: 'Kesepakatan: JT, RA' },
  refused: { en: 'The raters cannot be compared', id: 'Pengode tidak dapat dibandingkan' },
};

describe('raters of a transcript', () => {
  let folder: OwnFolder;
  beforeEach(async () => {
    folder = await OwnFolder.create();
  });
  afterEach(() => folder.remove());

  /** Two raters who differ on the second of two turns. */
  async function twoRaters(change = (text: string): string => text): Promise<vscode.Uri> {
    await folder.write('s1.JT.session.md', change(version(folder.client, 'JT', '#reinforcement')));
    return folder.write('s1.RA.session.md', version(folder.client, 'RA', '#empathy'));
  }

  /** Opens the page that compares the raters of the transcript at `uri`, once both are known, and gives its text. */
  async function comparedPage(uri: vscode.Uri, title: string): Promise<string> {
    await show(uri);
    await takeFirst('sessionNotes.compareRaters', 'a page', () => pageOf(folder.client)?.isActive);
    return untilCopied(text => text.startsWith(`# ${title}\n`));
  }

  it('are compared in a page that follows what is typed', async () => {
    const uri = await twoRaters();
    const page = await comparedPage(uri, said(titles.compared));
    const coverage = { en: 'coded by all: 2 · by some: 0', id: 'dikodekan oleh semua: 2 · oleh sebagian: 0' };
    ok(page.includes(said(coverage)), page);
    match(page, /\| 14: reinforcement \| 14: empathy +\|/);
    const editor = await vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.Beside });
    await retype(editor, '#empathy', '#reinforcement');
    await vscode.commands.executeCommand('workbench.action.focusFirstEditorGroup');
    const none = said({ en: '## Disagreements: 0', id: '## Perbedaan: 0' });
    await untilCopied(text => text.includes(none));
  });

  it('whose words differ are not compared, and the page names where they do', async () => {
    const uri = await twoRaters(text => text.replace('Good', 'Very good'));
    await comparedPage(uri, said(titles.refused));
    // It refuses, too, as long as it knows of one copy only.
    const page = await untilCopied(text =>
      /s1\.JT\.session\.md:14 +\| .*s1\.RA\.session\.md:14 +\|/.test(text),
    );
    equal(page.includes('Very good'), false);
  });

  it('have a mis-heard word corrected in all copies at once, codes kept, and one undo takes it back', async () => {
    const uri = await twoRaters();
    const other = folder.at('s1.JT.session.md');
    await comparedPage(uri, said(titles.compared));
    const editor = await show(uri);
    const { start } = rangeOf(editor.document, 'Good');
    editor.selection = new vscode.Selection(start, start);
    await answering({ typed: ['Kind'] }, async () => {
      await vscode.commands.executeCommand('sessionNotes.correctWords');
    });
    const texts = () => Promise.all([folder.read('s1.JT.session.md'), folder.read('s1.RA.session.md')]);
    const [ofJt, ofRa] = await texts();
    match(ofJt, /\*\*K1:\*\* Kind that you came\. #reinforcement\n/);
    match(ofRa, /\*\*K1:\*\* Kind that you came\. #empathy\n/);
    match(ofRa, /\ncorrections: \[turn 2 on \d{4}-\d\d-\d\d\]\n/);
    await vscode.commands.executeCommand('undo');
    const opened = await vscode.workspace.openTextDocument(other);
    await eventually('both as before', () =>
      [editor.document, opened].every(document => document.getText().includes('Good that you came.')),
    );
  });

  it('keep their words where one copy has others at that place', async () => {
    const uri = await twoRaters(text => text.replace('that you', 'when you'));
    await comparedPage(uri, said(titles.refused));
    const editor = await show(uri);
    const { start } = rangeOf(editor.document, 'Good');
    editor.selection = new vscode.Selection(start, start);
    const before = await folder.read('s1.RA.session.md');
    const asked = await answering({ typed: ['Kind'] }, async () => {
      await vscode.commands.executeCommand('sessionNotes.correctWords');
    });
    ok(
      asked.some(({ text }) => text.includes('s1.JT.session.md')),
      JSON.stringify(asked),
    );
    equal(await folder.read('s1.RA.session.md'), before);
    equal(editor.document.isDirty, false);
  });

  it('keep their words where another copy arrives while one types: none is left with the old ones', async () => {
    const uri = await twoRaters();
    await comparedPage(uri, said(titles.compared));
    const editor = await show(uri);
    const { start } = rangeOf(editor.document, 'Good');
    editor.selection = new vscode.Selection(start, start);
    const before = await folder.read('s1.RA.session.md');
    const whileTyping = async () =>
      void (await folder.write('s1.SN.session.md', version(folder.client, 'SN', '#trust')));
    const asked = await answering({ typed: ['Kind'], whileTyping }, async () => {
      await vscode.commands.executeCommand('sessionNotes.correctWords');
    });
    match(asked.at(-1)?.text ?? '', said({ en: /nothing was written/, id: /tidak ada yang ditulis/ }));
    equal(await folder.read('s1.RA.session.md'), before);
    equal(editor.document.isDirty, false);
  });

  it('get copies that do not tell whose session it is, with a key where the user says', async () => {
    const uri = await twoRaters(text =>
      text.replace('kind: transcript', 'kind: transcript # of May\nsession: 3'),
    );
    await show(uri);
    const target = { folder: folder.at('blinded'), key: folder.at('key.csv') };
    const uris = [uri, folder.at('s1.JT.session.md')];
    await vscode.commands.executeCommand('sessionNotes.makeBlindedCopy', uri, uris, target);
    const names = (await vscode.workspace.fs.readDirectory(target.folder)).map(([name]) => name);
    equal(names.length, 2);
    const texts = await Promise.all(names.map(name => folder.read(`blinded/${name}`)));
    ok(!texts.some(text => text.includes(folder.client) || /session: 3|of May/.test(text)), texts.join('\n'));
    ok(
      texts.every(text => text.includes('Good that you came.')),
      texts.join('\n'),
    );
    const key = await folder.read('key.csv');
    ok(
      names.every(name => key.includes(`${name},`)),
      key,
    );
    ok(key.includes('s1.RA.session.md') && key.includes('s1.JT.session.md'), key);
  });

  it('settle their differences in a file of its own, and leave theirs as they are', async () => {
    const uri = await twoRaters();
    const before = await Promise.all([folder.read('s1.JT.session.md'), folder.read('s1.RA.session.md')]);
    await comparedPage(uri, said(titles.compared));
    await show(uri);
    const made = await takeFirst('sessionNotes.makeConsensus', 'the consensus', () => {
      const document = vscode.window.activeTextEditor?.document;
      return document?.uri.path.endsWith('/s1.consensus.session.md') && document;
    });
    match(made.getText(), /\ncoder: consensus\n/);
    match(made.getText(), /\nconsensus: \[JT, RA\]\n/);
    match(made.getText(), /Good that you came\. #reinforcement\n/);
    deepEqual(await Promise.all([folder.read('s1.JT.session.md'), folder.read('s1.RA.session.md')]), before);
  });
});

/** A rater's version; the transcript's id is the client's code. */
function version(client: string, rater: string, code: string): string {
  return [
    '---',
    'protocol: four-stage',
    'kind: transcript',
    `client: ${client}`,
    `transcript: ${client}-1`,
    `coder: ${rater}`,
    'speakers:',
    '  K1: counselor',
    '---',
    '## Building the relationship',
    '',
    '**K1:** What brings you here? #verbal-communication',
    '',
    `**K1:** Good that you came. ${code}`,
    '',
  ].join('\n');
}

/** Runs a command that asks for choices and takes the first one each time, until `seen` gives something. */
async function takeFirst<Seen>(
  command: string,
  what: string,
  seen: () => Seen | false | undefined,
): Promise<Seen> {
  const done = vscode.commands.executeCommand(command);
  const found = await eventually(what, async () => {
    const result = seen();
    if (result) return result;
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return false;
  });
  await done;
  return found;
}

function pageOf(client: string): vscode.Tab | undefined {
  const isPage = ({ input, label }: vscode.Tab): boolean =>
    input instanceof vscode.TabInputWebview &&
    input.viewType.endsWith('sessionNotes.agreement') &&
    label.includes(`${client}-1`);
  return vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs).find(isPage);
}

/** Copies the page in front until it says what is expected, and gives its text. */
function untilCopied(isExpected: (text: string) => boolean): Promise<string> {
  return eventually('the text of the page', async () => {
    await vscode.commands.executeCommand('sessionNotes.copyComparison');
    const text = await vscode.env.clipboard.readText().then(
      copied => copied,
      () => '',
    );
    return isExpected(text) && text;
  });
}
