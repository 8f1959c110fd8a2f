import { message } from '../../core/message';
import type { CaseProgress } from '../../core/progress/caseProgress';
import { progressCsv } from '../../core/progress/progressCsv';
import { render } from '../../l10n/catalogue';
import { element } from '../picture/element';
import { frameFor } from '../picture/frame';
import { themePalette } from '../picture/palette';
import { type Drawing, keysExplained, type Subject } from '../picture/picturePage';
import { courseRows } from './courseRows';
import { courseTable } from './courseTable';
import { picturesOf } from './pictures';
import { savedPicture } from './savedPicture';
import { sessionsHeight } from './sessionsPicture';
import { statusLegend } from './statusLegend';
import { clientName, countsOf, sessionWords } from './texts';

/** One case: its sessions, stages and goals. */
export const caseSubject: Subject<CaseProgress> = {
  heading: clientName,
  summary: countsOf,
  emptiness: ({ sessions }) => (sessions.length === 0 ? render(message('progress.no-sessions')) : undefined),
  draw: drawCase,
  tables: (progress, open) => [courseTable(progress, courseRows(progress), open)],
  svg: savedPicture,
  csv: progressCsv,
};

function drawCase(progress: CaseProgress, drawing: Drawing): HTMLElement {
  const frame = frameFor(drawing.width - 24, progress.sessions.length);
  const pictures = picturesOf(progress, courseRows(progress), frame, themePalette);
  // The keys begin at the newest session.
  const newest = { row: 0, column: frame.columns - 1 };
  const scroller = drawing.scroller(pictures, frame, progress.sessions.map(sessionWords), newest);
  scroller.style.scrollPadding = `${sessionsHeight}px 0 0 ${frame.labels}px`;
  const legend = statusLegend(Math.max(300, drawing.width - 40), themePalette);
  return element('section', {}, legend, keysExplained('progress.keys'), scroller);
}
