import Markdown, { type MarkdownIt } from 'markdown-it';
import { onOneLine } from './onOneLine';

/** What Markdown, HTML, an emoji or an attribute begins with; a text without it is plain as it stands. */
const MARKUP = /[\\`*_~<[{&\n\r\0©®\u2028-\u{10ffff}]|:[a-z]/u;
/** A Pandoc attribute: `{#id}`, `{.class key=value}`, `{-}`. */
const ATTRIBUTES = / {0,3}(?<!\\)\{ *(?:[#.]|-(?=\})|[A-Za-z][\w-]*=)[^{}]*\}/g;
const EMOJI_NAMES = /(?<![^\s]):[a-z][a-z0-9_+-]{1,40}:(?![^\s])/g;
/** A letter (ℹ) is an emoji only where a variation selector makes it one. */
const EMOJI =
  /[0-9#*]\ufe0f?\u20e3|\p{Regional_Indicator}{2}|(?!\p{L}(?!\ufe0f))\p{Extended_Pictographic}(?:\ufe0f|\u200d|[\u{1f3fb}-\u{1f3ff}])*/gu;

/** Made when it is first needed: most texts are plain. */
let inline: MarkdownIt | undefined;
/** A title is read apart from its document, so that every reference is taken to have its definition there. */
const everyReference = new Proxy({}, { get: () => ({ href: '', title: '' }) });

/**
 * The words of inline Markdown: emphasis, code marks, links (their text stays), HTML, escapes, emoji and
 * Pandoc attributes removed, entities decoded, blanks and line ends folded to single blanks, trimmed.
 */
export function plainText(markdown: string): string {
  if (!MARKUP.test(markdown)) return onOneLine(markdown);
  const source = markdown.replace(ATTRIBUTES, '');
  const words = inlineReader().parseInline(source, { references: everyReference }).map(textOf).join('');
  return onOneLine(words.replace(EMOJI_NAMES, '').replace(EMOJI, ''));
}

/** What a name of HTML's table of named character references stands for: `eacute`, `hellip`; undefined for other words. */
export function namedCharacter(name: string): string | undefined {
  const reference = `&${name};`;
  const character = inlineReader().utils.unescapeAll(reference);
  return character === reference ? undefined : character;
}

function inlineReader(): MarkdownIt {
  inline ??= new Markdown('commonmark').enable('strikethrough');
  return inline;
}

interface InlineToken {
  readonly type: string;
  readonly content: string;
  readonly children: readonly InlineToken[] | null;
}

function textOf(token: InlineToken): string {
  if (token.children) return token.children.map(textOf).join('');
  if (token.type === 'softbreak' || token.type === 'hardbreak') return ' ';
  return token.type === 'html_inline' ? '' : token.content;
}
