/** Takes no room and lets nothing be parted: what it stands in looks as before, and reads as no markup. */
const JOINER = '\u2060';

/** What VS Code makes a link of (`[words](command:…)`) or an icon (`$(name)`). */
const MARKUP = /([\]$])(?=\()/g;

/** Control characters, and what turns around the words behind it. What only is not seen, such as `JOINER`, deceives nobody. */
const DECEIVING = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/**
 * A text in which VS Code finds no markup, whoever wrote the words in it: files, their names and those who share notes
 * may hold what would run a command when it is clicked. Line ends stay.
 */
export function plainWords(text: string): string {
  return text.replace(DECEIVING, each => (each === '\n' ? each : '\ufffd')).replace(MARKUP, `$1${JOINER}`);
}
