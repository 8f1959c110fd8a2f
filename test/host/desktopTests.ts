import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type ProcessGroup, startGroup } from '../../scripts/host/childProcesses';
import { cleanEnvironment } from '../../scripts/host/cleanEnvironment';
import { ensureDesktopBuild, hasDisplay } from '../../scripts/host/desktopBuild';
import { HostFailure } from '../../scripts/host/failure';
import { type Progress, stderrProgress } from '../../scripts/host/progress';
import { writeUserSettings } from '../../scripts/host/userSettings';
import { Deadline } from './deadline';
import { readResult, readSuiteLines, type SuiteResult } from './suiteLines';
import {
  layOutRun,
  type SuiteFolders,
  type SuiteRunOptions,
  type SuiteRunResult,
  usualLimits,
} from './suiteRun';

export interface DesktopTestsOptions extends SuiteRunOptions {
  /** A version such as `1.99.3`, or `stable`; SESSION_NOTES_TEST_VSCODE goes before it. */
  readonly version: string;
}

/**
 * Runs a suite in the extension host of a desktop VS Code, with private folders that are removed afterwards.
 *
 * @throws HostFailure if there is no desktop VS Code or no display, the deadline passes, or the suite ends without
 *   a result
 */
export async function runDesktopTests(
  options: DesktopTestsOptions,
  progress: Progress = stderrProgress(),
): Promise<SuiteRunResult> {
  if (!hasDisplay()) {
    throw new HostFailure(
      'A desktop VS Code needs a display, and DISPLAY is not set.',
      'Run this under a virtual one: "xvfb-run -a …".',
    );
  }
  const program = await ensureDesktopBuild(options.version, progress);
  const started = Date.now();
  const folders = await layOutRun(options, 'all');
  await writeUserSettings(join(folders.data, 'user-data'), options.settings);
  const group = startGroup(program, desktopArguments(folders, options), {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: cleanEnvironment(process.env),
  });
  const deadline = new Deadline(options.limits ?? usualLimits);
  try {
    const onLine = (line: string) => {
      deadline.heard();
      options.onLine(line);
    };
    const result = await deadline.limit(suiteEnd(group, onLine), suiteFailure);
    return { ...result, durationMs: Date.now() - started };
  } finally {
    await group.stop();
    await folders.remove();
  }
}

function desktopArguments(folders: SuiteFolders, options: DesktopTestsOptions): readonly string[] {
  return [
    folders.workspace,
    `--extensionDevelopmentPath=${folders.extension}`,
    `--extensionTestsPath=${folders.suite}`,
    `--user-data-dir=${join(folders.data, 'user-data')}`,
    `--extensions-dir=${join(folders.data, 'extensions')}`,
    ...(options.workspaceTrust ? [] : ['--disable-workspace-trust']),
    ...[
      '--no-sandbox',
      '--disable-gpu-sandbox',
      '--disable-updates',
      '--skip-welcome',
      '--skip-release-notes',
    ],
  ];
}

/** Passes the suite's lines on, and resolves with its result when VS Code has ended. */
function suiteEnd(group: ProcessGroup, onLine: (line: string) => void): Promise<SuiteResult> {
  return new Promise((resolve, reject) => {
    let result: SuiteResult | undefined;
    const { stdout } = group.process;
    if (stdout !== null) {
      createInterface({ input: stdout }).on('line', output => {
        for (const line of readSuiteLines(output)) {
          const end = readResult(line);
          if (end === undefined) {
            onLine(line);
          } else {
            result = end;
          }
        }
      });
    }
    group.process.once('error', error => reject(suiteFailure(`VS Code could not be run: ${error.message}.`)));
    group.process.once('close', code => {
      if (result === undefined) {
        reject(suiteFailure(`VS Code ended (code ${code}) before the suite did.`));
      } else {
        resolve(result);
      }
    });
  });
}

function suiteFailure(what: string): HostFailure {
  return new HostFailure(
    what,
    'Start VS Code by hand, with the "Run Extension" launch configuration, to see why.',
  );
}
