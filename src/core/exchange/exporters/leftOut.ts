import type { MarkupFault, Transcript } from '../../transcript/transcript';

/** These keep their words: what is said in their turns, or what a memo says, is exported. */
const kept: ReadonlySet<MarkupFault['kind']> = new Set([
  'uncoded-memo',
  'nearly-time',
  'late-time',
  'nearly-speaker',
  'inner-head',
]);

/** How much a transcript holds that no export has: marks and codes that are not read, and words in no turn. */
export function leftOutOf({ turns, outside }: Pick<Transcript, 'turns' | 'outside'>): number {
  const lost = turns.reduce(
    (sum, { faults }) => sum + faults.filter(({ kind }) => !kept.has(kind)).length,
    0,
  );
  return lost + outside;
}
