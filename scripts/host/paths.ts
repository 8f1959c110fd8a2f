import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout this script belongs to. */
export const repositoryRoot = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

/**
 * Where builds of VS Code and the headless browser are kept between runs: `.vscode-test/`, or the folder that
 * the environment variable SESSION_NOTES_VSCODE_TEST names (several checkouts can share it).
 */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  const shared = env['SESSION_NOTES_VSCODE_TEST'];
  return shared ? resolve(shared) : join(repositoryRoot, '.vscode-test');
}
