/** A link of a wiki that is all of a text, with what it leads to: its last part, without a heading and other words for it. */
const LINK = /^\[\[(?:[^\][|#]*\/)?([^\][|#/]+)(?:[|#][^\][]*)?\]\]$/;

/** What a link leads to, as Obsidian has them in its properties (`[[K-014]]`); any other text as it is. */
export function withoutLink(text: string): string {
  return text.startsWith('[[') ? (LINK.exec(text)?.[1] ?? text) : text;
}
