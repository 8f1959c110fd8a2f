import { inflateSync, strFromU8 } from 'fflate';
import { fromBase85 } from './base85';

/** What gives the value of JSON that was packed by `packed`: it unpacks it when it is first asked for. */
export function unpacking(packed: string): () => unknown {
  let value: unknown;
  return () => {
    value ??= JSON.parse(strFromU8(inflateSync(fromBase85(packed))));
    return value;
  };
}
