import { cp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeTemporaryFolder, type TemporaryFolder } from './host/temporaryFolder';

/**
 * A folder with what the package of the extension in `source` may hold, and with little else: vsce looks at all files
 * below the folder that it packs, of which a VS Code that tests run in has many thousands.
 */
export async function stagePackable(source: string): Promise<TemporaryFolder> {
  const staged = await makeTemporaryFolder('package');
  for (const name of await packableNames(source))
    await cp(join(source, name), join(staged.path, name), { recursive: true });
  return staged;
}

/** The paths of what the package of the extension in `source` holds, as vsce lists them. */
export async function packedFiles(source: string): Promise<readonly string[]> {
  // Loaded when needed: it takes a second, and messages about a wrong Node or arguments should not wait for it.
  const { listFiles, PackageManager } = await import('@vscode/vsce');
  const staged = await stagePackable(source);
  try {
    return await listFiles({ cwd: staged.path, packageManager: PackageManager.None });
  } finally {
    await staged.remove();
  }
}

/** The first parts of the paths and patterns that the manifest lists. */
async function packableNames(source: string): Promise<ReadonlySet<string>> {
  const { files } = JSON.parse(await readFile(join(source, 'package.json'), 'utf8'));
  return new Set(['package.json', ...files].map(path => path.split('/')[0]));
}
