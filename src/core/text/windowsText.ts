/** The characters of Windows-1252 from 0x80 to 0x9f; a blank where there is none. Some engines take Latin-1 for it. */
const SIGNS = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';
const FIRST = 0x80;
const AT_ONCE = 4096;

/** Bytes as text in Windows-1252; undefined where one of them is no character of it. */
export function windowsText(bytes: Uint8Array): string | undefined {
  const parts: string[] = [];
  for (let from = 0; from < bytes.length; from += AT_ONCE) {
    const codes = Array.from(bytes.subarray(from, from + AT_ONCE), codeOf);
    if (codes.includes(undefined)) return undefined;
    parts.push(String.fromCharCode(...codes.map(code => code ?? 0)));
  }
  return parts.join('');
}

function codeOf(byte: number): number | undefined {
  if (byte < FIRST || byte >= FIRST + SIGNS.length) return byte;
  const sign = SIGNS.charAt(byte - FIRST);
  return sign === ' ' ? undefined : sign.charCodeAt(0);
}
