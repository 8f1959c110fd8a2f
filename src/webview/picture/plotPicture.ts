import { type Markish, type PlotOptions, plot } from '@observablehq/plot';
import type { Frame } from './frame';
import type { Palette } from './palette';
import { gatherNames, nameClass } from './stickyNames';

/** The class of every picture, in the page's style sheet and in saved files. */
const pictureClass = 'picture';

/**
 * A plot over the sessions as SVG: columns of one width, counted from 0, to the right of the names of rows. It has no
 * style element, which the page's content security policy would refuse: the page's style sheet has its rules.
 */
export function plotPicture(
  frame: Frame,
  height: number,
  palette: Palette,
  options: PlotOptions & { readonly marks: Markish[] },
): SVGSVGElement {
  const svg = plainSvg({
    width: frame.width,
    height,
    marginLeft: frame.labels,
    marginRight: frame.width - frame.labels - frame.column * frame.columns,
    x: { type: 'linear', domain: [-0.5, frame.columns - 0.5], axis: null },
    ...options,
    style: { color: palette.ink, fontSize: '12px' },
  });
  gatherNames(svg, frame.labels - 1, palette.surface);
  return svg;
}

/** A plot as SVG alone, whatever it shows. */
export function plainSvg(options: PlotOptions): SVGSVGElement {
  const drawn = plot({ className: pictureClass, ...options });
  if (!(drawn instanceof SVGSVGElement)) throw new TypeError('A picture is one SVG element.');
  for (const style of drawn.querySelectorAll('style')) style.remove();
  for (const axis of drawn.querySelectorAll('[aria-label^="y-axis"]')) axis.classList.add(nameClass);
  // Plot names the kinds of marks, which says nothing of what they show and which groups may not have.
  for (const group of drawn.querySelectorAll('g[aria-label]')) group.removeAttribute('aria-label');
  return drawn;
}
