import { interfaceLanguage } from './catalogue';

/** An ISO date as people read it, with the day of the week: `Sunday, December 6, 2026`. */
export function longDay(date: string): string {
  return shown(date, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}

/** An ISO date in few letters, the year left out where it is that of `today`: `Dec 6`, `6 Des`. */
export function shortDay(date: string, today: string): string {
  const isThisYear = date.slice(0, 4) === today.slice(0, 4);
  return shown(date, { day: 'numeric', month: 'short', ...(!isThisYear && { year: 'numeric' }) });
}

function shown(date: string, form: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(interfaceLanguage(), { ...form, timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );
}
