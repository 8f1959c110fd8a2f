/** A line end, else another blank, behind which a text may be cut. */
const LINE_END = /[\r\n]/;
const BLANK = /\s/;

/**
 * A text in pieces of at most `length` UTF-16 code units (2 or more), cut behind the last line end of each, else behind
 * its last blank, else between two characters. Together they are the text.
 */
export function* piecesOf(text: string, length: number): Generator<string, void, undefined> {
  let start = 0;
  while (text.length - start > length) {
    const end = cutBefore(text, start, start + length);
    yield text.slice(start, end);
    start = end;
  }
  if (start < text.length) yield text.slice(start);
}

function cutBefore(text: string, start: number, end: number): number {
  return (
    lastBehind(text, start, end, LINE_END) ??
    lastBehind(text, start, end, BLANK) ??
    betweenCharacters(text, end)
  );
}

/** Where the last character of a kind ends, past the first half, so that pieces do not get too short. */
function lastBehind(text: string, start: number, end: number, kind: RegExp): number | undefined {
  for (let at = end; at > start + (end - start) / 2; at--) if (kind.test(text.charAt(at - 1))) return at;
  return undefined;
}

function betweenCharacters(text: string, end: number): number {
  return /[\ud800-\udbff]/.test(text.charAt(end - 1)) ? end - 1 : end;
}
