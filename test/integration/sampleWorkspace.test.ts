import * as vscode from 'vscode';
import { deepEqual, match, ok } from '../host/assert';
import { suiteOptions } from '../host/suiteOptions';
import { answering } from './answering';
import { OwnFolder } from './ownFolder';
import { installedExtension } from './runningExtension';
import { TracedExtension } from './tracedExtension';
import { said } from './wording';

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

  /** Runs the command of the extension that comes over the network. Gives the folders that were opened. */
  const openSample = async (storage: vscode.Uri, ...says: readonly RegExp[]): Promise<readonly string[]> => {
    const extensionUri = vscode.Uri.from({ scheme, path: '/' });
    const extension = await TracedExtension.start({ extensionUri, storage });
    const opened: string[] = [];
    const { executeCommand } = vscode.commands;
    const instead = async (command: string, ...rest: readonly unknown[]): Promise<unknown> => {
      if (command !== 'vscode.openFolder') return executeCommand(command, ...rest);
      opened.push(String(rest[0]));
      return undefined;
    };
    Reflect.set(vscode.commands, 'executeCommand', instead);
    try {
      const asked = await answering({}, () => extension.run('sessionNotes.openSampleWorkspace'));
      deepEqual(asked.length, says.length);
      for (const [at, text] of says.entries()) match(asked[at]?.text ?? '', text);
    } finally {
      Reflect.set(vscode.commands, 'executeCommand', executeCommand);
      extension.dispose();
    }
    return opened;
  };

  if (suiteOptions().host === 'web') {
    it('is, in a browser, one note that is not saved', async () => {
      deepEqual(await openSample(folder.uri), []);
      const document = vscode.window.activeTextEditor?.document;
      deepEqual([document?.isUntitled, document?.languageId], [true, 'markdown']);
      match(document?.getText() ?? '', /^client: K-021$|^konseli: K-021$/m);
    });
  } else {
    it('is copied whole into the folder of the extension, file by file, from where folders cannot be listed, and opened', async () => {
      const target = folder.at('session-notes-sample');
      deepEqual(await openSample(folder.uri), [target.toString()]);
      const original = vscode.Uri.joinPath(installedExtension().extensionUri, 'examples');
      const expected = await filesBelow(original);
      ok(expected.some(([path]) => path === '.session-notes/config.yaml'));
      deepEqual(await filesBelow(target), expected);
    });

    it('says that it was not copied where nothing can be written, and opens nothing', async () => {
      const file = await folder.write('file', 'A file in the place of the folder.');
      const says = said({ en: /could not be copied completely/, id: /tidak dapat disalin seluruhnya/ });
      deepEqual(await openSample(file, says), []);
    });
  }
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
