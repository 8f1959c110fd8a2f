import { access, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Written last into a folder: a folder without it is half done. */
const completeMark = '.complete';

/**
 * Makes a folder once and keeps it. It is filled under another name and renamed when it is whole, so that an
 * interrupted run leaves nothing that looks whole, and two runs at once do not disturb each other.
 *
 * @param fill fills the folder at the path it is given
 */
export function cachedFolder(path: string, fill: (partial: string) => Promise<void>): Promise<void> {
  const underWay = beingMade.get(path);
  if (underWay !== undefined) {
    return underWay;
  }
  const made = makeFolder(path, fill).finally(() => beingMade.delete(path));
  beingMade.set(path, made);
  return made;
}

/** By path: what asks for a folder meanwhile waits for the same one. */
const beingMade = new Map<string, Promise<void>>();

async function makeFolder(path: string, fill: (partial: string) => Promise<void>): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await removeAbandoned(path);
  if (await isComplete(path)) {
    return;
  }
  const partial = `${path}.partial-${process.pid}`;
  await rm(partial, { recursive: true, force: true });
  try {
    await fill(partial);
    await writeFile(join(partial, completeMark), '');
    await putInPlace(partial, path);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

/** Whether {@link cachedFolder} has finished a folder. */
export async function isComplete(path: string): Promise<boolean> {
  return exists(join(path, completeMark));
}

async function putInPlace(partial: string, path: string): Promise<void> {
  if (await isComplete(path)) {
    return;
  }
  await rm(path, { recursive: true, force: true });
  try {
    await rename(partial, path);
  } catch (error) {
    // Another run was faster by a moment: what it put there is as good.
    if (!(await isComplete(path))) {
      throw error;
    }
  }
}

/** Removes what interrupted runs left behind. */
async function removeAbandoned(path: string): Promise<void> {
  const prefix = `${basename(path)}.partial-`;
  for (const name of await readdir(dirname(path))) {
    if (name.startsWith(prefix) && !isRunning(Number(name.slice(prefix.length)))) {
      await rm(join(dirname(path), name), { recursive: true, force: true });
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return pid !== process.pid;
  } catch {
    return false;
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
