import { type GoalStatus, goalStatuses } from './goalMention';

const markers: Readonly<Record<GoalStatus, string>> = {
  open: ' ',
  'in-progress': '/',
  achieved: 'x',
  dropped: '-',
  'on-hold': 'h',
};

/** The code point that says of a goal that it stands as it stood: it was carried over and is not settled yet. */
export const carriedMarker = '>';

const statuses: ReadonlyMap<string, GoalStatus> = new Map([
  ...goalStatuses.map(status => [markers[status], status] as const),
  ['X', 'achieved'] as const,
]);

/** Signs that people write for a marker, and the marker that they mean by them. */
const lookalikes: ReadonlyMap<string, string> = new Map([
  ...['✓', '✔', '√', '☑', '✅', '🗹', '\uf0fe', 'v', 'V'].map(sign => [sign, markers.achieved] as const),
  ...['–', '—', '−', '‐', '‑'].map(sign => [sign, markers.dropped] as const),
  ...['→', '➔', '➜', '›', '»'].map(sign => [sign, carriedMarker] as const),
]);

const LETTER_OR_DIGIT = /^[\p{L}\p{N}]/u;

/** What the code point in the box of a task says by itself; undefined for {@link carriedMarker} and for one that means nothing. */
export function statusOfMarker(marker: string): GoalStatus | undefined {
  return statuses.get(marker);
}

/** The code point that says `status`. */
export function markerOfStatus(status: GoalStatus): string {
  return markers[status];
}

/** Whether a code point in a box means something. */
export function isMarker(marker: string): boolean {
  return marker === carriedMarker || statuses.has(marker);
}

/** The marker that is meant by a sign which is none, where that can be told. */
export function meantMarker(sign: string): string | undefined {
  return lookalikes.get(sign);
}

/** Whether a code point in a box ticks it, be it one that is none of the markers. */
export function isTick(sign: string): boolean {
  return statusOfMarker(meantMarker(sign) ?? sign) === 'achieved';
}

/** Whether an item that begins with this code point in brackets is a task item: `[a] …` is text. */
export function isTaskMarker(sign: string): boolean {
  return isMarker(sign) || lookalikes.has(sign) || !LETTER_OR_DIGIT.test(sign);
}

/** Whether brackets with this code point can be nothing but a task box, whatever stands around them. */
export function isPlainMarker(sign: string): boolean {
  return sign !== markers['on-hold'] && (isMarker(sign) || lookalikes.has(sign));
}
