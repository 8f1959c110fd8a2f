import { execFile } from 'node:child_process';

/** What a short run of a program gave. */
export interface BinaryRun {
  readonly ok: boolean;
  /** Standard output and standard error together. */
  readonly output: string;
}

/** Runs a program to its end and never throws: whether a binary works here is a question, not an error. */
export function runBinary(
  command: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
  timeoutMs = 20_000,
): Promise<BinaryRun> {
  return new Promise(resolve => {
    execFile(command, args, { env, timeout: timeoutMs }, (error, stdout, stderr) => {
      resolve({ ok: error === null, output: `${stdout}${stderr}` });
    });
  });
}
