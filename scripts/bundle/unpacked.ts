import { inflateSync, strFromU8 } from 'fflate';

/** What gives the value of JSON that was packed by `packed`: it unpacks it when it is first asked for. */
export function unpacking(packed: string): () => unknown {
  let value: unknown;
  return () => {
    value ??= JSON.parse(strFromU8(inflateSync(Uint8Array.from(atob(packed), sign => sign.charCodeAt(0)))));
    return value;
  };
}
