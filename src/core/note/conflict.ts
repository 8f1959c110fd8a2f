import type { TextRange } from '../text/textRange';

const LINE_END = /[\r\n]/;
const MARKER = /<{7}|={7}|>{7}/;

/** Whether a text has what may be a line of a merge conflict. */
export function hasConflictMarker(text: string): boolean {
  return MARKER.test(text);
}

/** The first unresolved merge conflict of a text, wherever it stands: `<<<<<<<`, `=======` and `>>>>>>>` lines. */
export function findConflict(text: string): TextRange | undefined {
  const ours = markerLine(text, '<<<<<<<', 0, true);
  if (ours === undefined) return undefined;
  const middle = markerLine(text, '=======', ours, false);
  if (middle === undefined) return undefined;
  const theirs = markerLine(text, '>>>>>>>', middle, true);
  return theirs === undefined ? undefined : { start: ours, end: lineEnd(text, theirs) };
}

/** The start of the first line from `from` on that is `marker`, alone or, if `labelled`, before a blank. */
function markerLine(text: string, marker: string, from: number, labelled: boolean): number | undefined {
  let at = text.indexOf(marker, from);
  while (at >= 0) {
    const next = text.charAt(at + marker.length);
    const ends = next === '' || LINE_END.test(next) || (labelled && next === ' ');
    if (ends && startsLine(text, at)) return at;
    at = text.indexOf(marker, at + marker.length);
  }
  return undefined;
}

function startsLine(text: string, at: number): boolean {
  return at === 0 || /[\r\n\ufeff]/.test(text.charAt(at - 1));
}

function lineEnd(text: string, from: number): number {
  const length = text.slice(from).search(LINE_END);
  return length < 0 ? text.length : from + length;
}
