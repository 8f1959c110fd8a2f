import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { packedFiles } from '../packable';
import { HostFailure } from './failure';

/** What an extension's manifest must say to be placed where VS Code looks for extensions. */
interface Identity {
  readonly publisher: string;
  readonly name: string;
  readonly version: string;
}

/**
 * Copies the files that the extension's package would hold, and no others.
 *
 * @param hosts `web` leaves `main` out of the manifest, so that VS Code runs the extension in its web worker host
 * @throws HostFailure if a file that the manifest names has not been built
 */
export async function stageExtension(source: string, target: string, hosts: 'all' | 'web'): Promise<void> {
  for (const file of await packedFiles(source)) {
    await mkdir(dirname(join(target, file)), { recursive: true });
    await copyFile(join(source, file), join(target, file));
  }
  const manifest = await readManifest(target);
  requireBuilt(target, manifest);
  if (hosts === 'web') {
    const { main: _, ...webOnly } = manifest;
    await writeFile(join(target, 'package.json'), JSON.stringify(webOnly, null, 2));
  }
}

/** Places an extension where a server finds it as if it had been installed. */
export async function placeExtension(source: string, extensionsFolder: string): Promise<void> {
  const { publisher, name, version } = identity(await readManifest(source));
  await stageExtension(source, join(extensionsFolder, `${publisher}.${name}-${version}`), 'all');
}

async function readManifest(folder: string): Promise<Readonly<Record<string, unknown>>> {
  const manifest: unknown = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  if (typeof manifest !== 'object' || manifest === null) {
    throw new HostFailure(`${folder} has no usable package.json.`, 'Name the folder of an extension.');
  }
  return { ...manifest };
}

function requireBuilt(folder: string, { main, browser }: Readonly<Record<string, unknown>>): void {
  for (const entry of [main, browser]) {
    if (typeof entry === 'string' && !existsSync(join(folder, entry))) {
      throw new HostFailure(`The package would lack ${entry}.`, 'Run "npm run build" first.');
    }
  }
}

function identity(manifest: Readonly<Record<string, unknown>>): Identity {
  const { publisher, name, version } = manifest;
  if (typeof publisher !== 'string' || typeof name !== 'string' || typeof version !== 'string') {
    throw new HostFailure('The manifest lacks publisher, name or version.', 'Complete package.json.');
  }
  return { publisher, name, version };
}
