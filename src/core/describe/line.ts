import type { Message, Titles } from '../message';

/** A piece of a line: a message, a name that the protocol gives by language, or words as they are. */
export type LinePart = Message | { readonly titles: Titles } | { readonly words: string };

/** How a line stands on the page; a `preview` is source text, with its line ends. */
type LineStyle = 'title' | 'label' | 'text' | 'item' | 'preview';

/** A line of a hover or of a completion's documentation: what it says, without markup of any kind. */
export interface Line {
  readonly style: LineStyle;
  /** Shown one after the other with a dot between them. */
  readonly parts: readonly LinePart[];
}

/** Builds a line. */
export function line(style: LineStyle, ...parts: readonly LinePart[]): Line {
  return { style, parts };
}

/** The lines of a text that a protocol may leave out. */
export function optionalLine(style: LineStyle, titles: Titles | undefined): readonly Line[] {
  return titles === undefined ? [] : [line(style, { titles })];
}

/** Lines under a label; nothing when there are none. */
export function group(label: Message, lines: readonly Line[]): readonly Line[] {
  return lines.length === 0 ? [] : [line('label', label), ...lines];
}
