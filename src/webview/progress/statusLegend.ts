import { text } from '@observablehq/plot';
import { message } from '../../core/message';
import { render } from '../../l10n/catalogue';
import { type LegendPlace, legendPicture } from '../picture/legendPicture';
import type { Palette } from '../picture/palette';
import { columnSigns } from './sessionsPicture';
import { dueSigns, signedStatuses, statusSigns } from './signs';

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
  const due = {
    words: render(message('progress.due-date')),
    sign: (place: LegendPlace) => dueSigns([place], 5, palette, { x: 'x', y: 'y' }),
  };
  const columns = (['missed', 'contact'] as const).map(kind => ({
    words: render(message(`progress.column-${kind}`)),
    sign: (place: LegendPlace) =>
      text([place], { x: 'x', y: 'y', text: () => columnSigns[kind], fill: palette.faint }),
  }));
  const all = [...entries, carried, due, ...columns];
  return legendPicture(render(message('progress.legend')), all, width, palette);
}
