import { message } from '../../core/message';
import type { CaseProgress } from '../../core/progress/caseProgress';
import { render } from '../../l10n/catalogue';
import type { Explored } from '../picture/exploring';
import type { Frame } from '../picture/frame';
import type { Palette } from '../picture/palette';
import { coursePicture, rowHeight } from './coursePicture';
import { type CourseRow, gasSpots, measureSpots, sessionSpots } from './courseRows';
import { levelsHeight, levelsPicture, scoresHeight, scoresPicture } from './gasPicture';
import { measureHeight, measurePicture } from './measurePicture';
import { sessionsHeight, sessionsPicture } from './sessionsPicture';
import { measureName, rangeWords } from './texts';

/** The pictures of a case from top to bottom: sessions, stages and goals, then measures and goal attainment where there are any. */
export function picturesOf(
  progress: CaseProgress,
  rows: readonly CourseRow[],
  frame: Frame,
  palette: Palette,
): readonly Explored[] {
  const sessions: Explored = {
    svg: sessionsPicture(progress, frame, palette),
    label: render(message('progress.sessions')),
    bands: [{ top: 0, height: sessionsHeight, label: '', facts: [], spots: sessionSpots(progress.sessions) }],
  };
  const course: Explored = {
    svg: coursePicture(progress, rows, frame, palette),
    label: render(message('progress.course')),
    bands: rows.map(({ label, facts, spots }, at) => ({
      top: at * rowHeight,
      height: rowHeight,
      label,
      facts,
      spots,
    })),
  };
  return [
    sessions,
    course,
    ...measurePictures(progress, frame, palette),
    ...gasPictures(progress, frame, palette),
  ];
}

function measurePictures(progress: CaseProgress, frame: Frame, palette: Palette): readonly Explored[] {
  return progress.measures.map(course => {
    const label = measureName(course);
    const spots = measureSpots(course, progress);
    return {
      svg: measurePicture(course, frame, palette),
      label: render(message('progress.measure', { measure: course.title })),
      bands: [{ top: 0, height: measureHeight, label, facts: rangeWords(course), spots }],
    };
  });
}

function gasPictures(progress: CaseProgress, frame: Frame, palette: Palette): readonly Explored[] {
  if (progress.gas.scores.length === 0) return [];
  const spots = gasSpots(progress);
  const picture = (svg: SVGSVGElement, label: string, height: number): Explored => ({
    svg,
    label,
    bands: [{ top: 0, height, label, facts: [], spots }],
  });
  const score = render(message('progress.t-score'));
  return [
    picture(levelsPicture(progress, frame, palette), render(message('progress.gas')), levelsHeight(progress)),
    picture(scoresPicture(progress, score, frame, palette), score, scoresHeight),
  ];
}
