/**
 * What no one sees in a text and no word needs, for a class of characters: soft hyphens, what has no width, marks of the
 * direction of text, byte order marks. It comes with what is pasted, and from phones and messengers.
 */
export const UNSEEN = String.raw`\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff`;

/** Blanks that Markdown takes for signs of a word, for a class of characters. */
export const WIDE_BLANKS = String.raw`\u00a0\u2000-\u200a\u202f\u3000`;

/** A sign of either kind: it looks like a blank or like nothing. */
export const STRAY = `[${WIDE_BLANKS}${UNSEEN}]`;
