import * as vscode from 'vscode';
import { copySample } from '../../src/extension/firstSteps/openSampleWorkspace';
import { deepEqual, equal, ok } from '../host/assert';
import { OwnFolder } from './ownFolder';
import { installedExtension } from './runningExtension';

const scheme = 'extension-over-network';

/** The files of the extension as those over the network are: to be read one by one, and never listed. */
function overNetwork(): vscode.FileSystemProvider {
  const { extensionUri } = installedExtension();
  const unlisted = (): never => {
    throw vscode.FileSystemError.Unavailable('not to be listed');
  };
  const changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  return {
    onDidChangeFile: changed.event,
    watch: () => ({ dispose: () => undefined }),
    stat: () => ({ type: vscode.FileType.File, ctime: 0, mtime: 0, size: 0 }),
    readDirectory: unlisted,
    readFile: ({ path }) => vscode.workspace.fs.readFile(vscode.Uri.joinPath(extensionUri, path)),
    writeFile: unlisted,
    createDirectory: unlisted,
    delete: unlisted,
    rename: unlisted,
  };
}

describe('the sample workspace', () => {
  let folder: OwnFolder;
  let provider: vscode.Disposable;
  beforeEach(async () => {
    folder = await OwnFolder.create();
    provider = vscode.workspace.registerFileSystemProvider(scheme, overNetwork(), { isReadonly: true });
  });
  afterEach(async () => {
    provider.dispose();
    await folder.remove();
  });

  const source = vscode.Uri.from({ scheme, path: '/' });

  it('is copied whole, file by file, from where folders cannot be listed', async () => {
    equal(await copySample(source, folder.at('sample')), true);
    const original = vscode.Uri.joinPath(installedExtension().extensionUri, 'examples');
    const expected = await filesBelow(original);
    ok(expected.some(([path]) => path === '.session-notes/config.yaml'));
    deepEqual(await filesBelow(folder.at('sample')), expected);
  });

  it('says that it was not copied where a file cannot be written', async () => {
    await folder.write('sample', 'A file in the place of the folder.');
    equal(await copySample(source, folder.at('sample')), false);
  });
});

/** The files below `folder`, as path and text. */
async function filesBelow(folder: vscode.Uri, path = ''): Promise<readonly (readonly [string, string])[]> {
  const entries = await vscode.workspace.fs.readDirectory(vscode.Uri.joinPath(folder, path));
  const found = await Promise.all(
    entries.sort().map(async ([name, type]) => {
      const at = path === '' ? name : `${path}/${name}`;
      if (type === vscode.FileType.Directory) return filesBelow(folder, at);
      const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, at));
      return [[at, new TextDecoder().decode(bytes)] as const];
    }),
  );
  return found.flat();
}
