import { Inflate, strFromU8 } from 'fflate';
import type { Steps } from '../../../steps';

/** A file of a ZIP archive that is not unpacked yet. */
export interface PackedFile {
  readonly name: string;
  /** How long it is, unpacked, as the archive says, in bytes. */
  readonly size: number;
  readonly bytes: Uint8Array;
  readonly isDeflated: boolean;
}

/** More than this many times as long as it is packed no text becomes; a few bytes in a row may. */
const MOST_RATIO = 100;
const FEW_BYTES = 1024 * 1024;
/** So much is unpacked in one step, in packed bytes. */
const STEP = 4096;

const END = 0x06054b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const LOCATOR_64 = 0x07064b50;
const LOCATOR_64_LENGTH = 20;
const END_64 = 0x06064b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const EXTRA_64 = 1;
/** What stands where the number is in the 64-bit part. */
const IN_64 = 0xffffffff;
const ENCRYPTED = 1;
const UTF_8 = 0x800;
const STORED = 0;
const DEFLATED = 8;

/**
 * The files of a ZIP archive (APPNOTE 6.3.10), at most `most` of them; undefined where it is none, or not one that a
 * program writes that packs files: entries that share bytes, that are encrypted or packed in another way than by
 * DEFLATE.
 */
export function packedFiles(archive: Uint8Array, most: number): readonly PackedFile[] | undefined {
  try {
    const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
    const entries = [...directoryEntries(view, archive, most)];
    return areApart(entries) ? entries.map(({ file }) => file) : undefined;
  } catch {
    // A number leads out of the archive, or to something else than it should.
    return undefined;
  }
}

/**
 * Unpacks a file, stopping where it comes to more than it said; undefined where it does not come to just that, or says
 * to be more than a hundred times as long as it is packed.
 */
export function* unpack({ bytes, size, isDeflated }: PackedFile): Steps<Uint8Array | undefined> {
  if (!isDeflated) return bytes.byteLength === size ? bytes : undefined;
  if (size > Math.max(FEW_BYTES, MOST_RATIO * bytes.byteLength)) return undefined;
  const unpacked = new Uint8Array(size);
  let filled = 0;
  let fits = true;
  const inflate = new Inflate(chunk => {
    fits &&= filled + chunk.byteLength <= size;
    if (fits) unpacked.set(chunk, filled);
    filled += chunk.byteLength;
  });
  try {
    for (let at = 0; at < bytes.byteLength && fits; at += STEP) {
      inflate.push(bytes.subarray(at, at + STEP), at + STEP >= bytes.byteLength);
      yield;
    }
  } catch {
    // It is damaged.
    return undefined;
  }
  return fits && filled === size ? unpacked : undefined;
}

/** A file and the bytes of the archive that are its own: its header and what is packed. */
interface PlacedFile {
  readonly file: PackedFile;
  readonly start: number;
  readonly end: number;
}

function areApart(entries: readonly PlacedFile[]): boolean {
  const sorted = [...entries].sort((a, b) => a.start - b.start);
  return sorted.every(({ start }, at) => at === 0 || start >= (sorted[at - 1]?.end ?? 0));
}

class UnsoundArchive extends Error {}

function check(isSound: boolean): void {
  if (!isSound) throw new UnsoundArchive();
}

function* directoryEntries(
  view: DataView,
  archive: Uint8Array,
  most: number,
): Generator<PlacedFile, void, undefined> {
  const directory = findDirectory(view);
  check(directory.count <= most);
  let at = directory.start;
  for (let index = 0; index < directory.count; index++) {
    check(view.getUint32(at, true) === DIRECTORY_ENTRY);
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const name = archive.subarray(at + 46, at + 46 + nameLength);
    yield placedFile(view, archive, at, name, extraLength);
    at += 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  }
}

/** Where the directory begins, and how many entries it has. */
function findDirectory(view: DataView): { readonly start: number; readonly count: number } {
  const last = view.byteLength - END_LENGTH;
  let end = last;
  while (view.getUint32(end, true) !== END) {
    check(end > Math.max(0, last - LONGEST_COMMENT));
    end--;
  }
  const start = view.getUint32(end + 16, true);
  const count = view.getUint16(end + 10, true);
  const locator = end - LOCATOR_64_LENGTH;
  const isLong = locator >= 0 && view.getUint32(locator, true) === LOCATOR_64;
  if (!isLong) return { start, count };
  const end64 = number64(view, locator + 8);
  check(view.getUint32(end64, true) === END_64);
  return { start: number64(view, end64 + 48), count: number64(view, end64 + 32) };
}

function placedFile(
  view: DataView,
  archive: Uint8Array,
  at: number,
  name: Uint8Array,
  extraLength: number,
): PlacedFile {
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  check((flags & ENCRYPTED) === 0 && (method === STORED || method === DEFLATED));
  const long = numbersOf64(view, at + 46 + name.byteLength, extraLength);
  const numberAt = (offset: number): number => {
    const number = view.getUint32(at + offset, true);
    return number === IN_64 ? (long.shift() ?? number) : number;
  };
  // In the order in which they stand in the 64-bit part.
  const size = numberAt(24);
  const packed = numberAt(20);
  const start = numberAt(42);
  check(view.getUint32(start, true) === LOCAL_HEADER);
  const from = start + 30 + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
  const end = from + packed;
  check(end <= archive.byteLength);
  const file = {
    name: strFromU8(name, (flags & UTF_8) === 0),
    size,
    bytes: archive.subarray(from, end),
    isDeflated: method === DEFLATED,
  };
  return { file, start, end };
}

/** The numbers of the 64-bit part among the extra fields of an entry. */
function numbersOf64(view: DataView, from: number, length: number): number[] {
  for (let at = from; at + 4 <= from + length; ) {
    const fieldLength = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === EXTRA_64) {
      const count = Math.floor(fieldLength / 8);
      return Array.from({ length: count }, (_, index) => number64(view, at + 4 + 8 * index));
    }
    at += 4 + fieldLength;
  }
  return [];
}

/** Numbers beyond what a double holds lead out of any archive. */
function number64(view: DataView, at: number): number {
  return Number(view.getBigUint64(at, true));
}
