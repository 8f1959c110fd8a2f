const CLOCK = /^(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,7}))?$/;
const HOUR = 3_600_000;
const MINUTE = 60_000;
const SECOND = 1000;

/**
 * The milliseconds that a time of a recording says: `m:ss` or `h:mm:ss`, perhaps with a fraction after a full stop
 * or a comma. Undefined for what is no such time, such as 61 seconds.
 */
export function readTimestamp(text: string): number | undefined {
  const match = CLOCK.exec(text.trim());
  if (match === null) return undefined;
  const [, hours = '0', minutes = '', seconds = '', fraction = ''] = match;
  if (Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  const milliseconds = Number(fraction.padEnd(3, '0').slice(0, 3));
  return Number(hours) * HOUR + Number(minutes) * MINUTE + Number(seconds) * SECOND + milliseconds;
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
