import { type ChangedLines, changedLines } from '../text/changedLines';
import type { Outline } from './outline';

/** What is known of an outline besides what it says. It holds on to no older version. */
interface Origin {
  /** Stands for the outline itself. */
  readonly token: object;
  /** Stands for the version that it was made from. */
  readonly before: object | undefined;
  readonly change: ChangedLines | undefined;
  /** The marks that are known to stand nowhere in its text. */
  readonly without: ReadonlySet<string>;
}

const origins = new WeakMap<Outline, Origin>();

/** Keeps what an outline was made from: an older version and what changed since. */
export function keepOrigin(outline: Outline, before: Outline | undefined, change?: ChangedLines): void {
  const { token, without } = originOf(before);
  const stretch = change === undefined ? undefined : outline.text.slice(change.start, change.end);
  const still = [...without].filter(mark => stretch !== undefined && !stretch.includes(mark));
  origins.set(outline, { token: {}, before: token, change, without: new Set(still) });
}

/** The lines that differ between two versions of a text; not looked for where one was made from the other. */
export function changeBetween(before: Outline, after: Outline): ChangedLines {
  const { before: source, change } = originOf(after);
  if (change !== undefined && source !== undefined && source === origins.get(before)?.token) return change;
  return changedLines(before.text, after.text);
}

/** Whether a mark of one line or less stands in the text; what did not in an older version is sought in what changed. */
export function hasMark(outline: Outline, mark: string): boolean {
  const origin = originOf(outline);
  if (origin.without.has(mark)) return false;
  const isThere = outline.text.includes(mark);
  if (!isThere) origins.set(outline, { ...origin, without: new Set([...origin.without, mark]) });
  return isThere;
}

const unknown: Omit<Origin, 'token'> = { before: undefined, change: undefined, without: new Set() };

function originOf(outline: Outline | undefined): Origin {
  const known = outline && origins.get(outline);
  if (known !== undefined) return known;
  const origin = { ...unknown, token: {} };
  if (outline !== undefined) origins.set(outline, origin);
  return origin;
}
