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

process.exitCode = run(process.argv.slice(2), {
  directory: process.cwd(),
  environment: process.env,
  output: streamOf(process.stdout),
  errors: streamOf(process.stderr),
});
