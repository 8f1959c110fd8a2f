import { axisY, dot, line, type Markish, ruleY, type SymbolType, text } from '@observablehq/plot';
import { message } from '../../core/message';
import type { CaseProgress } from '../../core/progress/caseProgress';
import type { GasPoint, ScorePoint } from '../../core/progress/gasCourse';
import { render } from '../../l10n/catalogue';
import { type Frame, signRadius } from '../picture/frame';
import type { Palette } from '../picture/palette';
import { plotPicture } from '../picture/plotPicture';
import { nameClass } from '../picture/stickyNames';
import { nameLabel } from './nameLabel';
import { decimal, signed } from './texts';

const levels = [-2, -1, 0, 1, 2];
const symbols: readonly SymbolType[] = ['circle', 'square', 'triangle', 'diamond', 'star', 'wye'];
const dashes: readonly string[] = ['none', '6 3', '2 3'];
const margin = 14;
const labelHeight = 17;
const mostLabels = 12;

/** The height of the picture of levels, in pixels. */
export function levelsHeight({ gas }: CaseProgress): number {
  return 2 * margin + Math.max(88, labelHeight * Math.min(mostLabels + 2, gas.goals.length + 1));
}

/** The levels of goal attainment as a line for each goal that is given any. */
export function levelsPicture(progress: CaseProgress, frame: Frame, palette: Palette): SVGSVGElement {
  const lines = progress.gas.goals.flatMap(({ points }, at) =>
    levelLine(points, at, progress.gas.goals.length, frame, palette),
  );
  return plotPicture(frame, levelsHeight(progress), palette, {
    marginTop: margin,
    marginBottom: margin,
    y: { domain: [-2, 2], axis: null },
    marks: [
      ...grid(levels, 0, palette),
      axisY({ ticks: levels, tickFormat: signed, tickSize: 0, label: null }),
      ...lines,
      ...goalLabels(progress, frame, palette),
    ],
  });
}

/** Each line a little apart from the others, so that equal levels stay apart. */
function levelLine(
  points: readonly GasPoint[],
  at: number,
  count: number,
  frame: Frame,
  palette: Palette,
): readonly Markish[] {
  const dy = (at - (count - 1) / 2) * Math.min(2, 10 / count);
  const stroke = seriesColour(at, palette);
  const data = [...points];
  return [
    line(data, { x: 'column', y: 'level', stroke, strokeDasharray: dashOf(at, palette), dy }),
    dot(data, { x: 'column', y: 'level', symbol: symbolOf(at), r: signRadius(frame) - 1, fill: stroke, dy }),
  ];
}

/** Which line is which, in the column of names. */
function goalLabels(progress: CaseProgress, frame: Frame, palette: Palette): readonly Markish[] {
  const { goals } = progress.gas;
  const shown = goals.slice(0, mostLabels);
  const top = (at: number): number => (at + 1) * labelHeight;
  const left = 8 - frame.labels;
  const labels = shown.flatMap(({ goal }, at) => [
    dot([0], {
      className: nameClass,
      frameAnchor: 'top-left',
      dx: left + 6,
      dy: top(at),
      symbol: symbolOf(at),
      r: 4,
      fill: seriesColour(at, palette),
    }),
    nameLabel(progress.goals[goal]?.text ?? '', left + 18, top(at), frame),
  ]);
  const rest = goals.length - shown.length;
  return [
    nameLabel(render(message('progress.gas')), left, 0, frame, { fontWeight: 'bold' }),
    ...labels,
    ...(rest === 0 ? [] : [nameLabel(`+${rest}`, left + 18, top(shown.length), frame)]),
  ];
}

/** The height of the picture of T-scores, in pixels. */
export const scoresHeight = 116;

/** The T-score over the sessions, with the 50 that stands for "all as expected". */
export function scoresPicture(
  { gas }: CaseProgress,
  name: string,
  frame: Frame,
  palette: Palette,
): SVGSVGElement {
  const data = [...gas.scores];
  const values = data.map(({ score }) => score);
  const domain = [Math.min(30, ...values), Math.max(70, ...values)];
  const stroke = palette.ink;
  return plotPicture(frame, scoresHeight, palette, {
    marginTop: margin,
    marginBottom: margin,
    y: { domain, axis: null },
    marks: [
      ...grid([30, 40, 50, 60, 70], 50, palette),
      axisY({ ticks: [30, 50, 70], tickSize: 0, label: null }),
      line(data, { x: 'column', y: 'score', stroke, strokeWidth: 2 }),
      dot(data, { x: 'column', y: 'score', r: signRadius(frame) - 1, fill: stroke }),
      ...scoreLabels(data, frame),
      nameLabel(name, 8 - frame.labels, 0, frame, { fontWeight: 'bold' }),
    ],
  });
}

function scoreLabels(data: readonly ScorePoint[], frame: Frame): readonly Markish[] {
  if (frame.column < 40) return [];
  const words = ({ score }: ScorePoint): string => decimal(score);
  return [text([...data], { x: 'column', y: 'score', text: words, dy: -12, fontSize: 11 })];
}

function grid(values: readonly number[], main: number, palette: Palette): readonly Markish[] {
  return [
    ruleY([...values], { stroke: palette.faint, strokeOpacity: 0.25 }),
    ruleY([main], { stroke: palette.faint, strokeOpacity: 0.8 }),
  ];
}

function seriesColour(at: number, { series }: Palette): string {
  return series[at % series.length] ?? 'currentColor';
}

function symbolOf(at: number): SymbolType {
  return symbols[at % symbols.length] ?? 'circle';
}

/** Where colours recur, the lines differ. */
function dashOf(at: number, { series }: Palette): string {
  return dashes[Math.floor(at / series.length) % dashes.length] ?? 'none';
}
