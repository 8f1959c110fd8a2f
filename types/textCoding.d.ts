/**
 * The only globals beyond the language that the core uses: both of its hosts, Node and the web worker, have them.
 * Declared here in the little that is used, because the core is compiled without Node's types and without the DOM's.
 */
declare class TextDecoder {
  constructor(label: string, options?: { readonly fatal?: boolean; readonly ignoreBOM?: boolean });
  decode(bytes: Uint8Array): string;
}

declare class TextEncoder {
  encode(text: string): Uint8Array;
  encodeInto(text: string, into: Uint8Array): { readonly read: number; readonly written: number };
}
