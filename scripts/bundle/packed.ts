import { resolve } from 'node:path';
import { deflateRawSync } from 'node:zlib';

const unpacked = JSON.stringify(resolve('scripts/bundle/unpacked'));

/**
 * Code of a function that gives the value of JSON, which stands in it packed by DEFLATE and written in Base64: where
 * nothing can be loaded later what is seldom asked for has to be small.
 */
export function packed(json: string): string {
  const source = deflateRawSync(json, { level: 9 }).toString('base64');
  return `require(${unpacked}).unpacking(${JSON.stringify(source)})`;
}
