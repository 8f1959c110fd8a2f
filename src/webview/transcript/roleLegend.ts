import { dot, text } from '@observablehq/plot';
import { message } from '../../core/message';
import type { SpeakingRole } from '../../core/progress/transcriptProfile';
import { render } from '../../l10n/catalogue';
import type { Palette } from '../progress/palette';
import { plainSvg } from '../progress/plotPicture';
import { roleColour } from './stripPicture';
import { roleName } from './words';

const height = 22;
/** The width of a letter on average, in pixels, in the 12 px font; a little generous. */
const letterWidth = 7;

/** Which colour of the talk is whose. */
export function roleLegend(roles: readonly SpeakingRole[], width: number, palette: Palette): SVGSVGElement {
  let x = 14;
  const items = roles.map((role, at) => {
    const item = { at, x, words: roleName(role) };
    x += 36 + item.words.length * letterWidth;
    return item;
  });
  const svg = plainSvg({
    width,
    height,
    margin: 0,
    x: { type: 'identity', axis: null },
    y: { type: 'identity', axis: null },
    style: { color: palette.ink, fontSize: '12px' },
    marks: [
      dot(items, {
        x: 'x',
        y: () => height / 2,
        r: 5,
        symbol: 'square',
        fill: ({ at }: (typeof items)[number]) => roleColour(at, palette),
      }),
      text(items, { x: 'x', y: () => height / 2, text: 'words', dx: 12, textAnchor: 'start' }),
    ],
  });
  svg.setAttribute('role', 'img');
  const names = items.map(({ words }) => words).join(', ');
  svg.setAttribute('aria-label', `${render(message('picture.talk'))}: ${names}`);
  return svg;
}
