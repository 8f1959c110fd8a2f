import { axisY, dot, line, ruleY, text } from '@observablehq/plot';
import type { MeasureCourse, MeasurePoint } from '../../core/progress/measureCourse';
import { type Frame, signRadius } from '../picture/frame';
import type { Palette } from '../picture/palette';
import { plotPicture } from '../picture/plotPicture';
import { nameLabel } from './nameLabel';
import { localNumber, measureName, rangeWords } from './texts';

/** The height of the picture of one measure, in pixels. */
export const measureHeight = 92;

const margin = 18;
const lineHeight = 17;
const roomForScore = 40;

/** The scores of a measure over the sessions, between the lowest and the highest that it can have. */
export function measurePicture(course: MeasureCourse, frame: Frame, palette: Palette): SVGSVGElement {
  const data = [...course.points];
  const stroke = palette.ink;
  const ends = [course.min, course.max];
  const left = 8 - frame.labels;
  return plotPicture(frame, measureHeight, palette, {
    marginTop: margin,
    marginBottom: margin,
    y: { domain: ends, axis: null },
    marks: [
      ruleY(ends, { stroke: palette.faint, strokeOpacity: 0.4 }),
      axisY({ ticks: ends, tickSize: 0, label: null, tickFormat: localNumber }),
      line(data, { x: 'column', y: 'value', stroke, strokeWidth: 2 }),
      dot(data, { x: 'column', y: 'value', r: signRadius(frame) - 1, fill: stroke }),
      ...(frame.column < roomForScore ? [] : scoreLabels(data)),
      nameLabel(measureName(course), left, 0, frame, { fontWeight: 'bold' }),
      ...rangeWords(course).map((words, at) => nameLabel(words, left, (at + 1) * lineHeight, frame)),
    ],
  });
}

/** Above the points; below one that a higher point of the same session is above. */
function scoreLabels(points: readonly MeasurePoint[]) {
  const isBelow = ({ column, value }: MeasurePoint): boolean =>
    points.some(other => other.column === column && other.value > value);
  const style = {
    x: 'column',
    y: 'value',
    text: ({ value }: MeasurePoint) => localNumber(value),
    fontSize: 11,
  };
  return [
    text(
      points.filter(point => !isBelow(point)),
      { ...style, dy: -11 },
    ),
    text(points.filter(isBelow), { ...style, dy: 11 }),
  ];
}
