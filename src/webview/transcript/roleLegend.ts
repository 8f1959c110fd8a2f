import { dot } from '@observablehq/plot';
import { message } from '../../core/message';
import type { SpeakingRole } from '../../core/progress/transcriptProfile';
import { render } from '../../l10n/catalogue';
import { type LegendPlace, legendPicture } from '../picture/legendPicture';
import type { Palette } from '../picture/palette';
import { roleColour } from './stripPicture';
import { roleName } from './texts';

/** Which colour of the talk is whose. */
export function roleLegend(roles: readonly SpeakingRole[], width: number, palette: Palette): SVGSVGElement {
  const entries = roles.map((role, at) => ({
    words: roleName(role),
    sign: (place: LegendPlace) =>
      dot([place], { x: 'x', y: 'y', r: 5, symbol: 'square', fill: roleColour(at, palette) }),
  }));
  return legendPicture(render(message('picture.talk')), entries, width, palette);
}
