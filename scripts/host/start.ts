import { cp, mkdtemp, realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { untilNpmHasEnded } from './ancestors';
import { untilInterrupted } from './childProcesses';
import { showCommandLine } from './commandLine';
import { openOnDesktop } from './desktopStart';
import { describeFailure } from './failure';
import { requireNode } from './nodeVersion';
import { runScript } from './npm';
import { repositoryRoot } from './paths';
import { type Progress, stderrProgress } from './progress';
import { type Server, serverFolders, startServer, workspaceUrl } from './server';
import { ensureServerBuild, newestVersion } from './serverBuild';
import { placeExtension } from './stageExtension';
import { readStartOptions, type StartOptions } from './startOptions';
import { openInSystemBrowser } from './systemBrowser';
import { makeTemporaryFolder } from './temporaryFolder';
import { writeUserSettings } from './userSettings';

/**
 * `npm start`: builds, reports on a fresh copy of the sample workspace, and opens that copy in a VS Code with the
 * extension loaded.
 *
 * @returns the exit code, once all is open, or once a server that was needed has been stopped
 */
export async function start(args: readonly string[]): Promise<number> {
  try {
    const options = readStartOptions(args);
    requireNode();
    const progress = stderrProgress();
    await progress.during('Building the extension', () => runScript('build', repositoryRoot));
    const workspace = await copySamples();
    progress.say(`A fresh copy of the sample workspace: ${workspace}`);
    await showCommandLine(['check'], workspace);
    await showCommandLine(['goals'], workspace);
    console.log('');
    if (options.open && options.port === undefined && (await openOnDesktop(workspace, progress))) {
      return 0;
    }
    await serve(workspace, options, progress);
    return 0;
  } catch (error) {
    process.stderr.write(`\n${describeFailure(error)}\n`);
    return 1;
  }
}

/** Copies the sample workspace to a new folder, which stays: a desktop VS Code may have it open for long. */
async function copySamples(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'session-notes-')));
  const copy = join(folder, 'examples');
  await cp(join(repositoryRoot, 'examples'), copy, { recursive: true });
  return copy;
}

/** Serves a workspace to browsers of this machine until interrupted. */
async function serve(workspace: string, options: StartOptions, progress: Progress): Promise<void> {
  const build = await ensureServerBuild(newestVersion, progress);
  const data = await makeTemporaryFolder('server');
  let server: Server | undefined;
  try {
    const { userData, extensions } = serverFolders(data.path);
    await writeUserSettings(userData);
    await placeExtension(repositoryRoot, extensions);
    server = await startServer({
      build,
      dataFolder: data.path,
      ...(options.port === undefined ? {} : { port: options.port }),
    });
    const interrupted = untilInterrupted();
    const address = workspaceUrl(server.port, workspace);
    await announce(address, options.open, progress);
    await Promise.race([interrupted, untilNpmHasEnded(), server.died]);
    progress.say('\nStopped.');
  } finally {
    await server?.stop();
    await data.remove();
  }
}

async function announce(address: string, open: boolean, progress: Progress): Promise<void> {
  if (open && !(await openInSystemBrowser(address))) {
    progress.say('No browser could be opened from here: open this address in one yourself.');
  }
  progress.say(`VS Code ${newestVersion} is served until you press Ctrl+C:`);
  console.log(address);
}
