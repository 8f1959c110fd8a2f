import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  closeSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { numberedPath, pathKey } from '../core/config/noteFileName';
import { isTemporaryName, leftoverAge, temporaryName } from '../core/config/temporaryFiles';
import { type Message, message } from '../core/message';
import type { DecodedText } from '../core/text/decode';
import { encode } from '../core/text/encode';
import { FreeNumbers } from '../core/text/freeNumbers';
import { hasMixedLineEnds } from '../core/text/textLines';
import { codeOf } from './fileFault';

/** The steps in which a file comes to be; tests break them off. */
export interface FileSteps {
  /** Writes a file that is not there yet, and has the disk take it. */
  write(file: string, content: string | Uint8Array, mode: number): void;
  /** Gives a file a second name; fails with `EEXIST` where that is taken. */
  link(file: string, name: string): void;
  /** Moves a file over another. */
  rename(file: string, over: string): void;
  /** Removes a file if it is there. */
  remove(file: string): void;
}

/** The steps as the file system does them. */
export const onDisk: FileSteps = {
  write: (file, content, mode) => writeFileSync(file, content, { flag: 'wx', mode, flush: true }),
  link: linkSync,
  rename: renameSync,
  remove: file => rmSync(file, { force: true }),
};

/** The names in a folder, in the form in which they are compared, and the numbers that were given there. */
interface KnownFolder {
  readonly names: Set<string>;
  readonly numbers: FreeNumbers;
}

/**
 * Writes files for one run of the program. Whatever happens meanwhile (a full disk, an end by force), a file is whole
 * under its name or not there; one that was there is as before or whole as after, and a new one never takes the place
 * of another. The bytes are written beside the place, and then get their name in one step.
 */
export class FileWriter {
  readonly #steps: FileSteps;
  readonly #folders = new Map<string, KnownFolder>();
  readonly #swept = new Set<string>();

  constructor(steps: FileSteps = onDisk) {
    this.#steps = steps;
  }

  /**
   * Writes a new file at `path`, relative to `folder` and with `/`, making the folders that are missing; where the name
   * is taken (in upper or lower case) it takes the first number that is free. Gives the absolute path. Throws what the
   * file system says when it refuses.
   */
  createFree(folder: string, path: string, content: string): string {
    return this.#inFolder(dirname(join(folder, path)), directory => {
      const { names, numbers } = this.#folder(directory);
      const keyOf = (each: string): string => pathKey(each.slice(each.lastIndexOf('/') + 1));
      for (;;) {
        const free = numbers.next(path, each => names.has(keyOf(each)), numberedPath);
        names.add(keyOf(free));
        const file = join(folder, free);
        // Where it was not made, somebody else was faster.
        if (this.#create(file, content)) return file;
      }
    });
  }

  /** Writes a new file, making the folders that are missing; tells whether its name was free. Throws as `createFree`. */
  create(file: string, content: string | Uint8Array): boolean {
    return this.#inFolder(dirname(file), () => this.#create(file, content));
  }

  /**
   * Puts `text` in place of what `file` held when it was read as `before`, in the same encoding, with the same mark
   * and rights. Gives the reason where the file was left as it is, and undefined once it is written.
   */
  rewrite(file: string, before: DecodedText, text: string): Message | undefined {
    if (hasMixedLineEnds(before.text)) return message('file.mixed-line-ends');
    try {
      // The file itself takes the new text, not the link that it was named by.
      return this.#replace(realpathSync(file), encode(before.text, before), encode(text, before));
    } catch {
      return message('file.cannot-write');
    }
  }

  /** Removes what runs that were broken off left in a folder. */
  sweep(folder: string): void {
    if (this.#swept.has(folder)) return;
    this.#swept.add(folder);
    const latest = Date.now() - leftoverAge;
    for (const name of namesIn(folder)) {
      if (isTemporaryName(name) && isOlder(join(folder, name), latest))
        this.#steps.remove(join(folder, name));
    }
  }

  /** Does `work` in a folder that is there; where it fails, folders that were made for it go again. */
  #inFolder<Result>(folder: string, work: (folder: string) => Result): Result {
    const first = mkdirSync(folder, { recursive: true });
    this.sweep(folder);
    try {
      return work(folder);
    } catch (error) {
      if (first !== undefined) removeEmpty(folder, first);
      throw error;
    }
  }

  #folder(folder: string): KnownFolder {
    const known = this.#folders.get(folder);
    if (known !== undefined) return known;
    const fresh = { names: new Set(namesIn(folder).map(pathKey)), numbers: new FreeNumbers() };
    this.#folders.set(folder, fresh);
    return fresh;
  }

  #create(file: string, content: string | Uint8Array): boolean {
    if (existsSync(file)) return false;
    return this.#beside(file, content, 0o666, temporary => this.#giveName(temporary, file));
  }

  /** Gives a temporary file its name; tells whether that was free. */
  #giveName(temporary: string, file: string): boolean {
    try {
      this.#steps.link(temporary, file);
      return true;
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return false;
      if (existsSync(file)) return false;
    }
    // Some file systems (FAT) know no second name: an empty file keeps the name until the whole one moves over it.
    try {
      this.#steps.write(file, '', 0o666);
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return false;
      throw error;
    }
    try {
      this.#steps.rename(temporary, file);
      return true;
    } catch (error) {
      this.#steps.remove(file);
      throw error;
    }
  }

  #replace(file: string, before: Uint8Array, after: Uint8Array): Message | undefined {
    const { nlink } = statSync(file);
    if (!isWritable(file)) return message('file.read-only');
    // Its other names would keep the old text.
    if (nlink > 1) return message('file.several-names');
    this.sweep(dirname(file));
    return this.#beside(file, after, 0o600, temporary => {
      copyRights(statSync(file), temporary);
      if (!readFileSync(file).equals(before)) return message('file.changed-meanwhile');
      this.#steps.rename(temporary, file);
      return undefined;
    });
  }

  /** Writes a temporary file beside `file`, and removes it whatever becomes of it. */
  #beside<Result>(
    file: string,
    content: string | Uint8Array,
    mode: number,
    use: (temporary: string) => Result,
  ): Result {
    const temporary = join(dirname(file), temporaryName(randomBytes(6).toString('hex')));
    try {
      this.#steps.write(temporary, content, mode);
      return use(temporary);
    } finally {
      this.#steps.remove(temporary);
    }
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    // What cannot be listed can hold new files all the same.
    return [];
  }
}

function isOlder(file: string, latest: number): boolean {
  const found = lstatSync(file, { throwIfNoEntry: false });
  return found?.isFile() === true && found.mtimeMs < latest;
}

/** Removes `folder` and those above it up to `first`, as far as nothing is in them. */
function removeEmpty(folder: string, first: string): void {
  try {
    for (let at = folder; at.length >= first.length; at = dirname(at)) rmdirSync(at);
  } catch {
    // Somebody has put something into it.
  }
}

function isWritable(file: string): boolean {
  try {
    closeSync(openSync(file, 'r+'));
    return true;
  } catch {
    // Refused: that is the answer.
    return false;
  }
}

/** Throws where the owner cannot be kept: a file of somebody else's is not to become ours in passing. */
function copyRights({ mode, uid, gid }: Stats, file: string): void {
  const own = statSync(file);
  if (own.uid !== uid || own.gid !== gid) chownSync(file, uid, gid);
  chmodSync(file, mode);
}
