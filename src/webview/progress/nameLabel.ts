import { type Markish, type TextOptions, text } from '@observablehq/plot';
import { type Frame, textWidth } from '../picture/frame';
import { nameClass } from '../picture/stickyNames';

/** Words beside the columns of a picture, `dx` and `dy` pixels from its top left, cut off where the columns begin. */
export function nameLabel(
  words: string,
  dx: number,
  dy: number,
  frame: Frame,
  style: TextOptions = {},
): Markish {
  return text([words], {
    className: nameClass,
    text: (each: string) => each,
    frameAnchor: 'top-left',
    textAnchor: 'start',
    lineAnchor: 'middle',
    dx,
    dy,
    lineWidth: textWidth(frame.labels - 64),
    textOverflow: 'ellipsis',
    ...style,
  });
}
