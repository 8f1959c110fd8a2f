import type { Uri } from 'vscode';
import { hostProcess, type NodeFilesAtOnce, nodeFilesFor, type ReadingFiles } from './nodeFiles';

/** What takes longer, in milliseconds, keeps the host from other things: a file that comes over a network, a disk that sleeps. */
const slow = 8;
/** As often it may take longer, since a busy machine now and then stops whoever is at work. */
const mostSlow = 16;

/**
 * What reads files of this machine soonest: at once, which on a disk takes a fraction of what it takes to have another
 * thread do it, and aside once the disk was slow too often.
 */
export class LocalFiles {
  readonly #atOnce: ReadingFiles | undefined;
  readonly #now: () => number;
  #slow = 0;

  constructor(
    files: NodeFilesAtOnce | undefined = hostProcess()?.getBuiltinModule?.('node:fs'),
    now = () => performance.now(),
  ) {
    this.#now = now;
    this.#atOnce = files && this.#readingAtOnce(files);
  }

  /** What reads the file at `uri`, where Node has it. */
  for(uri: Pick<Uri, 'scheme'>): ReadingFiles | undefined {
    const aside = nodeFilesFor(uri);
    return aside !== undefined && this.#atOnce !== undefined && this.#slow <= mostSlow ? this.#atOnce : aside;
  }

  #readingAtOnce(files: NodeFilesAtOnce): ReadingFiles {
    return {
      constants: files.constants,
      lstat: path => this.#timed(() => files.lstatSync(path)),
      open: (path, flags) => {
        const file = this.#timed(() => files.openSync(path, flags));
        return {
          stat: () => files.fstatSync(file),
          read: (buffer, offset, length, position) => ({
            bytesRead: this.#timed(() => files.readSync(file, buffer, offset, length, position)),
          }),
          close: () => files.closeSync(file),
        };
      },
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
