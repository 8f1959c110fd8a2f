/**
 * Stands in for the packages `mdurl` and `punycode.js`: markdown-it writes the address of a link anew with them, which
 * nobody reads here. Only whether it may be one is asked, which its beginning tells.
 */

interface Address {
  readonly href: string;
}

/** An address as one piece, in which nothing is to be written anew. */
export function parse(href: string): Address {
  return { href };
}

export function format({ href }: Address): string {
  return href;
}

export function encode(part: string): string {
  return part;
}

/** Never called; markdown-it reads its list of signs. */
export const decode = Object.assign((part: string): string => part, { defaultChars: '' });

export default { toASCII: encode, toUnicode: encode };
