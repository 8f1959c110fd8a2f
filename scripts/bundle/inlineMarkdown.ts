/**
 * Stands in for what markdown-it brings for inline text. Notes are read for their blocks alone: nothing is linked, no
 * entity decoded, and of the one URL that block structure knows, the target of a link reference, nothing is used.
 */
export class LinkifyIt {}

export const P = /\p{P}/u;
export const S = /\p{S}/u;

export const decodeHTMLStrict = (text: string): string => text;

interface Url {
  readonly href: string;
}

export const parse = (url: string): Url => ({ href: url });
export const format = (url: Url): string => url.href;
export const encode = (text: string): string => text;
export const decode = Object.assign((text: string): string => text, { defaultChars: '' });

/** `punycode.js` is imported by its default export. */
export default { toASCII: encode, toUnicode: encode };
