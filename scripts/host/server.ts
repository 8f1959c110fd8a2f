import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type ProcessGroup, startGroup } from './childProcesses';
import { cleanEnvironment } from './cleanEnvironment';
import { HostFailure } from './failure';
import { runBinary } from './runBinary';
import type { ServerBuild } from './serverBuild';

/** How long a server may take to become available, in milliseconds. */
const startDeadlineMs = 60_000;

/** Lines of the server's log that a failure quotes. */
const quotedLines = 15;

export interface ServerOptions {
  readonly build: ServerBuild;
  /** Private folder for user data, extensions and server data. */
  readonly dataFolder: string;
  /** A free port of this machine; chosen by the system if missing. */
  readonly port?: number;
  /** Asks for trust in a folder, as VS Code does for users; else every folder is trusted. */
  readonly workspaceTrust?: boolean;
  /** A script that the server loads before its own. */
  readonly preload?: string;
}

/** A running server of VS Code, on this machine only. */
export interface Server {
  readonly port: number;
  /** Rejects when the server ends without having been stopped. */
  readonly died: Promise<never>;
  stop(): Promise<void>;
}

/** Where a server keeps its things in its private folder. */
export function serverFolders(dataFolder: string) {
  return {
    userData: join(dataFolder, 'user-data'),
    extensions: join(dataFolder, 'extensions'),
    serverData: join(dataFolder, 'server-data'),
  } as const;
}

function folderArguments(dataFolder: string): readonly string[] {
  const { userData, extensions, serverData } = serverFolders(dataFolder);
  return ['--user-data-dir', userData, '--extensions-dir', extensions, '--server-data-dir', serverData];
}

/**
 * Starts a server of VS Code and waits until it is available at `http://localhost:PORT`.
 *
 * @throws HostFailure if the port is in use or the server does not start
 */
export async function startServer(options: ServerOptions): Promise<Server> {
  const { build, dataFolder, port = 0, workspaceTrust = false, preload } = options;
  if (port !== 0) {
    await requireFreePort(port);
  }
  const group = startGroup(
    build.node,
    [
      ...(preload === undefined ? [] : ['--require', preload]),
      build.entry,
      ...['--host', '127.0.0.1', '--port', String(port), '--without-connection-token'],
      // The driver flag makes the newest build honour the keys of a test run, and keeps the web worker host off the network.
      ...['--accept-server-license-terms', '--enable-smoke-test-driver', '--telemetry-level', 'off'],
      ...(workspaceTrust ? [] : ['--disable-workspace-trust']),
      ...folderArguments(dataFolder),
    ],
    { stdio: ['ignore', 'pipe', 'pipe'], env: cleanEnvironment(process.env) },
  );
  const log = collectLog(group);
  const died = deathOf(group, log);
  // Whoever awaits `died` sees the rejection; if nobody does, it is no news.
  died.catch(() => undefined);
  try {
    const actual = await Promise.race([availablePort(group), died, startDeadline(log)]);
    return { port: actual, died, stop: () => group.stop() };
  } catch (error) {
    await group.stop();
    throw error;
  }
}

/**
 * Installs a packaged extension for the servers that use `dataFolder`.
 *
 * @throws HostFailure if VS Code refuses the package
 */
export async function installVsix(build: ServerBuild, dataFolder: string, vsix: string): Promise<void> {
  const args = [build.entry, '--accept-server-license-terms', '--install-extension', vsix];
  const env = cleanEnvironment(process.env);
  const { ok, output } = await runBinary(build.node, [...args, ...folderArguments(dataFolder)], env, 60_000);
  if (!ok || !/successfully installed/i.test(output)) {
    throw new HostFailure(
      `VS Code ${build.version} did not install ${vsix}:\n${output.trim()}`,
      'Package it anew.',
    );
  }
}

async function requireFreePort(port: number): Promise<void> {
  const probe = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      probe.once('error', reject);
      probe.listen(port, '127.0.0.1', resolve);
    });
  } catch (error) {
    throw new HostFailure(
      `Port ${port} cannot be used: ${error instanceof Error ? error.message : String(error)}.`,
      'Stop the program that uses it, or choose another one with "--port N", or none to let the system choose.',
    );
  } finally {
    probe.close();
  }
}

function collectLog(group: ProcessGroup): string[] {
  const log: string[] = [];
  for (const stream of [group.process.stdout, group.process.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      log.push(...chunk.toString().split('\n'));
      log.splice(0, Math.max(0, log.length - quotedLines));
    });
  }
  return log;
}

function availablePort(group: ProcessGroup): Promise<number> {
  const { stdout } = group.process;
  return new Promise(resolve => {
    if (stdout === null) {
      return;
    }
    createInterface({ input: stdout }).on('line', line => {
      const found = /Web UI available at http:\/\/[^:]+:(\d+)/.exec(line);
      if (found !== null) {
        resolve(Number(found[1]));
      }
    });
  });
}

function deathOf(group: ProcessGroup, log: readonly string[]): Promise<never> {
  return new Promise((_, reject) => {
    group.process.once('error', error =>
      reject(new HostFailure(`The server of VS Code could not be run: ${error.message}.`, removeAdvice)),
    );
    group.process.once('exit', (code, signal) =>
      reject(
        new HostFailure(`The server of VS Code ended (${signal ?? code}):\n${log.join('\n')}`, removeAdvice),
      ),
    );
  });
}

const removeAdvice = 'Remove the folder .vscode-test to have it fetched anew, and run this again.';

async function startDeadline(log: readonly string[]): Promise<never> {
  await new Promise(resolve => {
    setTimeout(resolve, startDeadlineMs).unref();
  });
  throw new HostFailure(
    `The server of VS Code was not available within ${startDeadlineMs / 1000} s:\n${log.join('\n')}`,
    removeAdvice,
  );
}

/** The address that opens a folder or a `.code-workspace` file of this machine in a server's window. */
export function workspaceUrl(port: number, workspace: string): string {
  const url = new URL(`http://localhost:${port}/`);
  url.searchParams.set(workspace.endsWith('.code-workspace') ? 'workspace' : 'folder', workspace);
  return url.href;
}
