import { dot, ruleY, text } from '@observablehq/plot';
import { message } from '../../core/message';
import type { TranscriptProfile } from '../../core/progress/transcriptProfile';
import { render } from '../../l10n/catalogue';
import type { Explored } from '../picture/exploring';
import { type Frame, textWidth } from '../picture/frame';
import type { Palette } from '../picture/palette';
import { plotPicture } from '../picture/plotPicture';
import { codeColour, codeLabel } from './stripPicture';
import { codeName, stageName } from './texts';

/** Heights in pixels. */
const headingHeight = 24;
const rowHeight = 26;

interface Cell {
  readonly column: number;
  readonly row: string;
  readonly count: number;
}

/** How often each code is applied in each stage: a dot, larger for more, with its number. */
export function frequencyPicture(profile: TranscriptProfile, frame: Frame, palette: Palette): Explored {
  const { codes, stages } = profile;
  const cells = codes.flatMap(({ code, counts }) =>
    counts.map((count, column): Cell => ({ column, row: code, count })),
  );
  const most = Math.max(1, ...cells.map(({ count }) => count));
  const largest = rowHeight / 2 - 2;
  const colours = new Map(codes.map(code => [code.code, codeColour(code, palette)]));
  const svg = plotPicture(frame, headingHeight + codes.length * rowHeight, palette, {
    marginTop: headingHeight,
    marginBottom: 0,
    r: { type: 'identity' },
    y: { type: 'band', domain: codes.map(({ code }) => code), padding: 0, axis: null },
    marks: [
      text(stages, {
        x: (_stage: unknown, at: number) => at,
        frameAnchor: 'top',
        dy: -headingHeight + 6,
        lineAnchor: 'top',
        text: stageName,
        textOverflow: 'ellipsis',
        lineWidth: textWidth(frame.column - 8),
        fontWeight: 'bold',
      }),
      ruleY(codes, {
        y: 'code',
        x1: -0.5,
        x2: frame.columns - 0.5,
        stroke: palette.faint,
        strokeOpacity: 0.2,
      }),
      dot(
        cells.filter(({ count }) => count > 0),
        {
          x: 'column',
          y: 'row',
          dx: -10,
          r: ({ count }: Cell) => Math.max(2, largest * Math.sqrt(count / most)),
          fill: ({ row }: Cell) => colours.get(row) ?? palette.ink,
          stroke: palette.ink,
          strokeWidth: 0.5,
        },
      ),
      text(cells, {
        x: 'column',
        y: 'row',
        dx: 10,
        textAnchor: 'start',
        text: ({ count }: Cell) => (count === 0 ? '–' : String(count)),
        fill: ({ count }: Cell) => (count === 0 ? palette.faint : palette.ink),
      }),
      ...codes.map(code => codeLabel(code, frame)),
    ],
  });
  return { svg, label: render(message('picture.frequencies')), bands: bandsOf(codes) };
}

function bandsOf(codes: TranscriptProfile['codes']): Explored['bands'] {
  return codes.map((code, at) => ({
    top: headingHeight + at * rowHeight,
    height: rowHeight,
    label: codeName(code),
    facts: [`#${code.code}`],
    spots: code.counts.map(count => ({
      words: render(message('picture.times', { count })),
      details: [],
      target: undefined,
    })),
  }));
}
