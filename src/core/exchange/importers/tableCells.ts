import { readTimestamp } from '../../transcript/timestamps';
import type { ImportContext } from './importedTranscript';
import { timeOf } from './timeForms';

/** What a number in a column of times counts. */
export type TimeUnit = 'seconds' | 'milliseconds';

/** A code that a cell names, or the id that it would have where the protocol does not have it. */
interface CellCode {
  readonly code: string;
  readonly isKnown: boolean;
}

const CODE_ID = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const BETWEEN_CODES = / ?[,;/\n+&] ?| (?:dan|and) /;

/** The time of a cell as it is written, or the two that it has: `0:00.0 - 0:12.3`, `00:00:01 --> 00:00:03`. */
export function timesIn(cell: string): readonly string[] {
  const times = cell.trim().split(/\s*(?:-{1,2}>|[-–—]|→)\s*/);
  return times.length === 2 ? times : [cell.trim()];
}

/** The same in milliseconds; undefined where one is none. */
export function timesOfCell(cell: string, unit: TimeUnit): readonly number[] | undefined {
  const times = timesIn(cell).map(text => milliseconds(text, unit));
  return times.every(time => time !== undefined) ? times : undefined;
}

function milliseconds(text: string, unit: TimeUnit): number | undefined {
  if (text === '') return undefined;
  if (text.includes(':')) return timeOf(text.replace(/^[[(]|[\])]$/g, '')) ?? readTimestamp(text);
  const number = /^\d+(?:[.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
  return Number.isNaN(number) ? undefined : Math.round(unit === 'milliseconds' ? number : number * 1000);
}

/** The codes that a cell names, whole or one after the other; undefined where it has words that could be none. */
export function codesInCell(cell: string, { codeNamed }: ImportContext): readonly CellCode[] | undefined {
  const whole = codeNamed?.(cell.trim());
  if (whole !== undefined) return [{ code: whole, isKnown: true }];
  const parts = cell
    .replace(/[^\S\n]+/g, ' ')
    .split(BETWEEN_CODES)
    .map(part => part.trim())
    .filter(part => part !== '');
  const found = parts.map((part): CellCode => {
    const known = codeNamed?.(part);
    return { code: known ?? codeId(part), isKnown: known !== undefined };
  });
  return found.length > 0 && found.every(({ code }) => CODE_ID.test(code)) ? found : undefined;
}

/** The id that a code would have by its name. */
function codeId(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{Mn}+/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
}
