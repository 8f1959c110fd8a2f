import { resolve } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { toBase85 } from './base85';

const unpacked = JSON.stringify(resolve('scripts/bundle/unpacked'));

/**
 * Code of a function that gives the value of JSON, which stands in it packed by DEFLATE and written in Base85: where
 * nothing can be loaded later what is seldom asked for has to be small.
 */
export function packed(json: string): string {
  const source = toBase85(deflateRawSync(json, { level: 9 }));
  // What unpacks is made ready when the value is first asked for, too.
  return `(() => { let value; return () => value ??= require(${unpacked}).unpacked(${JSON.stringify(source)}); })()`;
}
