import { type DecodedText, decode, maximumBytes, type Undecodable } from '../text/decode';
import { windowsText } from '../text/windowsText';

const DECLARATION = /^<\?xml\b[^>]*\bencoding[ \t\r\n]*=[ \t\r\n]*["']([\w.:-]+)["']/;
/** The encodings of one byte a letter that Windows-1252 holds the letters of. */
const WESTERN = /^(?:us-ascii|iso-?8859-1|latin-?1|(?:windows-|cp)?1252)$/i;
const LONGEST_DECLARATION = 200;

/** Reads bytes as XML: UTF-8, UTF-16 with a byte order mark, or the western encoding that its first line names. */
export function decodeXml(bytes: Uint8Array, most: number = maximumBytes): DecodedText | Undecodable {
  const decoded = decode(bytes, most);
  if (decoded.kind === 'text' || bytes.byteLength > most) return decoded;
  const start = String.fromCharCode(...bytes.subarray(0, LONGEST_DECLARATION));
  const text = WESTERN.test(DECLARATION.exec(start)?.[1] ?? '') ? windowsText(bytes) : undefined;
  return text === undefined ? decoded : { kind: 'text', text, encoding: 'utf-8', bom: false };
}
