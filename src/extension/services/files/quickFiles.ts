import type { Uri } from 'vscode';
import { hostProcess, type NodeFilesAtOnce, nodeFilesFor, type ReadingFiles } from './nodeFiles';

/** What takes longer, in milliseconds, keeps the host from other things: a file that comes over a network, a disk that sleeps. */
const slow = 8;
/** As often it may take longer, since a busy machine now and then stops whoever is at work. */
const mostSlow = 16;

/**
 * Reads files at once, which on a disk of this machine takes a fraction of what it takes to have another thread do it.
 * `isQuick` no longer holds once it was slow too often.
 */
export class QuickFiles implements ReadingFiles {
  readonly constants: ReadingFiles['constants'];
  readonly #files: NodeFilesAtOnce;
  readonly #now: () => number;
  #slow = 0;

  constructor(files: NodeFilesAtOnce, now: () => number = () => performance.now()) {
    this.constants = files.constants;
    this.#files = files;
    this.#now = now;
  }

  get isQuick(): boolean {
    return this.#slow <= mostSlow;
  }

  lstat(path: string): ReturnType<NodeFilesAtOnce['lstatSync']> {
    return this.#timed(() => this.#files.lstatSync(path));
  }

  open(path: string, flags: number): Awaited<ReturnType<ReadingFiles['open']>> {
    const files = this.#files;
    const file = this.#timed(() => files.openSync(path, flags));
    return {
      stat: () => files.fstatSync(file),
      read: (buffer, offset, length, position) => ({
        bytesRead: this.#timed(() => files.readSync(file, buffer, offset, length, position)),
      }),
      close: () => files.closeSync(file),
    };
  }

  #timed<Value>(work: () => Value): Value {
    const start = this.#now();
    try {
      return work();
    } finally {
      if (this.#now() - start > slow) this.#slow++;
    }
  }
}

let quick: QuickFiles | undefined;

/** What reads the file at `uri` soonest, where Node has it. */
export function readingFilesFor(uri: Pick<Uri, 'scheme'>): ReadingFiles | undefined {
  const aside = nodeFilesFor(uri);
  const atOnce = aside && hostProcess()?.getBuiltinModule?.('node:fs');
  if (atOnce === undefined) return aside;
  quick ??= new QuickFiles(atOnce);
  return quick.isQuick ? quick : aside;
}
