import { inflateSync, strFromU8 } from 'fflate';

/** The packs read so far, by their text. */
const read = new Map<string, Readonly<Record<string, unknown>>>();

/** The value named `name` in `pack`: JSON, deflated (RFC 1951) and written in base64. */
export function readPacked(pack: string, name: string): unknown {
  let values = read.get(pack);
  if (values === undefined) {
    const bytes = Uint8Array.from(atob(pack), letter => letter.charCodeAt(0));
    values = JSON.parse(strFromU8(inflateSync(bytes)));
    read.set(pack, values ?? {});
  }
  return values?.[name];
}
