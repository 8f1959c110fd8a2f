import { type DotOptions, dot, type Markish, type SymbolType } from '@observablehq/plot';
import { type GoalStatus, goalStatuses } from '../../core/note/goalMention';
import type { Palette } from '../picture/palette';

/** The sign of a status: a shape of its own, so that no status is told by colour alone. */
interface Sign {
  readonly symbol: SymbolType;
  readonly filled: boolean;
}

const signs: Readonly<Record<GoalStatus, Sign>> = {
  open: { symbol: 'circle', filled: false },
  'in-progress': { symbol: 'circle', filled: true },
  'on-hold': { symbol: 'square', filled: false },
  achieved: { symbol: 'star', filled: true },
  dropped: { symbol: 'times', filled: false },
};

/** Draws the sign of a due date at each of `data`; `radius` is in pixels. */
export function dueSigns<Datum>(
  data: readonly Datum[],
  radius: number,
  palette: Palette,
  place: Pick<DotOptions, 'x' | 'y'>,
): Markish {
  const size = { r: radius * 0.8, strokeWidth: 1.5 };
  return dot([...data], {
    ...place,
    ...size,
    symbol: 'diamond2',
    fill: palette.surface,
    stroke: palette.ink,
  });
}

/** The statuses that have signs, in the order in which the signs are explained. */
export const signedStatuses = goalStatuses;

/**
 * Draws the sign of a status at each of `data`; `radius` is in pixels. What was carried over as it stood is told by a
 * hollow, smaller sign.
 */
export function statusSigns<Datum>(
  data: readonly Datum[],
  status: GoalStatus,
  radius: number,
  palette: Palette,
  place: Pick<DotOptions, 'x' | 'y'>,
  isCarried = false,
): Markish {
  const { symbol, filled } = signs[status];
  const colour = palette.status[status];
  return dot([...data], {
    ...place,
    symbol,
    // Of equal area, a star stands out.
    r: (symbol === 'star' ? radius * 0.85 : radius) * (isCarried ? 0.6 : 1),
    fill: filled && !isCarried ? colour : palette.surface,
    stroke: colour,
    strokeWidth: 1.75,
  });
}
