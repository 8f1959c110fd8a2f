import { cp, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { stageExtension } from '../../scripts/host/stageExtension';
import { makeTemporaryFolder } from '../../scripts/host/temporaryFolder';
import type { Settings } from '../../scripts/host/userSettings';
import type { Limits } from './deadline';
import type { SuiteResult } from './suiteLines';
import { optionsScript, type SuiteOptions } from './suiteOptions';

/** What a run of a suite in an extension host is given, whatever the host. */
export interface SuiteRunOptions {
  /** The extension's folder, built. */
  readonly extensionPath: string;
  /** One bundled CommonJS file that exports `run(): Promise<void>` (see runSuite.ts). */
  readonly testsBundle: string;
  /** Folder or `.code-workspace` file to open; the run works on a copy (of the file's whole folder). */
  readonly workspace: string;
  /** User settings on top of the calm ones. */
  readonly settings?: Settings;
  readonly suite?: SuiteOptions;
  /** Asks for trust in the folder, as VS Code does for users; else every folder is trusted. */
  readonly workspaceTrust?: boolean;
  /** Changes the extension's folder, as staged for the run, before VS Code sees it. */
  readonly prepare?: (extension: string) => Promise<void>;
  /** When the run is given up; {@link usualLimits} if missing. */
  readonly limits?: Limits;
  /** Receives each line of the suite as it comes. */
  onLine(line: string): void;
}

export const usualLimits: Limits = { totalMs: 3_600_000, silenceMs: 700_000 };

export interface SuiteRunResult extends SuiteResult {
  readonly durationMs: number;
}

/** The files of one run, in a private folder. */
export interface SuiteFolders {
  readonly extension: string;
  readonly suite: string;
  readonly workspace: string;
  /** For user data, extensions and the like. */
  readonly data: string;
  remove(): Promise<void>;
}

/** Lays out the files of one run: the extension as packaged, the suite with its options, a copy of the workspace. */
export async function layOutRun(options: SuiteRunOptions, hosts: 'all' | 'web'): Promise<SuiteFolders> {
  const folder = await makeTemporaryFolder('suite');
  const extension = join(folder.path, 'extension');
  // Inside the extension's folder: VS Code runs a suite in the host of the extension that holds it.
  const suite = join(extension, 'out', 'integration', 'suite.js');
  await stageExtension(options.extensionPath, extension, hosts);
  await options.prepare?.(extension);
  await mkdir(dirname(suite), { recursive: true });
  await writeFile(suite, (await readFile(options.testsBundle, 'utf8')) + optionsScript(options.suite ?? {}));
  return {
    extension,
    suite,
    workspace: await copyWorkspace(options.workspace, join(folder.path, 'workspace')),
    data: join(folder.path, 'data'),
    remove: () => folder.remove(),
  };
}

/**
 * Copies a folder, or the folder of a `.code-workspace` file, into `target`.
 *
 * @returns the path of the copy of `workspace`
 */
export async function copyWorkspace(workspace: string, target: string): Promise<string> {
  const isFolder = (await stat(workspace)).isDirectory();
  const source = isFolder ? workspace : dirname(workspace);
  const copy = join(target, basename(source));
  await cp(source, copy, { recursive: true });
  return isFolder ? copy : join(copy, basename(workspace));
}
