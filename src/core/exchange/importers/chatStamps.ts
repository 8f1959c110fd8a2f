import { message } from '../../message';
import { stampsBelow } from './chatStampsBelow';
import type { Claim } from './importedTranscript';
import type { PlainLine } from './plainLine';
import type { ReadLine } from './plainLines';
import { tidyName } from './speakerLabel';
import { isDay, isNicked, isStamp, ofNicked, type Stamped, stampedLine } from './stampedLine';

/**
 * The lines of what a chat program exports: each message has the day and the time of day and who sent it, and goes on
 * until the next one, whatever stands in it. These are no times of a recording, and are told. A message of nobody is the
 * program's own. Other lines are as they were.
 */
export function withoutStamps(lines: readonly ReadLine[]): readonly ReadLine[] {
  const hasDays = lines.some(({ text }) => isDay(text));
  const areNicked = lines.filter(({ text }) => isNicked(text)).length > 1;
  const stamped = [
    ...(stampsBelow(lines, isStamp) ??
      lines.map((line, at) => {
        const own = areNicked ? ofNicked(line.text) : undefined;
        const mayBeStamped = /\d[.:]\d/.test(line.text) || (hasDays && isDay(line.text));
        return own ?? (mayBeStamped ? stampedLine(lines, at, hasDays) : undefined);
      })),
  ];
  // A name alone is above a time of day.
  for (const [at, own] of stamped.entries())
    if (own?.isBelow === true && at > 0) stamped[at - 1] = nameAlone(lines[at - 1]?.text ?? '');
  const all = stamped.filter(each => each !== undefined);
  const sent = all.filter(({ name }) => name !== undefined).length;
  if (sent < 2 || sent * 2 < all.length) return lines;
  const first = stamped.findIndex(each => each !== undefined);
  return lines.map((line, at) => {
    const own = stamped[at];
    if (own !== undefined) return messageLine(line, own);
    return at < first || line.read === undefined ? line : { ...line, read: words(line.text) };
  });
}

function nameAlone(line: string): Stamped {
  return { stamp: '', rest: line, isBehind: true, name: tidyName(line), words: '' };
}

function messageLine(line: ReadLine, { stamp, rest, isBehind, name, words: said }: Stamped): ReadLine {
  const { piece } = line;
  const at = isBehind ? line.at : line.at + line.text.length - rest.length;
  const when: Claim = { piece, text: stamp, as: message('import.left.stamps'), isLast: isBehind };
  const claims = [...line.claims, when];
  if (name === undefined) {
    const own: Claim = { piece, text: rest, as: message('import.left.of-program') };
    return { ...line, text: '', at, read: undefined, claims: [...claims, own] };
  }
  const read = { ...words(rest), name, place: 'other sign', words: said } as const;
  return { ...line, text: rest, at, read, claims, isStamped: true };
}

/** A line that is nothing but words. */
function words(line: string): PlainLine {
  return {
    start: undefined,
    end: undefined,
    name: undefined,
    place: undefined,
    words: line,
    unnamed: line,
    isTimed: false,
    isTimeAlone: false,
    nearlyTime: undefined,
  };
}
