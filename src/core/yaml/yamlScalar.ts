/**
 * Words that YAML 1.1 or 1.2 reads as something else than text, and a plain text that they do not contain: it begins
 * with a letter, so that it is no number, date or time, and has nothing that means something to YAML.
 */
const RESERVED = /^(?:true|false|yes|no|on|off|y|n|null|nan|inf)$/i;
const PLAIN = /^\p{L}(?:[\p{L}\p{N} ._/()+-]*[\p{L}\p{N}._)])?$/u;
/** What would not be seen, or would end the line, stands as an escape. */
const ESCAPED = /["\\]|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/**
 * A text as a YAML scalar on one line that every reader takes for just that text: plain where nothing can be
 * mistaken (`K-014`, `Ratna A.`), else in double quotes (`"014"`, `"12E3"`, `"yes"`, `"A: B"`).
 */
export function yamlScalar(text: string): string {
  if (PLAIN.test(text) && !RESERVED.test(text)) return text;
  return `"${text.replace(ESCAPED, escapeOf)}"`;
}

/** Texts as one YAML value: a scalar for one, a list on one line for none or several. */
export function yamlScalars(texts: readonly string[]): string {
  const scalars = texts.map(yamlScalar);
  return scalars.length === 1 ? scalars.join('') : `[${scalars.join(', ')}]`;
}

function escapeOf(character: string): string {
  if (character === '"' || character === '\\') return `\\${character}`;
  const code = character.codePointAt(0) ?? 0;
  if (code > 0xffff) return `\\U${hex(code, 8)}`;
  return code > 0xff ? `\\u${hex(code, 4)}` : `\\x${hex(code, 2)}`;
}

function hex(code: number, digits: number): string {
  return code.toString(16).toUpperCase().padStart(digits, '0');
}
