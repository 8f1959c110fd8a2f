import { resolve } from 'node:path';
import { deflateSync, strToU8 } from 'fflate';
import { letters } from './letters';

/** What reads a pack in a bundle. */
export const packReader = resolve('scripts/bundle/readPacked.ts');

/** JSON as a text that takes little room, for {@link packReader}. */
export function packed(json: string): string {
  return written(deflateSync(strToU8(json), { level: 9, mem: 12 }));
}

/** Four bytes as five letters, which takes less room than base64; zeros fill up the last four. */
function written(bytes: Uint8Array): string {
  const filled = Buffer.alloc(Math.ceil(bytes.length / 4) * 4);
  filled.set(bytes);
  let text = '';
  for (let at = 0; at < filled.length; at += 4) {
    const value = filled.readUInt32BE(at);
    for (let power = 85 ** 4; power >= 1; power /= 85) text += letters[Math.floor(value / power) % 85];
  }
  return text;
}
