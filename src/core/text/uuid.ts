import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';

/** The name space of this project's ids: the UUID of its address in the name space for URLs. */
const NAMESPACE = hexToBytes('543a1dbf64295821abf5f1b3f3251841');

/** A UUID that is the same for the same name, everywhere and always (version 5 of RFC 9562). */
export function uuidOf(name: string): string {
  const bytes = sha1.create().update(NAMESPACE).update(utf8ToBytes(name)).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytesToHex(bytes).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
