import type { Palette } from './palette';

const svgNamespace = 'http://www.w3.org/2000/svg';
/** The width of saved pictures, in pixels. */
export const roomAcross = 1100;
const margin = 16;
const gap = 12;
const titleHeight = 28;

/** Pictures below each other under a title, as an SVG file of this width and a margin. */
export function svgFile(
  heading: string,
  parts: readonly SVGSVGElement[],
  width: number,
  palette: Palette,
): string {
  const whole = document.createElementNS(svgNamespace, 'svg');
  let top = margin + titleHeight;
  for (const part of parts) {
    part.setAttribute('x', String(margin));
    part.setAttribute('y', String(top));
    top += Number(part.getAttribute('height')) + gap;
  }
  whole.append(surface(palette), title(heading, palette), ...parts);
  const size = { width: width + 2 * margin, height: top };
  whole.setAttribute('width', String(size.width));
  whole.setAttribute('height', String(size.height));
  whole.setAttribute('viewBox', `0 0 ${size.width} ${size.height}`);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(whole)}\n`;
}

function surface({ surface: fill }: Palette): SVGRectElement {
  const rect = document.createElementNS(svgNamespace, 'rect');
  rect.setAttribute('width', '100%');
  rect.setAttribute('height', '100%');
  rect.setAttribute('fill', fill);
  return rect;
}

function title(words: string, { ink }: Palette): SVGTextElement {
  const text = document.createElementNS(svgNamespace, 'text');
  const attributes = { x: margin + 8, y: margin + 14, fill: ink, 'font-family': 'system-ui, sans-serif' };
  for (const [name, value] of Object.entries(attributes)) text.setAttribute(name, String(value));
  text.setAttribute('font-size', '16');
  text.setAttribute('font-weight', 'bold');
  text.append(words);
  return text;
}
