/** Where what is written in a text starts: behind the byte order mark. */
export function textStart(text: string): 0 | 1 {
  return text.startsWith('\ufeff') ? 1 : 0;
}
