import type { CaseMention, CaseNote } from './caseNote';
import { isSameData } from './sameData';

/** Whether two versions of a note say the same, wherever in the text it stands. What comments silence is not said. */
export function saysTheSame(a: CaseNote, b: CaseNote): boolean {
  return isSameData(saidIn(a), saidIn(b));
}

function saidIn({ places, switches, mentions, untracked, ...said }: CaseNote): object {
  return { ...said, mentions: mentions.map(saidOf), untracked: untracked.map(saidOf) };
}

function saidOf(mention: CaseMention): object {
  const { line, range, markerRange, idRange, place, wordsEnd, replacesPlace, blockStart, ...said } = mention;
  return said;
}
