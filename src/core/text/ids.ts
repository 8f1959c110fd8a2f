/** One character of an id, and the one that it begins with, as sources of patterns. */
export const ID_CHARACTER = '[a-z0-9-]';
const ID_START = '[a-z]';
/** An id of what a note format has (a stage, a field, a code), as the source of a pattern: lower-case words joined by hyphens. */
export const ID = `${ID_START}[a-z0-9]*(?:-[a-z0-9]+)*`;

const WHOLE = new RegExp(`^${ID}$`);

/** What stands behind the `#` of something that is meant as a code, well written or not: a letter comes first. */
export const CODE_LIKE = String.raw`\p{L}\S*`;

/** Whether a text is an id. */
export function isId(text: string): boolean {
  return WHOLE.test(text);
}

/** A text as an id, as far as it can be one: its letters and digits in lower case, other stretches as one hyphen. */
export function idFrom(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '');
}
