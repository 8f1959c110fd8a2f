import { isoDay, readableDate } from '../../note/dates';

/** How many lines of a head are looked at: what stands further below is no head. */
const MOST_LINES = 20;
/** What parts a day from what stands beside it in a line: `Mon, Nov 23, 2026 10:01AM • 30:12`. */
const BETWEEN = /\s*[•·|;\t()[\]]\s*|\s+[-–—]\s+/u;
/** What a line calls the day that stands behind it: `Hari/tanggal: Senin, 9 November 2026`. */
const LABEL = /^[^\d:]{1,40}:\s*/u;

/**
 * The day that the lines above what is said tell, as `YYYY-MM-DD`: the first that can be read in one way. Numbers are
 * read as in `language`.
 */
export function headDate(lines: readonly string[], language: string | undefined): string | undefined {
  for (const line of lines.slice(0, MOST_LINES)) {
    if (!/\d/.test(line)) continue;
    for (const part of [line, ...line.split(BETWEEN)]) {
      const words = part.trim().replace(LABEL, '');
      const date = isoDay(words) ?? readableDate(words, language);
      if (date !== undefined) return date;
    }
  }
  return undefined;
}
