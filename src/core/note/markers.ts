import { type GoalStatus, goalStatuses } from './goalMention';

const markers: Readonly<Record<GoalStatus, string>> = {
  open: ' ',
  'in-progress': '/',
  achieved: 'x',
  dropped: '-',
  'on-hold': 'h',
  'carried-over': '>',
};

const statuses: ReadonlyMap<string, GoalStatus> = new Map([
  ...goalStatuses.map(status => [markers[status], status] as const),
  ['X', 'achieved'] as const,
]);

const LETTER_OR_DIGIT = /^[\p{L}\p{N}]/u;

/** What the code point between the brackets of a task item says; undefined for one that means nothing. */
export function statusOfMarker(marker: string): GoalStatus | undefined {
  return statuses.get(marker);
}

/** The code point that says `status`. */
export function markerOfStatus(status: GoalStatus): string {
  return markers[status];
}

/** Whether an item that begins with this code point in brackets is a task item: `[a] …` is text. */
export function isTaskMarker(marker: string): boolean {
  return statuses.has(marker) || !LETTER_OR_DIGIT.test(marker);
}
