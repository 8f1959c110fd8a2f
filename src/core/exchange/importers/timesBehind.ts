import type { SourcePiece } from './containers/source';
import { labelledLine } from './speakerLabel';
import { timeOf } from './timeForms';

/** A time behind words: in brackets, or with hours, as nobody says it. */
const BEHIND =
  /\S\s*(\[\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?\]|\(\d{1,3}:\d{2}(?::\d{2})?\)|\s\d{1,2}:\d{2}:\d{2})$/;
/** In words a second, at most, as far as people speak so fast for a whole turn. */
const FASTEST = 3;
/** In milliseconds: hardly anything is said until then. */
const SHORTEST = 2000;

/** Times that stand behind the words of turns, by piece, and whether they tell when the turns begin. */
export interface TimesBehind {
  readonly marks: ReadonlyMap<number, string>;
  readonly areStarts: boolean;
}

/**
 * The times behind the words, where nearly every turn has one and they rise; else they may be said. They tell the end, as
 * where one is set when somebody has spoken, unless the first words could not be said until then.
 */
export function timesBehind(pieces: readonly SourcePiece[]): TimesBehind {
  const marks = new Map<number, string>();
  for (const [at, { text }] of pieces.entries()) {
    const mark = /[\d)\]]\s*$/.test(text) ? BEHIND.exec(text.trim())?.[1]?.trim() : undefined;
    if (mark !== undefined) marks.set(at, mark);
  }
  const none = { marks: new Map<number, string>(), areStarts: false };
  if (marks.size < 2) return none;
  const labels = pieces.map(({ text }) => labelledLine(text.trim()));
  const turns = new Set(labels.flatMap((label, at) => (label?.hasColon === true ? [at] : [])));
  // Behind the name and nothing else it is no end of words: `Name: (0:05)`.
  if ([...marks].some(([at, mark]) => labels[at]?.words === mark)) return none;
  const onTurns = [...marks.keys()].filter(at => turns.has(at)).length;
  const times = [...marks.values()].map(timeInMark);
  const rise = times.every((time, at) => time >= (times[at - 1] ?? 0));
  const areOfTurns =
    onTurns * 2 >= marks.size && marks.size * 4 >= turns.size * 3 && marks.size <= turns.size;
  if (!rise || !areOfTurns) return none;
  const [first = 0] = marks.keys();
  const words = labels[first]?.words.split(/\s+/).length ?? 1;
  return { marks, areStarts: (times[0] ?? 0) <= Math.max(SHORTEST, (words - 1) * (1000 / FASTEST)) };
}

/** The milliseconds of a time in brackets or without. */
export function timeInMark(mark: string): number {
  return timeOf(mark.replace(/[[\]()]/g, '')) ?? 0;
}
