import * as vscode from 'vscode';
import { deepEqual, equal, ok } from '../host/assert';
import { MemoryFiles } from './memoryFiles';
import { OwnFolder } from './ownFolder';
import { type Said, saidBy } from './said';

const scheme = 'session-notes-new-files';
const transcript = '---\nprotocol: four-stage\nkind: transcript\n---\n**Konselor:** Halo.\n';

/** Export Transcripts is told where its file goes, so that it shows how any new file comes to be. */
describe('a new file', () => {
  const files = new MemoryFiles();
  let folder: OwnFolder;
  let provider: vscode.Disposable;
  before(() => {
    provider = vscode.workspace.registerFileSystemProvider(scheme, files);
  });
  after(() => provider.dispose());
  beforeEach(async () => {
    files.clear();
    folder = await OwnFolder.create();
    await folder.write('a.md', transcript);
  });
  afterEach(() => folder.remove());

  const at = (path: string): vscode.Uri => vscode.Uri.from({ scheme, path });
  const put = (path: string, text: string): void => files.writeFile(at(path), new TextEncoder().encode(text));
  const textAt = (path: string): string => new TextDecoder().decode(files.readFile(at(path)));

  /** Exports to `path`; every question is agreed to where that is said. */
  const exportTo = (to: vscode.Uri, agrees = false): Promise<readonly Said[]> =>
    saidBy(
      async () => {
        const target = { format: 'jsonl', to };
        await vscode.commands.executeCommand('sessionNotes.exportTranscripts', folder.uri, undefined, target);
      },
      (_, given) => (agrees && given.length > 1 ? given.at(-1) : undefined),
    );

  it('is whole or not there where the disk is full', async () => {
    files.room = 5;
    const said = await exportTo(at('/out/new.jsonl'));
    deepEqual(
      said.map(({ by }) => by),
      ['showErrorMessage'],
    );
    deepEqual(files.paths(), []);
    files.room = Number.POSITIVE_INFINITY;
    await exportTo(at('/out/new.jsonl'));
    deepEqual(files.paths(), ['/out/new.jsonl']);
  });

  it('is not there where its name cannot be given', async () => {
    files.renames = false;
    await exportTo(at('/new.jsonl'));
    deepEqual(files.paths(), []);
  });

  it('is there in pieces at no moment under a name that anything reads', async () => {
    const seen: string[] = [];
    const watching = files.onDidChangeFile(() => seen.push(...files.paths()));
    await exportTo(at('/new.jsonl'));
    watching.dispose();
    ok(seen.length > 0);
    const others = seen.filter(path => !/^\/\.session-notes-[0-9a-f]{12}\.tmp$/.test(path));
    deepEqual([...new Set(others)], ['/new.jsonl']);
    ok(textAt('/new.jsonl').includes('Halo.'));
  });

  it('takes the place of one that is there only after a question that names it', async () => {
    put('/out.jsonl', 'mine');
    const said = await exportTo(at('/out.jsonl'));
    deepEqual(
      said.map(({ isModal, texts }) => [isModal, texts.some(text => text.includes('out.jsonl'))]),
      [[true, true]],
    );
    equal(textAt('/out.jsonl'), 'mine');
    await exportTo(at('/out.jsonl'), true);
    ok(textAt('/out.jsonl').includes('Halo.'));
  });

  it('leaves the older one as it was where it cannot take its place', async () => {
    put('/out.jsonl', 'mine');
    files.room = 2;
    await exportTo(at('/out.jsonl'), true);
    equal(textAt('/out.jsonl'), 'mine');
    deepEqual(files.paths(), ['/out.jsonl']);
  });

  it('is made on disk in the same way', async () => {
    await exportTo(folder.at('out/new.jsonl'));
    deepEqual(await vscode.workspace.fs.readDirectory(folder.at('out')), [
      ['new.jsonl', vscode.FileType.File],
    ]);
    await folder.write('mine.jsonl', 'mine');
    await exportTo(folder.at('mine.jsonl'));
    equal(await folder.read('mine.jsonl'), 'mine');
  });

  it('takes the place of none that comes to be at the same moment', async () => {
    const target = { format: 'jsonl', to: folder.at('twice.jsonl') };
    const exporting = () =>
      vscode.commands.executeCommand('sessionNotes.exportTranscripts', folder.uri, undefined, target);
    const said = await saidBy(() => Promise.all([exporting(), exporting()]));
    deepEqual(
      said
        .filter(({ isModal }) => isModal)
        .map(({ texts }) => texts.some(text => text.includes('twice.jsonl'))),
      [true],
    );
  });

  it('sweeps what broken-off work left beside it more than a minute ago, and nothing else', async () => {
    const [old, young] = ['/.session-notes-0123456789ab.tmp', '/.session-notes-0123456789ac.tmp'];
    const others = ['/.session-notes-mine.tmp', '/notes.tmp'];
    for (const path of [old, young, ...others]) put(path, 'words');
    files.age(at(old), 61_000);
    files.age(at(young), 10_000);
    for (const path of others) files.age(at(path), 1e9);
    await exportTo(at('/new.jsonl'));
    deepEqual(files.paths(), [young, ...others, '/new.jsonl'].sort());
  });
});
