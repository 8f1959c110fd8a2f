import type { CaseMention, CaseNote, MentionContent } from './caseNote';
import { isSameData } from './sameData';

/** Whether two versions of a note say the same, wherever in the text it stands. What comments silence is not said. */
export function saysTheSame(a: CaseNote, b: CaseNote): boolean {
  return isSameData(saidIn(a), saidIn(b));
}

function saidIn({ places, switches, mentions, untracked, ...said }: CaseNote): object {
  const saidOf = (each: CaseMention): MentionContent => each.said;
  return { ...said, mentions: mentions.map(saidOf), untracked: untracked.map(saidOf) };
}
