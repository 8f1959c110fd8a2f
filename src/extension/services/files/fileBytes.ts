import type { ReadingFiles } from './nodeFiles';

/** How much of a file is read at first: most notes are no longer, and recognising one takes no more. */
const firstBytes = 8 * 1024;

/** What reading a file by Node came to. */
export type FileBytes =
  | { readonly kind: 'whole'; readonly bytes: Uint8Array }
  /** Its beginning was not what is looked for; the rest was not read. */
  | { readonly kind: 'unwanted' }
  /** A symbolic link, too large, not there, or refused: whoever asks finds out by asking for it in the usual way. */
  | { readonly kind: 'unusual' };

/**
 * Reads a file, no longer than `most` bytes, whole only where its beginning is wanted. Symbolic links are not followed.
 * Never throws.
 */
export async function readWanted(
  path: string,
  files: ReadingFiles,
  most: number,
  isWanted: (head: Uint8Array) => boolean,
): Promise<FileBytes> {
  // A pipe would else be waited for until somebody writes into it.
  const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK = 0 } = files.constants;
  try {
    // Windows cannot leave it to the opening.
    if (O_NOFOLLOW === undefined && (await files.lstat(path)).isSymbolicLink()) return { kind: 'unusual' };
    const file = await files.open(path, O_RDONLY | O_NONBLOCK | (O_NOFOLLOW ?? 0));
    try {
      const first = new Uint8Array(firstBytes);
      const { bytesRead } = await file.read(first, 0, firstBytes, 0);
      const head = first.subarray(0, bytesRead);
      if (!isWanted(head)) return { kind: 'unwanted' };
      if (bytesRead < firstBytes) return { kind: 'whole', bytes: head };
      const { size } = await file.stat();
      return size > most ? { kind: 'unusual' } : await readRest(file, head, size);
    } finally {
      await file.close();
    }
  } catch {
    return { kind: 'unusual' };
  }
}

async function readRest(
  file: Awaited<ReturnType<ReadingFiles['open']>>,
  head: Uint8Array,
  size: number,
): Promise<FileBytes> {
  const bytes = new Uint8Array(Math.max(size, head.byteLength));
  bytes.set(head);
  for (let filled = head.byteLength; ; ) {
    const { bytesRead } = await file.read(bytes, filled, bytes.byteLength - filled, filled);
    filled += bytesRead;
    if (bytesRead === 0 || filled === bytes.byteLength)
      return { kind: 'whole', bytes: bytes.subarray(0, filled) };
  }
}
