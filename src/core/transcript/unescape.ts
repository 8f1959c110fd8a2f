const ESCAPE = /\\([!-/:-@[-`{-~])/g;

/** A text without the backslashes that make signs of Markdown literal. */
export function unescaped(text: string): string {
  return text.includes('\\') ? text.replace(ESCAPE, '$1') : text;
}
