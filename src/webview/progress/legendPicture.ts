import { type Markish, text } from '@observablehq/plot';
import type { GoalStatus } from '../../core/goal/goalMention';
import { message } from '../../core/message';
import { render } from '../../l10n/catalogue';
import type { Palette } from './palette';
import { plainSvg } from './plotPicture';
import { signedStatuses, statusSigns } from './signs';

const lineHeight = 22;
/** The width of a letter on average, in pixels, in the 12 px font; a little generous. */
const letterWidth = 7;

interface Item {
  readonly status: GoalStatus;
  readonly words: string;
  readonly x: number;
  readonly y: number;
}

/** What each sign means, in as many lines as the width takes. */
export function legendPicture(width: number, palette: Palette): SVGSVGElement {
  const items = arranged(width);
  const height = ((items.at(-1)?.y ?? 0) + lineHeight / 2) | 0;
  const marks: Markish[] = items.flatMap(item => [
    statusSigns([item], item.status, 5, palette, { x: 'x', y: 'y' }),
    text([item], { x: 'x', y: 'y', text: 'words', dx: 12, textAnchor: 'start' }),
  ]);
  const svg = plainSvg({
    width,
    height,
    margin: 0,
    x: { type: 'identity', axis: null },
    y: { type: 'identity', axis: null },
    style: { color: palette.ink, fontSize: '12px' },
    marks,
  });
  svg.setAttribute('role', 'img');
  svg.setAttribute(
    'aria-label',
    `${render(message('progress.legend'))}: ${items.map(({ words }) => words).join(', ')}`,
  );
  return svg;
}

function arranged(width: number): readonly Item[] {
  const items: Item[] = [];
  let x = 14;
  let y = lineHeight / 2;
  for (const status of signedStatuses) {
    const words = render(message(`goal-status.${status}`));
    const taken = 36 + words.length * letterWidth;
    if (x > 14 && x + taken > width) {
      x = 14;
      y += lineHeight;
    }
    items.push({ status, words, x, y });
    x += taken;
  }
  return items;
}
