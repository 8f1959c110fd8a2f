import { languages } from '../../language/languages';
import { clockWordOf } from '../../language/languageWords';
import { readTimestamp } from '../../transcript/timestamps';

/** A time in numbers as programs write it; `readTimestamp` tells whether it is one. */
export const CLOCK = String.raw`\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,7})?`;
const hours = clockWordOf(languages, 'hours');
const minutes = clockWordOf(languages, 'minutes');
const seconds = clockWordOf(languages, 'seconds');
/** Hours in words. */
export const HOURS = String.raw`\d{1,3} (?:${hours})`;
const MINUTES = String.raw`\d{1,3} (?:${minutes})`;
/** A time in words, but for whole hours. */
export const SPELLED = String.raw`(?:${HOURS} )?(?:${MINUTES} )?\d{1,3} (?:${seconds})|(?:${HOURS} )?${MINUTES}`;
/** A time in words and nothing else, behind which Teams has it in numbers, too: `0 minutes 3 seconds0:03`. */
const SPELLED_ALONE = new RegExp(`^(${SPELLED}|${HOURS})(${CLOCK})?$`, 'i');
/** A time as f4 marks it. */
export const F4 = String.raw`#\d{1,3}:\d{2}:\d{2}(?:[-.,]\d{1,3})?#`;
/** What any of these has. */
export const HAS_TIME = new RegExp(String.raw`\d:\d|\d (?:${hours}|${minutes}|${seconds})`);
/** What tells the minute of a recording, on a line of its own: `Menit 05:00`. */
const MINUTE = new RegExp(String.raw`^(?:${minutes}|min\.?)(?:\s+ke)?[\s:-]*(${CLOCK})$`, 'i');

/** The milliseconds of a line that only tells the minute of a recording. */
export function minuteTold(line: string): number | undefined {
  return timeOf(MINUTE.exec(line)?.[1]);
}

/** A line that is only a time in words, and whether it has the same in numbers, which nobody says. */
export function spelledTime(
  line: string,
): { readonly start: number; readonly hasClock: boolean } | undefined {
  const [, spelled, clock] = SPELLED_ALONE.exec(line) ?? [];
  const start = timeOf(spelled);
  if (start === undefined || (clock !== undefined && timeOf(clock) !== start)) return undefined;
  return { start, hasClock: clock !== undefined };
}

/** The milliseconds of a time in any of the forms that programs write. */
export function timeOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (text.startsWith('#')) return readTimestamp(text.slice(1, -1).replace('-', '.'));
  if (!/[a-z]/i.test(text)) return readTimestamp(text);
  const amount = (unit: string): number =>
    Number(new RegExp(String.raw`(\d+) (?:${unit})`, 'i').exec(text)?.[1] ?? 0);
  return ((amount(hours) * 60 + amount(minutes)) * 60 + amount(seconds)) * 1000;
}
