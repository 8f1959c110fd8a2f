import { resolve } from 'node:path';
import { deflateSync, strToU8 } from 'fflate';

/** What reads a pack in a bundle. */
export const packReader = resolve('scripts/bundle/readPacked.ts');

/** JSON as a text that takes little room, for {@link packReader}. */
export function packed(json: string): string {
  return Buffer.from(deflateSync(strToU8(json), { level: 9, mem: 12 })).toString('base64');
}
