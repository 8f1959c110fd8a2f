import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { startGroup } from '../../../scripts/host/childProcesses';
import { eventually } from '../../host/eventually';

/** Starts a child of its own, says its id, and stays; both ignore a polite request to end. */
const parentScript = `
  process.on('SIGTERM', () => {});
  const child = require('node:child_process').spawn(process.execPath, ['-e', 'process.on("SIGTERM", () => {}); setInterval(() => {}, 1000)']);
  console.log(child.pid);
  setInterval(() => {}, 1000);
`;

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe('a group of processes', () => {
  it('is ended with all that it started, also when it will not end by itself', async function () {
    if (process.platform === 'win32') {
      this.skip();
    }
    const group = startGroup(process.execPath, ['-e', parentScript], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const { stdout, pid } = group.process;
    assert.ok(stdout !== null && pid !== undefined);
    const [line] = await once(createInterface({ input: stdout }), 'line');
    const grandchild = Number(line);
    assert.ok(isRunning(pid) && isRunning(grandchild));
    await group.stop();
    await eventually('the end of both', () => !isRunning(pid) && !isRunning(grandchild));
  });

  it('can be stopped when it has ended, and twice', async () => {
    const group = startGroup(process.execPath, ['-e', ''], { stdio: 'ignore' });
    await once(group.process, 'exit');
    await group.stop();
    await group.stop();
    assert.equal(group.process.exitCode, 0);
  });
});
