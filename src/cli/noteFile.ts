import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { type Message, message } from '../core/message';
import { isNote } from '../core/practice/practice';
import { type DecodedText, decode, decodeHead, maximumBytes, type Undecodable } from '../core/text/decode';
import { readFault } from './fileFault';
import type { MarkdownFile } from './workspace';

/** What a file turned out to be. */
type DiskContent =
  | { readonly kind: 'note'; readonly content: DecodedText }
  /** Not a session note; nothing of it is kept. */
  | { readonly kind: 'other' }
  /** It is a note, or may be one, and could not be read. */
  | { readonly kind: 'unreadable'; readonly reason: Message };

/** How many bytes are read at first: most notes are no longer, and recognising one takes no more. */
const firstBytes = 64 * 1024;

/** Reused by every reading, since only one is under way at a time. */
const firstBuffer = new Uint8Array(firstBytes);

/** Reads a file, whole only if it is a session note. Never throws. */
export function readDiskNote({ file, path, root }: MarkdownFile): DiskContent {
  try {
    return readOpened(openSync(file, 'r'), head => isNote(root, path, head));
  } catch (error) {
    return { kind: 'unreadable', reason: readFault(error, file) };
  }
}

function readOpened(descriptor: number, isWanted: (head: string) => boolean): DiskContent {
  try {
    const first = firstBuffer.subarray(0, fill(descriptor, firstBuffer, 0));
    const isWhole = first.byteLength < firstBytes;
    const decoded = isWhole ? decode(first) : undefined;
    const head = decoded?.kind === 'text' ? decoded.text : decodeHead(first);
    if (!isWanted(head)) return { kind: 'other' };
    return readingOf(decoded ?? decodeRest(descriptor, first));
  } finally {
    closeSync(descriptor);
  }
}

function decodeRest(descriptor: number, first: Uint8Array): DecodedText | Undecodable {
  const { size } = fstatSync(descriptor);
  if (size > maximumBytes) return { kind: 'fault', reason: message('file.too-large') };
  const bytes = new Uint8Array(Math.max(size, first.byteLength));
  bytes.set(first);
  return decode(bytes.subarray(0, fill(descriptor, bytes, first.byteLength)));
}

/** Reads from where the file stands until `buffer` is full or the file ends; tells how much of it is filled. */
function fill(descriptor: number, buffer: Uint8Array, from: number): number {
  let filled = from;
  while (filled < buffer.byteLength) {
    const count = readSync(descriptor, buffer, filled, buffer.byteLength - filled, null);
    if (count === 0) break;
    filled += count;
  }
  return filled;
}

function readingOf(decoded: DecodedText | Undecodable): DiskContent {
  if (decoded.kind === 'fault') return { kind: 'unreadable', reason: decoded.reason };
  return { kind: 'note', content: decoded };
}
