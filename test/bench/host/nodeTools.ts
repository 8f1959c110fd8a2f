/** What is measured by means of Node: the suite is bundled as for a browser, which has none of it. */
const vm = process.getBuiltinModule('node:vm');
const v8 = process.getBuiltinModule('node:v8');
const path = process.getBuiltinModule('node:path');
const fs = process.getBuiltinModule('node:fs');
const inspector = process.getBuiltinModule('node:inspector/promises');
const childProcess = process.getBuiltinModule('node:child_process');

/** What lives in this process's heap, in megabytes. */
export function liveHeap(): number {
  v8.setFlagsFromString('--expose-gc');
  vm.runInNewContext('gc')();
  return process.memoryUsage().heapUsed / 1024 / 1024;
}

/** How many kilobytes this process has read since it was started; on Linux alone. */
export function readSoFar(): number {
  const chars = /^rchar: (\d+)$/m.exec(fs.readFileSync('/proc/self/io', 'utf8'))?.[1];
  return Number(chars) / 1024;
}

/** Runs a script in another process, as another program would work on the files. */
export async function runElsewhere(script: string, ...args: readonly string[]): Promise<void> {
  const child = childProcess.spawn(process.execPath, ['-e', script, ...args], {
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
  });
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', code =>
      code === 0 ? resolve() : reject(new Error(`The script ended with ${code}.`)),
    );
  });
}

export const readFile = fs.promises.readFile;

/** Does work, and writes to `file` where its time went, as the tools of Chromium and VS Code show it. */
export async function profiled(file: string, work: () => Promise<void>): Promise<void> {
  const session = new inspector.Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.start');
  await work();
  const { profile } = await session.post('Profiler.stop');
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, JSON.stringify(profile));
  session.disconnect();
}
