import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { run } from '../../../src/cli/run';

/** What a run of the command line did. */
export interface CommandRun {
  readonly exitCode: number;
  readonly output: string;
  readonly errors: string;
}

export interface RunOptions {
  readonly environment?: Readonly<Record<string, string>>;
  readonly isTerminal?: boolean;
  /** What a person types, line by line, where one sits there. */
  readonly typed?: readonly string[];
}

/** Runs `session-notes` with `args` in `directory`, in this process. */
export function sessionNotes(
  directory: string,
  args: readonly string[],
  options: RunOptions = {},
): CommandRun {
  const { environment = {}, isTerminal = false, typed } = options;
  const lines = [...(typed ?? [])];
  const output: string[] = [];
  const errors: string[] = [];
  const exitCode = run(args, {
    directory,
    environment,
    output: { isTerminal, write: text => void output.push(text) },
    errors: { isTerminal, write: text => void errors.push(text) },
    ask:
      typed &&
      (question => {
        errors.push(`${question}\n`);
        return lines.shift();
      }),
  });
  return { exitCode, output: output.join(''), errors: errors.join('') };
}

const made: string[] = [];

/** A folder with these files (path to content), removed after the tests of the file that called `removeFolders`. */
export function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'session-notes-'));
  made.push(folder);
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return folder;
}

/** Removes the folders made so far. */
export function removeFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** Everything in a folder: each file with its bytes, time of change and rights. */
export function snapshot(folder: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const file = join(entry.parentPath, entry.name);
    const { mtimeMs, mode } = statSync(file);
    const bytes = entry.isFile() ? readFileSync(file).toString('base64') : '';
    files.set(file, `${mtimeMs} ${mode} ${bytes}`);
  }
  return files;
}

/**
 * Does `work` on a folder without the privileges that tests may run with, so that rights count: as the user `nobody`
 * where this is root. What is named in `lock` has no rights but `mode` meanwhile.
 */
export function asNobody<Result>(
  folder: string,
  work: () => Result,
  { lock = [], mode = 0 }: { readonly lock?: readonly string[]; readonly mode?: number } = {},
): Result {
  const nobody = 65534;
  const isRoot = process.geteuid?.() === 0;
  chmodSync(folder, 0o777);
  for (const path of lock) chmodSync(join(folder, path), mode);
  if (isRoot) process.seteuid?.(nobody);
  try {
    return work();
  } finally {
    if (isRoot) process.seteuid?.(0);
    for (const path of lock) chmodSync(join(folder, path), 0o755);
  }
}
