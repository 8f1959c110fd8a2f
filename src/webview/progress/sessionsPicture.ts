import { type Markish, text } from '@observablehq/plot';
import type { CaseProgress, ProgressSession } from '../../core/progress/caseProgress';
import type { Frame } from '../picture/frame';
import type { Palette } from '../picture/palette';
import { plotPicture } from '../picture/plotPicture';

/** The height of the heading row, in pixels. */
export const sessionsHeight = 56;

const roomForDate = 68;

interface Heading {
  readonly column: number;
  readonly words: string;
}

/** The heading over all pictures: the number of each session, its date where there is room. */
export function sessionsPicture({ sessions }: CaseProgress, frame: Frame, palette: Palette): SVGSVGElement {
  // In narrow columns only some are numbered, always the last.
  const longest = Math.max(...sessions.map(session => numberOf(session).length));
  const step = Math.ceil((8 + 8 * longest) / frame.column);
  const numbers = sessions
    .map((session, column) => ({ column, words: numberOf(session) }))
    .filter(({ column }) => (sessions.length - 1 - column) % step === 0);
  const dates = frame.column < roomForDate ? [] : sessions.map(dateOf);
  return plotPicture(frame, sessionsHeight, palette, {
    marginTop: 0,
    marginBottom: 0,
    y: { domain: [0, 1], axis: null },
    marks: [
      headings(numbers, 0.76, { fontWeight: 'bold' }),
      headings(dates, 0.44, { fill: palette.faint, fontSize: 11 }),
      headings(sessions.map(signOf), 0.12, { fill: palette.faint }),
    ],
  });
}

function headings(data: readonly Heading[], y: number, style: object): Markish {
  return text([...data], { x: 'column', y: () => y, text: 'words', ...style });
}

function numberOf({ session }: ProgressSession): string {
  return session === undefined ? '–' : String(session);
}

function dateOf({ date }: ProgressSession, column: number): Heading {
  return { column, words: date ?? '' };
}

/** What sets columns apart: a cross where the client did not come, a ring for contacts that are no sessions. */
export const columnSigns = { missed: '×', contact: '○' } as const;

function signOf({ attendance, contact }: ProgressSession, column: number): Heading {
  if (attendance !== 'attended') return { column, words: columnSigns.missed };
  return { column, words: contact === undefined ? '' : columnSigns.contact };
}
