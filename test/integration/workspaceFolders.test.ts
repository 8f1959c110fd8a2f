import * as vscode from 'vscode';
import { deepEqual, equal } from '../host/assert';
import { closeEditors, retype, show } from './editors';
import { MemoryFiles } from './memoryFiles';
import { wholeNote } from './noteTexts';
import { OpenGoals } from './openGoals';
import { OwnFolder, workspaceFolder } from './ownFolder';
import { problemsAre } from './shownProblems';
import { said } from './wording';

const sleep = `Sleep before eleven · ${said({ en: 'this session', id: 'sesi ini' })}`;
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('folders of the workspace', () => {
  let folder: OwnFolder;
  let goals: OpenGoals;
  let added: number;
  beforeEach(async () => {
    folder = await OwnFolder.create();
    goals = await OpenGoals.read();
    added = 0;
  });
  afterEach(async () => {
    removeFolders();
    goals.dispose();
    await folder.remove();
  });

  /** Adds a folder behind the others. */
  const addFolder = (uri: vscode.Uri): void => {
    equal(vscode.workspace.updateWorkspaceFolders(folderCount(), 0, { uri }), true);
    added++;
  };

  const removeFolders = (): void => {
    if (added > 0) vscode.workspace.updateWorkspaceFolders(folderCount() - added, added);
    added = 0;
  };

  it('are read when they are added, followed, and forgotten when they are removed', async () => {
    const uri = vscode.Uri.joinPath(workspaceFolder(0), '..', `added-${folder.client}`);
    const note = vscode.Uri.joinPath(uri, 'a.session.md');
    await vscode.workspace.fs.writeFile(note, encode(wholeNote(folder)));
    deepEqual(await goals.linesOf(folder.client), []);
    addFolder(uri);
    await goals.becomes(folder.client, sleep);
    await vscode.workspace.fs.writeFile(note, encode(wholeNote({ client: `${folder.client}-b` })));
    await goals.becomes(`${folder.client}-b`, sleep);
    removeFolders();
    await goals.becomes(`${folder.client}-b`);
    await vscode.workspace.fs.delete(uri, { recursive: true });
  });

  it('may be of a file system that an extension provides, which VS Code cannot search', async () => {
    const files = new MemoryFiles();
    const provider = vscode.workspace.registerFileSystemProvider('practice-memory', files);
    const root = vscode.Uri.parse('practice-memory:/');
    const uri = vscode.Uri.joinPath(root, 'a.session.md');
    files.writeFile(uri, encode(wholeNote(folder)));
    // Reading it may fetch it from elsewhere, and its name does not tell that it is a note.
    const unnamed = vscode.Uri.joinPath(root, 'c.md');
    files.writeFile(unnamed, encode(wholeNote({ client: `${folder.client}-c` })));
    addFolder(root);
    await goals.becomes(folder.client, sleep);
    deepEqual(await goals.linesOf(`${folder.client}-c`), []);
    await show(unnamed);
    await goals.becomes(`${folder.client}-c`, sleep);
    const other = vscode.Uri.joinPath(root, 'b.session.md');
    files.writeFile(other, encode(wholeNote({ client: `${folder.client}-b` })));
    await goals.becomes(`${folder.client}-b`, sleep);
    const editor = await show(uri);
    await retype(editor, '- [ ]', '- [?]');
    await problemsAre(uri, '16 warning goal-status');
    await closeEditors();
    provider.dispose();
  });
});

function folderCount(): number {
  return vscode.workspace.workspaceFolders?.length ?? 0;
}
