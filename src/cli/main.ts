import { readSync } from 'node:fs';
import { message } from '../core/message';
import { render } from '../l10n/catalogue';
import { run } from './run';
import type { OutputStream } from './terminal';

/** The program: its command with the arguments and streams of this process. */

function streamOf(stream: NodeJS.WriteStream): OutputStream {
  // A reader that has seen enough (`| head`) closes its end; that is no error of ours.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    process.exitCode = 2;
    if (stream !== process.stderr) process.stderr.write(`${render(message('cli.cannot-put-out'))}\n`);
  });
  return { isTerminal: stream.isTTY === true, write: text => void stream.write(text) };
}

/** How much is read at once, in bytes: a terminal gives a line. */
const LINE = 4096;
/** How long, in milliseconds, it is waited for what is yet to be typed where reading does not wait. */
const PAUSE = 50;

/** A line that is typed. Nothing else can go on meanwhile, nor is there anything else. */
function readLine(): string | undefined {
  const buffer = Buffer.alloc(LINE);
  let text = '';
  while (!text.includes('\n')) {
    const count = readSome(buffer);
    if (count === 0) return text === '' ? undefined : text.trim();
    text += buffer.toString('utf8', 0, count);
  }
  return text.trim();
}

function readSome(buffer: Buffer): number {
  for (;;) {
    try {
      return readSync(process.stdin.fd, buffer);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
    }
  }
}

function ask(question: string): string | undefined {
  process.stderr.write(`${question} `);
  return readLine();
}

const isTalk = process.stdin.isTTY === true && process.stdout.isTTY === true;

process.exitCode = run(process.argv.slice(2), {
  directory: process.cwd(),
  environment: process.env,
  output: streamOf(process.stdout),
  errors: streamOf(process.stderr),
  ask: isTalk ? ask : undefined,
});
