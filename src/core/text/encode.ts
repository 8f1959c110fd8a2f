import type { DecodedText, Encoding } from './decode';

/** The bytes of `text` in the encoding it was read in, with its byte order mark if it had one. */
export function encode(text: string, as: Pick<DecodedText, 'encoding' | 'bom'>): Uint8Array {
  const marked = as.bom ? `\uFEFF${text}` : text;
  return as.encoding === 'utf-8' ? new TextEncoder().encode(marked) : encodeUtf16(marked, as.encoding);
}

function encodeUtf16(text: string, encoding: Exclude<Encoding, 'utf-8'>): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  const littleEndian = encoding === 'utf-16le';
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), littleEndian);
  return bytes;
}
