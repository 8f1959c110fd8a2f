import * as vscode from 'vscode';
import { deepEqual, equal } from '../host/assert';
import { eventually } from '../host/eventually';
import { retype, show } from './editors';
import { note, wholeNote } from './noteTexts';
import { OwnFolder, workspaceFolder } from './ownFolder';
import { changeSetting } from './settings';
import { settlesOn } from './settlesOn';
import { problemLines, problemsAre, shownProblems } from './shownProblems';
import { said } from './wording';

const doubtful = '- [?] What is this';
const problem = '16 warning goal-status';

describe('configuration', () => {
  let folder: OwnFolder;
  beforeEach(async () => {
    folder = await OwnFolder.create();
    await folder.makeWatched('.session-notes');
  });
  afterEach(() => folder.remove());

  it('of the folder takes effect when its file changes on disk', async () => {
    const uri = await folder.write('a.session.md', wholeNote(folder, doubtful));
    await show(uri);
    await problemsAre(uri, problem);
    await folder.write('.session-notes/config.yaml', 'rules:\n  goal-status: off\n');
    await problemsAre(uri);
    await folder.write('.session-notes/config.yaml', 'rules:\n  goal-status: error\n');
    await problemsAre(uri, '16 error goal-status');
    await folder.delete('.session-notes/config.yaml');
    await problemsAre(uri, problem);
  });

  it('of VS Code counts where the file says nothing', async () => {
    const uri = await folder.write('a.session.md', wholeNote(folder, doubtful));
    await show(uri);
    await changeSetting('sessionNotes.rules', { 'goal-status': 'info' });
    await problemsAre(uri, '16 info goal-status');
    await folder.write('.session-notes/config.yaml', 'rules:\n  goal-status: hint\n');
    await problemsAre(uri, '16 hint goal-status');
    await folder.write('.session-notes/config.yaml', 'exclude: []\n');
    await problemsAre(uri, '16 info goal-status');
  });

  it('with a mistake says so at its line, until it is mended', async () => {
    const file = '.session-notes/config.yaml';
    const uri = await folder.write(file, 'exclude: []\nrules:\n  goal-statos: off\n');
    await problemsAre(uri, '3 error configuration');
    await folder.write(file, 'exclude: []\nrules:\n  goal-status: off\n');
    await problemsAre(uri);
  });

  it('says how strictly mistakes in its own files are taken, and notes that cannot be read', async () => {
    const protocol = await folder.write('.session-notes/protocols/arrival.yaml', `${arrival}colour: blue\n`);
    const uri = await folder.write('a.session.md', Uint8Array.from([0x2d, 0x2d, 0xe9, 0x0a]));
    const note = await folder.write('b.session.md', wholeNote(folder, doubtful));
    await show(note);
    await problemsAre(protocol, '7 error protocol');
    await problemsAre(uri, '1 error unreadable-file');
    await folder.write('.session-notes/config.yaml', 'rules: { protocol: hint, unreadable-file: off }\n');
    await problemsAre(protocol, '7 hint protocol');
    await problemsAre(uri);
    await problemsAre(note, problem);
  });

  it('names files that are notes, whatever they hold', async () => {
    const uri = await folder.write('diary.md', 'Came late.\n');
    await show(uri);
    await folder.write('.session-notes/config.yaml', "files: ['diary.md']\nrules: { missing-field: off }\n");
    await problemsAre(uri, ...Array(4).fill('1 error missing-stage'));
    await folder.delete('.session-notes');
    await problemsAre(uri);
  });

  it('takes effect when it is saved in the editor, not before', async () => {
    const uri = await folder.write('a.session.md', wholeNote(folder, doubtful));
    await folder.write('.session-notes/config.yaml', 'rules:\n  goal-status: info\n');
    await show(uri);
    await problemsAre(uri, '16 info goal-status');
    const config = await show(folder.at('.session-notes/config.yaml'));
    await retype(config, 'info', 'error');
    const other = await folder.write('other/.session-notes/config.yaml', 'nothing: x\n');
    await problemsAre(other, '1 error configuration');
    deepEqual(problemLines(uri), ['16 info goal-status']);
    await config.document.save();
    await problemsAre(uri, '16 error goal-status');
  });

  it('has its problems shown while it is typed', async () => {
    const uri = await folder.write('.session-notes/config.yaml', 'rules: { goal-status: info }\n');
    const config = await show(uri);
    await problemsAre(uri);
    await retype(config, 'info', 'loud');
    await problemsAre(uri, '1 error configuration');
    await retype(config, 'loud', 'info');
    await problemsAre(uri);
  });

  it('moves with its folder', async () => {
    const text = wholeNote(folder, doubtful);
    await folder.write('clinic/.session-notes/config.yaml', 'rules:\n  goal-status: error\n');
    const uri = await folder.write('clinic/a.session.md', text);
    await show(uri);
    await problemsAre(uri, '16 error goal-status');
    await vscode.workspace.fs.rename(folder.at('clinic'), folder.at('practice'));
    const moved = folder.at('practice/a.session.md');
    await show(moved);
    await problemsAre(moved, '16 error goal-status');
    await problemsAre(uri);
  });

  it('in a folder above the workspace counts too, where it is the user’s own, and is followed', async () => {
    const above = vscode.Uri.joinPath(workspaceFolder(0), '..', '.session-notes');
    const write = (text: string) =>
      vscode.workspace.fs.writeFile(
        vscode.Uri.joinPath(above, 'config.yaml'),
        new TextEncoder().encode(text),
      );
    await write('rules: { goal-status: error }\n');
    try {
      await folder.delete('.session-notes');
      const uri = await folder.write('a.session.md', wholeNote(folder, doubtful));
      await show(uri);
      // In the browser nobody can say whose it is.
      if (typeof process === 'undefined') return await problemsAre(uri, problem);
      await problemsAre(uri, '16 error goal-status');
      // A folder is watched some time after it was found.
      await eventually('the change to be followed', async () => {
        await write('rules: { goal-status: info }\n');
        // Time to be read before it is written again.
        await new Promise(done => setTimeout(done, 3000));
        return problemLines(uri).includes('16 info goal-status');
      });
      await vscode.workspace.fs.delete(above, { recursive: true });
      await problemsAre(uri, problem);
    } finally {
      await vscode.workspace.fs.delete(above, { recursive: true }).then(undefined, () => undefined);
    }
  });

  it('leaves out files, so that an open one is like any other Markdown', async () => {
    const uri = await folder.write('templates/a.session.md', wholeNote(folder, doubtful));
    await show(uri);
    await problemsAre(uri, problem);
    await folder.write('.session-notes/config.yaml', "exclude: ['templates/**']\n");
    await problemsAre(uri);
  });

  it('gives notes that name no protocol one by their path', async () => {
    await folder.write('.session-notes/protocols/arrival.yaml', arrival);
    const config =
      'defaultProtocol: four-stage\nprotocols: { "arrival/**": arrival }\nrules: { missing-field: off }\n';
    await folder.write('.session-notes/config.yaml', config);
    const uri = await folder.write('arrival/a.session.md', '---\nclient: X\n---\n');
    await show(uri);
    await problemsAre(uri, '1 error missing-stage');
    equal(shownProblems(uri)[0]?.message, missing);
  });
});

const arrival = `id: arrival
version: "1"
title: { en: Intake, id: Penerimaan }
stages:
  - id: reason
    title: { en: Reason for coming, id: Alasan datang }
`;
const missing = said({
  en: 'The stage “Reason for coming” is missing. Add it, or list what this session covered in “stages:”.',
  id: 'Tahap “Alasan datang” belum ada. Tambahkan, atau sebutkan yang dibahas sesi ini di “stages:”.',
});

describe("a workspace's own protocol", () => {
  let folder: OwnFolder;
  beforeEach(async () => {
    folder = await OwnFolder.create();
    await folder.makeWatched('.session-notes/protocols');
  });
  afterEach(() => folder.remove());

  const file = '.session-notes/protocols/arrival.yaml';

  it('rules the notes that name it', async () => {
    await folder.write(file, arrival);
    const text = note({ ...folder, stages: 'reason' }, 'Nothing.').replace('four-stage', 'arrival');
    const uri = await folder.write('a.session.md', text);
    const editor = await show(uri);
    await problemsAre(uri, '1 error missing-stage');
    equal(shownProblems(uri)[0]?.message, missing);
    await retype(editor, 'Nothing.', '## Alasan datang\n\nSulit tidur.');
    await problemsAre(uri);
  });

  it('reaches open notes when it changes', async () => {
    await folder.write(file, arrival);
    const text = note({ ...folder, stages: 'reason' }, '## Alasan datang', 'Sulit tidur.');
    const uri = await folder.write('a.session.md', text.replace('four-stage', 'arrival'));
    await show(uri);
    await folder.write(
      file,
      `${arrival}    sections:\n      - id: hopes\n        title: { en: Hopes, id: Harapan }\n`,
    );
    await problemsAre(uri, '8 warning missing-section');
    await folder.delete('.session-notes');
    await problemsAre(uri, '2 error unknown-protocol');
  });

  it('with a slip of the pen says so at its line, until it is mended', async () => {
    const uri = await folder.write(file, arrival.replace('stages:', 'staegs:'));
    await problemsAre(uri, '4 error protocol');
    await folder.write(file, arrival);
    await problemsAre(uri);
  });

  it('says what is wrong in the language of the interface, which may change', async () => {
    const uri = await folder.write(file, `${arrival}colour: blue\n`);
    await problemsAre(uri, '7 error protocol');
    const english = '"colour" is not known here. Correct or delete it.';
    const indonesian = '"colour" tidak dikenal di sini. Perbaiki atau hapus.';
    equal(shownProblems(uri)[0]?.message, said({ en: english, id: indonesian }));
    await changeSetting('sessionNotes.language', said({ en: 'id', id: 'en' }));
    const other = said({ en: indonesian, id: english });
    await settlesOn('the other language', () => shownProblems(uri)[0]?.message, other);
  });

  it('has no say in a folder beside its own', async () => {
    const beside = await OwnFolder.create();
    await folder.write(file, arrival);
    const text = note({ ...beside, stages: 'reason' }, '## Alasan datang', 'x').replace(
      'four-stage',
      'arrival',
    );
    const inside = await folder.write('a.session.md', text);
    const outside = await beside.write('a.session.md', text);
    await show(inside);
    await show(outside);
    await problemsAre(outside, '2 error unknown-protocol');
    await problemsAre(inside);
    await beside.remove();
  });
});
