import { inflateSync, strFromU8 } from 'fflate';
import { letters } from './letters';

/** The packs read so far, by their text. */
const read = new Map<string, Readonly<Record<string, unknown>>>();

/** The value named `name` in `pack`: JSON, deflated (RFC 1951) and written five letters for four bytes. */
export function readPacked(pack: string, name: string): unknown {
  let values = read.get(pack);
  if (values === undefined) {
    values = JSON.parse(strFromU8(inflateSync(bytesOf(pack))));
    read.set(pack, values ?? {});
  }
  return values?.[name];
}

function bytesOf(text: string): Uint8Array {
  const bytes = new DataView(new ArrayBuffer((text.length / 5) * 4));
  for (let at = 0; at < text.length; at += 5) {
    let value = 0;
    for (const letter of text.slice(at, at + 5)) value = value * 85 + letters.indexOf(letter);
    bytes.setUint32((at / 5) * 4, value);
  }
  return new Uint8Array(bytes.buffer);
}
