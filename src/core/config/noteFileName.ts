import { FreeNumbers } from '../text/freeNumbers';
import { noteSuffix } from '../text/markdownPath';

/** Where new notes go unless a setting says otherwise. */
export const defaultFileName = '{client}/{date}-session-{session}.session.md';

/** What the places of a pattern stand for. */
export interface FileNameValues {
  readonly client: string;
  readonly date: string;
  /** Undefined where the note has no number. */
  readonly session: number | undefined;
  readonly counselor: string | undefined;
  readonly protocol: string;
}

/** The longest name of a file or folder, in bytes of UTF-8: most file systems take 255, and paths have limits too. */
const LONGEST = 120;
/** The place of a number that a note does not have, and what the number is one of. */
const NUMBER = /(?:(?:session|sesi|pertemuan)[-_ ]*)?\{session\}/gi;
const PLACE = /\{(client|date|session|counselor|protocol)\}/g;
/** Reserved on Windows, and separators. */
const RESERVED_CHARACTERS = /[<>:"/\\|?*]+/g;
/** What cannot be typed as a part of a name: more than `UNSEEN` of texts, and halves of characters among it. */
const UNTYPED = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]+/gu;
/** Devices of Windows, with any extension; and folders that are passed over when notes are looked for. */
const ENDING = /\.[^./]*$/;
const RESERVED_NAME =
  /^(?:con|prn|aux|nul|clock\$|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³]|node_modules)(?= *(?:\.|$))/i;

/**
 * The path of a new note, relative to the folder that it goes to and with `/`: the pattern with its places filled in,
 * as names that every file system takes, Windows among them. In what a place stands for, and then in each name:
 *
 * 1. The text is put in the form NFC. Characters that cannot be seen go; of blanks in a row one stays.
 * 2. `< > : " / \ | ? *`, alone or in a row, become one `-`.
 * 3. Blanks and dots go at the end, and at the beginning, so that no name is `..` or hidden.
 * 4. The names of devices (`CON`, `nul.md`, `COM1`, …) and `node_modules` get a `_` behind.
 * 5. A name longer than 120 bytes is cut, before its `.session.md`.
 * 6. What a place stands for is `_` where nothing of it is left; a name that is empty in the pattern goes.
 *
 * A note without number has its note format in place of `{session}` and of what announces that: `session-{session}`.
 * A pattern that does not end in `.md` or `.markdown` gets `.session.md`. Other braces stand for themselves. Every
 * result is a path of its own below the folder, and the same once more put through the rules.
 */
export function noteFileName(pattern: string, values: FileNameValues): string {
  const fitting = values.session === undefined ? pattern.replace(NUMBER, '{protocol}') : pattern;
  const filled = fitting.replace(PLACE, (_, place: keyof FileNameValues) => textFor(values, place));
  const names = filled.split(/[/\\]/).map(segment => segment.trim());
  const file = names.pop() ?? '';
  const folders = names.map(name => cleanName(name, '')).filter(name => name !== '');
  return [...folders, fileName(file)].join('/');
}

/**
 * `path` itself or, when it is taken, the first of `…-2`, `…-3`, … that is not; the number stands before the
 * `.session.md`.
 */
export function freePath(path: string, isTaken: (path: string) => boolean): string {
  return new FreeNumbers().next(path, isTaken, numberedPath);
}

/** A path with a number before its `.session.md`, or before the ending of a file that is no note. */
export function numberedPath(path: string, number: number): string {
  const suffix = noteSuffix(path) ?? ENDING.exec(path)?.[0] ?? '';
  return `${path.slice(0, path.length - suffix.length)}-${number}${suffix}`;
}

/** The form in which paths are the same for file systems that know no case (Windows, macOS). */
export function pathKey(path: string): string {
  return path.normalize('NFC').toLowerCase();
}

function textFor(values: FileNameValues, place: keyof FileNameValues): string {
  return cleanText(String(values[place] ?? '')) || '_';
}

function fileName(name: string): string {
  const { stem, suffix } = parted(name);
  return cleanName(stem, suffix === '' ? '.session.md' : suffix) || `_${suffix || '.session.md'}`;
}

function parted(path: string): { readonly stem: string; readonly suffix: string } {
  const suffix = noteSuffix(path) ?? '';
  return { stem: path.slice(0, path.length - suffix.length), suffix };
}

/** The name with its suffix, as every file system takes it (see {@link noteFileName}); empty where nothing is left of it. */
export function cleanName(stem: string, suffix: string): string {
  const name = cleanText(stem).replace(RESERVED_NAME, '$&_');
  const cut = cleanText(cutTo(name, LONGEST - suffix.length));
  return cut === '' ? '' : cut + suffix;
}

function cleanText(text: string): string {
  const clean = text
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .replace(UNTYPED, '')
    .replace(/ {2,}/g, ' ')
    .replace(RESERVED_CHARACTERS, '-');
  let start = 0;
  let end = clean.length;
  while (start < end && isOuter(clean, start)) start++;
  while (end > start && isOuter(clean, end - 1)) end--;
  return clean.slice(start, end);
}

/** Whether a character does not stand at the ends of a name. */
function isOuter(text: string, at: number): boolean {
  const character = text.charAt(at);
  return character === ' ' || character === '.';
}

/** The beginning of a text that takes at most so many bytes of UTF-8; no character is halved. */
function cutTo(text: string, bytes: number): string {
  let length = 0;
  let taken = 0;
  for (const character of text) {
    taken += byteLength(character.codePointAt(0) ?? 0);
    if (taken > bytes) return text.slice(0, length);
    length += character.length;
  }
  return text;
}

function byteLength(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x10000 ? 3 : 4;
}
