import { message } from '../../message';
import type { TextRange } from '../../text/textRange';
import type { Finding, Rule } from '../rule';

/** A turn that begins before the one above it did, or ends before it begins. */
export const timestampOrder: Rule = {
  id: 'timestamp-order',
  isShared: true,
  check({ turns }) {
    if (turns === undefined) return [];
    const findings: Finding[] = [];
    let before = 0;
    for (const { chunk, start: offset } of turns.placed()) {
      for (const { start, end, head } of chunk.turns) {
        if (start === undefined) continue;
        const range = (): TextRange => ({ start: head.start + offset, end: head.end + offset });
        if (start < before) findings.push({ message: message('problem.timestamp-order'), range: range() });
        if (end !== undefined && end < start) {
          findings.push({ message: message('problem.timestamp-order.end'), range: range() });
        }
        before = start;
      }
    }
    return findings;
  },
};
