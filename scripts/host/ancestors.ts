import { readFile } from 'node:fs/promises';
import { runBinary } from './runBinary';

/** How often the processes above are looked at, in milliseconds. */
const lookMs = 1_000;

/** How far up npm can be: above the shell and the TypeScript runner that it starts. */
const mostAncestors = 5;

interface ProcessFacts {
  readonly parent: number;
  readonly command: string;
}

/**
 * Resolves when the npm that runs this script has ended, or the shell or runner between it and this process: npm
 * and its shell end on a signal without passing it on. Never resolves when there is no npm above.
 */
export async function untilNpmHasEnded(): Promise<void> {
  const above = await ancestorsUpToNpm();
  return new Promise(resolve => {
    if (above.length === 0) {
      return;
    }
    const look = setInterval(() => {
      if (!above.every(isRunning)) {
        clearInterval(look);
        resolve();
      }
    }, lookMs);
    look.unref();
  });
}

async function ancestorsUpToNpm(): Promise<readonly number[]> {
  const above: number[] = [];
  let pid = process.ppid;
  while (pid > 1 && above.length < mostAncestors) {
    above.push(pid);
    const facts = await factsOf(pid);
    if (facts === undefined) {
      return [];
    }
    if (/\bnpm\b/.test(facts.command) && !facts.command.startsWith('sh ')) {
      return above;
    }
    pid = facts.parent;
  }
  return [];
}

/** Parent and command line of a process, from /proc where there is one, else from `ps`. */
async function factsOf(pid: number): Promise<ProcessFacts | undefined> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    const command = (await readFile(`/proc/${pid}/cmdline`, 'utf8')).replaceAll('\0', ' ');
    // The name in the second field may hold blanks and brackets; the parent is the second field after it.
    const parent = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1];
    return { parent: Number(parent), command };
  } catch {
    const { ok, output } = await runBinary('ps', ['-o', 'ppid=,args=', '-p', String(pid)]);
    const found = /^\s*(\d+)\s+(.*)/.exec(output);
    return ok && found !== null ? { parent: Number(found[1]), command: found[2] ?? '' } : undefined;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
