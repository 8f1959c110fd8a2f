import { decode, encode, toRGBA8 } from 'upng-js';
import type { Shot } from './scene';

/** So many colors are enough for the window of an editor, and keep files small. */
const colors = 64;

/** Makes one PNG of pictures of one size: one that moves where there are several. */
export function pngOf(shots: readonly Shot[]): Buffer {
  const images = shots.map(({ png }) => decode(new Uint8Array(png).buffer));
  const [first] = images;
  if (first === undefined) throw new Error('There is no picture.');
  const pixels = images.flatMap(image => toRGBA8(image));
  const delays = shots.length > 1 ? shots.map(({ ms }) => ms) : undefined;
  return Buffer.from(encode(pixels, first.width, first.height, colors, delays));
}
