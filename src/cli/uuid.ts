import { createHash } from 'node:crypto';

/** The name space of this program's ids: the UUID of the project's address in the name space for URLs. */
const NAMESPACE = '543a1dbf-6429-5821-abf5-f1b3f3251841';

/** A UUID that is the same for the same name, everywhere and always (version 5 of RFC 9562). */
export function uuidOf(name: string): string {
  const bytes = createHash('sha1')
    .update(Buffer.from(NAMESPACE.replaceAll('-', ''), 'hex'))
    .update(name, 'utf8')
    .digest()
    .subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}
