import { inflateSync, strFromU8 } from 'fflate';
import { fromBase85 } from './base85';

/** The value of JSON that was packed by `packed`. */
export function unpacked(packed: string): unknown {
  return JSON.parse(strFromU8(inflateSync(fromBase85(packed))));
}
