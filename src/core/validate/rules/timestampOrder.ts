import { message } from '../../message';
import type { Turn } from '../../transcript/transcript';
import type { Finding, Rule } from '../rule';
import { shiftedFinding } from '../turnFindings';

/** A turn that begins before the one above it did, or ends before it begins. */
export const timestampOrder: Rule = {
  id: 'timestamp-order',
  isShared: true,
  check(context) {
    if (context.turns === undefined) return [];
    const findings: Finding[] = [];
    let before: number | undefined;
    for (const { chunk, start } of context.turns.placed()) {
      const { first, last, inside } = timesIn(chunk.turns);
      if (first?.start !== undefined && before !== undefined && first.start < before) {
        findings.push(shiftedFinding(goesBack(first), start));
      }
      for (const finding of inside) findings.push(shiftedFinding(finding, start));
      before = last ?? before;
    }
    return findings;
  },
};

/** The times of a piece of a transcript. */
interface Times {
  /** The first turn with a time. */
  readonly first: Turn | undefined;
  /** The time of the last turn with one. */
  readonly last: number | undefined;
  readonly inside: readonly Finding[];
}

/** The times of each piece, for as long as it stays what it is. */
const known = new WeakMap<readonly Turn[], Times>();

/** Looks at the times of a piece ahead of time. */
export function checkTimes(turns: readonly Turn[]): void {
  timesIn(turns);
}

function timesIn(turns: readonly Turn[]): Times {
  const times = known.get(turns) ?? readTimes(turns);
  known.set(turns, times);
  return times;
}

function readTimes(turns: readonly Turn[]): Times {
  const timed = turns.filter(({ start }) => start !== undefined);
  const inside: Finding[] = [];
  let before = 0;
  for (const turn of timed) {
    const { start = 0, end, head } = turn;
    if (start < before) inside.push(goesBack(turn));
    if (end !== undefined && end < start) {
      inside.push({ message: message('problem.timestamp-order.end'), range: head });
    }
    before = start;
  }
  return { first: timed[0], last: timed.at(-1)?.start, inside };
}

function goesBack({ head }: Turn): Finding {
  return { message: message('problem.timestamp-order'), range: head };
}
