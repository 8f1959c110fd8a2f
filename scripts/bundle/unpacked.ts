import { inflateSync, strFromU8 } from 'fflate';

/** The value of JSON that was packed by DEFLATE and written in Base64, as `packedYaml` does. */
export function unpacked(packed: string): unknown {
  return JSON.parse(strFromU8(inflateSync(Uint8Array.from(atob(packed), sign => sign.charCodeAt(0)))));
}
