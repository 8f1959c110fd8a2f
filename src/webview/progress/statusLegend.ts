import { message } from '../../core/message';
import { render } from '../../l10n/catalogue';
import { type LegendPlace, legendPicture } from '../picture/legendPicture';
import type { Palette } from '../picture/palette';
import { signedStatuses, statusSigns } from './signs';

/** What the sign of each status means. */
export function statusLegend(width: number, palette: Palette): SVGSVGElement {
  const entries = signedStatuses.map(status => ({
    words: render(message(`goal-status.${status}`)),
    sign: (place: LegendPlace) => statusSigns([place], status, 5, palette, { x: 'x', y: 'y' }),
  }));
  const carried = {
    words: render(message('goal-status.carried-over')),
    sign: (place: LegendPlace) => statusSigns([place], 'in-progress', 5, palette, { x: 'x', y: 'y' }, true),
  };
  return legendPicture(render(message('progress.legend')), [...entries, carried], width, palette);
}
