import { type Message, message } from '../message';

/** The encodings that a note may have; UTF-16 only with a byte order mark. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** A text and what is needed to write it back as it was. */
export interface DecodedText {
  readonly kind: 'text';
  /** Without the byte order mark. */
  readonly text: string;
  readonly encoding: Encoding;
  /** Whether a byte order mark stood before the text. */
  readonly bom: boolean;
}

/** Bytes that are no text in any of the encodings, or too many. */
export interface Undecodable {
  readonly kind: 'fault';
  readonly reason: Message;
}

/** The size in bytes beyond which a file is not read: 20 MB. */
export const maximumBytes = 20 * 1024 * 1024;

/**
 * Reads the bytes of a whole file as text: UTF-8 with or without a byte order mark, UTF-16 with one. Bytes that do
 * not fit the encoding are a fault, never replaced, because writing them back would lose what stood there. More than
 * `most` bytes are one, too.
 */
export function decode(bytes: Uint8Array, most: number = maximumBytes): DecodedText | Undecodable {
  if (bytes.byteLength > most) return fault('file.too-large');
  const mark = byteOrderMark(bytes);
  if (mark === undefined && guessUnmarked(bytes) !== undefined) return fault('file.not-text');
  const encoding = mark?.encoding ?? 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(
      bytes.subarray(mark?.length ?? 0),
    );
    return { kind: 'text', text, encoding, bom: mark !== undefined };
  } catch {
    // The decoder throws on the first bytes that do not fit; where they stand it does not say.
    return fault('file.not-text');
  }
}

/**
 * Reads the first bytes of a file leniently, only to tell what it is: a character cut off at the end, bytes that do
 * not fit and UTF-16 without a mark are all let pass.
 */
export function decodeHead(bytes: Uint8Array): string {
  const mark = byteOrderMark(bytes);
  const encoding = mark?.encoding ?? guessUnmarked(bytes) ?? 'utf-8';
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes.subarray(mark?.length ?? 0));
}

interface ByteOrderMark {
  readonly encoding: Encoding;
  readonly length: number;
}

function byteOrderMark(bytes: Uint8Array): ByteOrderMark | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return { encoding: 'utf-8', length: 3 };
  if (first === 0xff && second === 0xfe) return { encoding: 'utf-16le', length: 2 };
  if (first === 0xfe && second === 0xff) return { encoding: 'utf-16be', length: 2 };
  return undefined;
}

/** UTF-16 without its mark shows by the zero bytes of its first two (Latin) characters. */
function guessUnmarked(bytes: Uint8Array): Encoding | undefined {
  if (bytes.byteLength < 4) return undefined;
  const [first, second, third, fourth] = bytes;
  if (first !== 0 && second === 0 && third !== 0 && fourth === 0) return 'utf-16le';
  if (first === 0 && second !== 0 && third === 0 && fourth !== 0) return 'utf-16be';
  return undefined;
}

function fault(key: 'file.too-large' | 'file.not-text'): Undecodable {
  return { kind: 'fault', reason: message(key) };
}
