import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { HostFailure } from './failure';
import { repositoryRoot } from './paths';

/**
 * Runs the built command line in a folder and shows its output. Findings (exit code 1) are no failure.
 *
 * @throws HostFailure if it has not been built or could not do its work
 */
export async function showCommandLine(args: readonly string[], folder: string): Promise<void> {
  const program = join(repositoryRoot, 'dist', 'npm', 'cli.js');
  if (!existsSync(program)) {
    throw new HostFailure('dist/npm/cli.js is missing.', 'Run "npm run build" and see what it reports.');
  }
  console.log(`\n$ session-notes ${args.join(' ')}`);
  const code = await new Promise<number>((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], {
      cwd: folder,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    child.once('error', reject);
    child.once('close', exit => resolve(exit ?? 2));
  });
  if (code > 1) {
    throw new HostFailure(
      `"session-notes ${args.join(' ')}" could not do its work (exit code ${code}).`,
      'Its message stands above.',
    );
  }
}
