import type { GoalStatus } from '../../core/note/goalMention';

/** The colours of a picture, as CSS colours. */
export interface Palette {
  readonly ink: string;
  readonly faint: string;
  readonly surface: string;
  readonly stage: string;
  readonly status: Readonly<Record<GoalStatus, string>>;
  /** For lines of several goals, one after the other. */
  readonly series: readonly string[];
  /** A colour that is given (`#rrggbb`), or that the theme has by a name of VS Code (`charts.blue`). */
  readonly named: (name: string) => string;
}

const seriesLength = 6;

/** The colours of the theme, whichever it is: a change of the theme changes a picture that is shown. */
export const themePalette: Palette = paletteFrom(name => `var(${name})`);

/** The colours that the theme has now, for a picture that leaves the window. */
export function currentPalette(): Palette {
  const style = getComputedStyle(document.documentElement);
  return paletteFrom(name => style.getPropertyValue(name).trim());
}

/** The names are those of the page's style sheet. */
function paletteFrom(colour: (name: string) => string): Palette {
  return {
    ink: colour('--ink'),
    faint: colour('--faint'),
    surface: colour('--surface'),
    stage: colour('--stage'),
    status: {
      open: colour('--status-open'),
      'in-progress': colour('--status-in-progress'),
      'on-hold': colour('--status-on-hold'),
      achieved: colour('--status-achieved'),
      dropped: colour('--status-dropped'),
    },
    series: Array.from({ length: seriesLength }, (_, at) => colour(`--series-${at + 1}`)),
    named: name => (name.startsWith('#') ? name : colour(`--vscode-${name.replace('.', '-')}`)),
  };
}
