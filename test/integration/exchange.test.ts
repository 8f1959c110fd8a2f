import * as vscode from 'vscode';
import { deepEqual, equal, match } from '../host/assert';
import { eventually } from '../host/eventually';
import { closeEditors, show } from './editors';
import { OwnFolder } from './ownFolder';

const talk = `WEBVTT

00:00:01.000 --> 00:00:02.500
<v Konselor>Apa kabar? 😀</v>

00:00:03.000 --> 00:00:04.000
<v Konseli>Baik, #bukan-kode.</v>
`;

/** A transcript by a rater, with a code on a passage behind an emoji. */
function transcript(id: string, rater: string): string {
  return `---
protocol: four-stage
kind: transcript
transcript: ${id}
coder: ${rater}
---
**Konselor:** Halo 😀 {==apa kabar==}{>>#empathy<<}?

**Konseli:** Baik. #trust
`;
}

async function textAt(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

describe('importing and exporting transcripts', () => {
  let folder: OwnFolder;
  beforeEach(async () => {
    folder = await OwnFolder.create();
  });
  afterEach(() => folder.remove());

  it('Import Transcript asks who speaks and writes the transcript beside the file, names replaced by roles', async () => {
    const uri = await folder.write('sesi.vtt', talk.replaceAll('<v Konselor>', '<v Rina Konselor>'));
    const done = vscode.commands.executeCommand('sessionNotes.importTranscript', uri);
    const written = folder.at('sesi.session.md');
    await eventually('the transcript', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return vscode.window.activeTextEditor?.document.uri.toString() === written.toString();
    });
    await done;
    const text = await textAt(written);
    match(text, /\nspeakers:\n {2}Konselor: counselor\n {2}Konseli: client\nwords: sha256-[0-9a-f]{64}\n/);
    match(text, /\n\[0:00:01 --> 0:00:02\.500\] \*\*Konselor:\*\* Apa kabar\? 😀\n/);
    match(text, /\*\*Konseli:\*\* Baik, \\#bukan-kode\.\n/);
    equal(text.includes('Rina'), false);
    equal(await textAt(uri), talk.replaceAll('<v Konselor>', '<v Rina Konselor>'));
  });

  it('Import Transcript overwrites nothing, and writes nothing where the list is left', async () => {
    const uri = await folder.write('sesi.vtt', talk);
    await folder.write('sesi.session.md', 'mine');
    const left = vscode.commands.executeCommand('sessionNotes.importTranscript', uri);
    let isOver = false;
    void left.then(() => {
      isOver = true;
    });
    await eventually('the list to be left', async () => {
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      return isOver;
    });
    deepEqual((await vscode.workspace.fs.readDirectory(folder.uri)).map(([name]) => name).sort(), [
      'sesi.session.md',
      'sesi.vtt',
    ]);
    const done = vscode.commands.executeCommand('sessionNotes.importTranscript', uri);
    await eventually('the transcript', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return vscode.window.activeTextEditor?.document.uri.path.endsWith('/sesi-2.session.md') ?? false;
    });
    await done;
    equal(await textAt(folder.at('sesi.session.md')), 'mine');
  });

  it('Export Transcripts writes one project for the versions of all raters, unsaved changes included', async () => {
    const first = await folder.write('a.md', transcript('x', 'RA'));
    await folder.write('b.md', transcript('x', 'JT'));
    const editor = await show(first);
    const at = editor.document.getText().indexOf('#trust');
    await editor.edit(edit => edit.insert(editor.document.positionAt(at), '#openness '));
    const rows = folder.at('it.jsonl');
    const target = { format: 'jsonl', to: rows };
    await vscode.commands.executeCommand('sessionNotes.exportTranscripts', folder.uri, undefined, target);
    const codes = (await textAt(rows))
      .trim()
      .split('\n')
      .map(line => JSON.parse(line))
      .map(row => [row.rater, row.code, row.passage]);
    deepEqual(codes, [
      ['JT', 'empathy', 'apa kabar'],
      ['JT', 'trust', null],
      ['RA', 'empathy', 'apa kabar'],
      ['RA', 'openness', null],
      ['RA', 'trust', null],
    ]);
    await vscode.commands.executeCommand('undo');
    await closeEditors();
  });

  it('a project that was exported comes back with its codes, for each rater', async () => {
    await folder.write('in/a.md', transcript('x', 'RA'));
    await folder.write('in/b.md', transcript('x', 'JT'));
    const archive = folder.at('out/it.qdpx');
    const target = { format: 'qdpx', to: archive };
    await vscode.commands.executeCommand(
      'sessionNotes.exportTranscripts',
      folder.at('in'),
      undefined,
      target,
    );
    const done = vscode.commands.executeCommand('sessionNotes.importTranscript', archive);
    await eventually('both transcripts', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      const files = await vscode.workspace.fs.readDirectory(folder.at('out'));
      return files.length === 3;
    });
    await done;
    match(
      await textAt(folder.at('out/x RA.session.md')),
      /\ncoder: RA\n[\s\S]*\*\* Halo 😀 \{==apa kabar==\}\{>>#empathy<<\}\?\n[\s\S]*\*\* Baik\. #trust\n/,
    );
    match(await textAt(folder.at('out/x JT.session.md')), /\ncoder: JT\n/);
  });
});
