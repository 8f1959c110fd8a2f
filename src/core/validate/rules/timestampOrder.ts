import { message } from '../../message';
import type { Turn } from '../../transcript/transcript';
import type { TurnChunk } from '../../transcript/turnChunk';
import { replacement } from '../replacement';
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
      const { first, last, inside } = chunk.derived(Times);
      if (first?.start !== undefined && before !== undefined && first.start < before) {
        findings.push(shiftedFinding(goesBack(first), start));
      }
      for (const finding of inside) findings.push(shiftedFinding(finding, start));
      before = last ?? before;
    }
    return findings;
  },
};

/** The times of a piece of a transcript, which holds them. */
class Times {
  /** The first turn with a time. */
  readonly first: Turn | undefined;
  /** The time of the last turn with one. */
  readonly last: number | undefined;
  readonly inside: readonly Finding[];

  constructor(turns: readonly Turn[]) {
    const timed = turns.filter(({ start }) => start !== undefined);
    this.first = timed[0];
    this.last = timed.at(-1)?.start;
    this.inside = [...unreadTimes(turns), ...lateTimes(turns), ...wrongTimes(timed)];
  }
}

/** Looks at the times of a piece ahead of time. */
export function checkTimes(chunk: TurnChunk): void {
  chunk.derived(Times);
}

/** A time that is nearly one, so that its turn has none; mended by the time that its numbers come to. */
function unreadTimes(turns: readonly Turn[]): readonly Finding[] {
  return turns.flatMap(({ faults }) =>
    faults
      .filter(({ kind }) => kind === 'nearly-time')
      .map(({ range, meant }) => ({
        message: message('problem.timestamp-order.unread'),
        range,
        fixes: () => (meant === undefined ? [] : [replacement(range, meant, 'suggestion')]),
      })),
  );
}

/** A time behind the name, which is read as words: people say no times in square brackets, but files may mark them so. */
function lateTimes(turns: readonly Turn[]): readonly Finding[] {
  return turns.flatMap(({ faults }) =>
    faults
      .filter(({ kind }) => kind === 'late-time')
      .map(({ range, meant = '' }) => ({
        message: message('problem.timestamp-order.behind'),
        range,
        maxSeverity: 'info' as const,
        fixes: () => [replacement(range, meant, 'suggestion')],
      })),
  );
}

function wrongTimes(timed: readonly Turn[]): readonly Finding[] {
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
  return inside;
}

function goesBack({ head }: Turn): Finding {
  return { message: message('problem.timestamp-order'), range: head };
}
