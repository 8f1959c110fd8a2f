import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../src/cli/run';
import type { Shape } from './growth';
import { head } from './practice';

/** Shapes of whole folders, which a command is run over; `size` is how many notes there are. */

const notesOfClient = 8;

/** Notes that lack something each, a few of each client; gone when the process ends. */
function folderOf(size: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'session-notes-scaling-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  for (let at = 0; at < size; at++) {
    const client = `K-${Math.floor(at / notesOfClient)}`;
    const session = `session: ${(at % notesOfClient) + 1}`;
    const text = `${head.replace('K-1', client).replace('session: 1', session)}## Alpha stage\n\n- [ ] A goal ${at % 3}\n\n## Nearly ${at}\n\nwords\n`;
    if (at % notesOfClient === 0) mkdirSync(join(folder, client));
    writeFileSync(join(folder, client, `${at}.session.md`), text);
  }
  return folder;
}

const command =
  (...args: readonly string[]): Shape =>
  size => {
    const directory = folderOf(size);
    const stream = { isTerminal: false, write: () => undefined };
    const terminal = { directory, environment: {}, output: stream, errors: stream };
    return () => {
      if (run(args, terminal) === 2) throw new Error(`${args.join(' ')} could not run`);
    };
  };

/** By name. */
export const folderShapes: Readonly<Record<string, Shape>> = {
  'notes of a folder that is checked': command('check', '--format', 'json'),
  'notes of a folder of which the goals of one client are listed': command('goals', '--client', 'K-3'),
};
