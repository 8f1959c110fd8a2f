import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants } from 'node:os';

/** How long a process may take to end by itself before it is killed, in milliseconds. */
const graceMs = 2_000;

/** Time for a TypeScript runner to hear that a signal has arrived, before this process ends, in milliseconds. */
const hearsayMs = 20;

/** Work to do, synchronously, if this process ends before it was done in the ordinary way. */
const unfinished: (() => void)[] = [];
let watching = false;

type SignalHandler = (signal: 'SIGINT' | 'SIGTERM' | 'SIGHUP') => void;

const exitSoon: SignalHandler = signal => {
  setTimeout(() => process.exit(128 + constants.signals[signal]), hearsayMs);
};

let onSignal: SignalHandler = exitSoon;

/**
 * Resolves when the person, or the system, asks this process to stop, which from then on is the caller's duty; a
 * second request ends the process at once.
 */
export function untilInterrupted(): Promise<void> {
  watch();
  return new Promise(resolve => {
    onSignal = () => {
      onSignal = exitSoon;
      resolve();
    };
  });
}

/**
 * Registers synchronous clean-up for the case that this process is ended (signal, `process.exit`, uncaught
 * error). What was registered last is done first.
 *
 * @returns a function that takes the clean-up back, for when it has been done in the ordinary way
 */
export function cleanUpOnExit(cleanUp: () => void): () => void {
  watch();
  unfinished.push(cleanUp);
  return () => {
    const at = unfinished.indexOf(cleanUp);
    unfinished.splice(at, at < 0 ? 0 : 1);
  };
}

/** Without a listener a signal ends Node without the 'exit' event, and nothing would be cleaned up. */
function watch(): void {
  if (watching) {
    return;
  }
  watching = true;
  process.on('exit', () => {
    for (const each of [...unfinished].reverse()) {
      each();
    }
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    if (process.listenerCount(signal) === 0) {
      process.on(signal, () => onSignal(signal));
    }
  }
}

/** A process with all its descendants. */
export interface ProcessGroup {
  readonly process: ChildProcess;
  /** Ends the process and all that it started; does nothing if they have ended. */
  stop(): Promise<void>;
}

/**
 * Starts a program as leader of a process group of its own: VS Code's server leaves its extension hosts behind
 * when only the server is ended.
 */
export function startGroup(command: string, args: readonly string[], options: SpawnOptions): ProcessGroup {
  const child = spawn(command, args, { ...options, detached: process.platform !== 'win32' });
  const forget = cleanUpOnExit(() => signalGroup(child, 'SIGKILL'));
  return {
    process: child,
    async stop() {
      const running = child.exitCode === null && child.signalCode === null && child.pid !== undefined;
      signalGroup(child, 'SIGTERM');
      if (running) {
        await Promise.race([once(child, 'exit'), delay(graceMs)]);
      }
      signalGroup(child, 'SIGKILL');
      forget();
    },
  };
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) {
    return;
  }
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal);
  } catch {
    // The whole group has ended already.
  }
}

/** Resolves after `ms` milliseconds; does not keep the process alive. */
export function delay(ms: number): Promise<void> {
  return new Promise(resolve => {
    setTimeout(resolve, ms).unref();
  });
}
