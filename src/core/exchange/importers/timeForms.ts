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
/** Seconds with their unit: `4.2s`; alone they may be a pause as well. */
export const SECONDS = String.raw`\d{1,5}(?:[.,]\d{1,3})? ?s(?:ec)?`;
/** A time whose parts have their units: `1m02s`, `00h01m02s`, `1'02"`. */
export const IN_UNITS = String.raw`(?:\d{1,3} ?h ?)?\d{1,3} ?(?:m(?:in)? ?${SECONDS}|['’′] ?\d{1,2}(?:[.,]\d{1,3})? ?["”″])`;
const UNITS =
  /^(?:(\d{1,3}) ?h ?)?(?:(\d{1,3}) ?(?:m(?:in)?|['’′]) ?)?(\d{1,5}(?:[.,]\d{1,3})?) ?(?:s(?:ec)?|["”″])$/;
/** A time in words and nothing else, behind which Teams has it in numbers, too: `0 minutes 3 seconds0:03`. */
const SPELLED_ALONE = new RegExp(`^(${SPELLED}|${HOURS})(${CLOCK})?$`, 'i');
/** A time as f4 marks it. */
export const F4 = String.raw`#\d{1,3}:\d{2}:\d{2}(?:[-.,]\d{1,3})?#`;
/** What any of these has. */
export const HAS_TIME = new RegExp(
  String.raw`\d:\d|\d ?(?:[sm](?![a-z])|m ?\d|['’′])|\d (?:${hours}|${minutes}|${seconds})`,
);
/** What tells the minute of a recording, on a line of its own: `Menit 05:00`, `Menit ke-5`. */
const MINUTE = new RegExp(String.raw`^(?:${minutes}|min\.?)(?:\s+ke)?[\s:-]*(?:(${CLOCK})|(\d{1,3}))$`, 'i');

/** The milliseconds of a line that only tells the minute of a recording, and whether it may be said as well. */
export function minuteTold(line: string): { readonly start: number; readonly isWhole: boolean } | undefined {
  const [, clock, whole] = MINUTE.exec(line) ?? [];
  const start = whole === undefined ? timeOf(clock) : Number(whole) * 60_000;
  return start === undefined ? undefined : { start, isWhole: whole !== undefined };
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
  const [, h = '0', m = '0', s] = UNITS.exec(text) ?? [];
  if (s !== undefined)
    return Math.round(((Number(h) * 60 + Number(m)) * 60 + Number(s.replace(',', '.'))) * 1000);
  if (!/[a-z]/i.test(text)) return readTimestamp(text);
  const amount = (unit: string): number =>
    Number(new RegExp(String.raw`(\d+) (?:${unit})`, 'i').exec(text)?.[1] ?? 0);
  return ((amount(hours) * 60 + amount(minutes)) * 60 + amount(seconds)) * 1000;
}
