import type { CaseProgress } from '../../core/progress/caseProgress';
import { frameFor } from '../picture/frame';
import { currentPalette } from '../picture/palette';
import { roomAcross, svgFile } from '../picture/svgFile';
import { courseRows } from './courseRows';
import { picturesOf } from './pictures';
import { statusLegend } from './statusLegend';
import { clientName, countsOf } from './texts';

/** All pictures of a case as one SVG file that needs nothing else, in the colours that the theme has now. */
export function savedPicture(progress: CaseProgress): string {
  const palette = currentPalette();
  const frame = frameFor(roomAcross, progress.sessions.length);
  const rows = courseRows(progress);
  const parts = [
    statusLegend(frame.width, palette),
    ...picturesOf(progress, rows, frame, palette).map(({ svg }) => svg),
  ];
  return svgFile(`${clientName(progress)} · ${countsOf(progress)}`, parts, frame.width, palette);
}
