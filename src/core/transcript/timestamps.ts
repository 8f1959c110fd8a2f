/** A time of a recording as transcripts have it, `m:ss` or `h:mm:ss`, with minutes and seconds in their range. */
export const TIMESTAMP = String.raw`(?:\d{1,3}:[0-5]\d|\d{1,3}):[0-5]\d(?:[.,]\d{1,3})?`;
/** What looks like one, whatever parts its numbers and however large they are. */
export const NEARLY_TIMESTAMP = String.raw`\d{1,4}(?:[:.;]\d{1,4}){1,3}(?:[-.,]\d{1,7})?`;
/** What programs write for one: figures may be missing, and the fraction finer. */
const READABLE = /^(?:\d{1,3}:)?(\d{1,2}):(\d{1,2})(?:[.,]\d{1,7})?$/;
const FRACTION = /[.,]/;
const HOUR = 3_600_000;
const MINUTE = 60_000;
const SECOND = 1000;

/**
 * The milliseconds that a time of a recording says: `m:ss` or `h:mm:ss`, perhaps with a fraction after a full stop
 * or a comma. Undefined for what is no such time, such as 61 seconds.
 */
export function readTimestamp(text: string): number | undefined {
  const clock = text.trim();
  const match = READABLE.exec(clock);
  if (match === null) return undefined;
  return Number(match[1]) > 59 || Number(match[2]) > 59 ? undefined : millisecondsOf(clock);
}

/**
 * The milliseconds of a time that is known to be one: numbers with colons between them, the last of them seconds, and
 * perhaps a fraction. Of that three digits count; fewer are tenths or hundredths.
 */
export function millisecondsOf(clock: string): number {
  const end = clock.search(FRACTION);
  const whole = end < 0 ? clock : clock.slice(0, end);
  let seconds = 0;
  for (let from = 0, colon = 0; colon >= 0; from = colon + 1) {
    colon = whole.indexOf(':', from);
    seconds = seconds * 60 + Number(whole.slice(from, colon < 0 ? undefined : colon));
  }
  if (end < 0) return seconds * SECOND;
  return seconds * SECOND + Number(clock.slice(end + 1, end + 4).padEnd(3, '0'));
}

/** A time of a recording in milliseconds as `h:mm:ss.mmm`; the fraction only where there is one, unless asked for. */
export function writeTimestamp(
  time: number,
  hourDigits = 1,
  fraction: 'always' | 'if any' = 'if any',
): string {
  const whole = Math.max(0, Math.round(time));
  const pad = (value: number, digits: number): string => String(value).padStart(digits, '0');
  const hours = pad(Math.floor(whole / HOUR), hourDigits);
  const minutes = pad(Math.floor((whole % HOUR) / MINUTE), 2);
  const seconds = pad(Math.floor((whole % MINUTE) / SECOND), 2);
  const rest = whole % SECOND;
  const isShown = fraction === 'always' || rest > 0;
  return `${hours}:${minutes}:${seconds}${isShown ? `.${pad(rest, 3)}` : ''}`;
}
