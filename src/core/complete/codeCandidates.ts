import type { Note } from '../note/note';
import { readingsOf } from '../note/readings';
import type { CodeTerm } from '../protocol/codebook';
import type { Turn } from '../transcript/transcript';
import { stageIdAt } from '../transcript/turnChunks';

/** What a turn may be coded with, and how well that fits it: the less, the better. */
interface Candidate {
  readonly code: CodeTerm;
  readonly rank: number;
}

/**
 * All techniques and codes of the protocols of a note, each id once, those that fit a turn best first: what applies to
 * its speaker before what does not, and then the techniques of its stage, those of the other stages, the codes.
 */
export function codesFor(note: Note, turn: Turn | undefined): readonly CodeTerm[] {
  const candidates = new Map<string, Candidate>();
  for (const reading of readingsOf(note)) {
    const { protocol } = reading;
    const stage = turn && stageIdAt(reading, turn.range.start);
    for (const code of protocol?.codebook.terms ?? []) {
      const { id } = code.term;
      if (!candidates.has(id)) candidates.set(id, { code, rank: rankOf(code, turn, stage) });
    }
  }
  return [...candidates.values()].sort((a, b) => a.rank - b.rank).map(({ code }) => code);
}

function rankOf({ term, stage }: CodeTerm, turn: Turn | undefined, current: string | undefined): number {
  const isForeign = turn?.role !== undefined && term.roles.length > 0 && !term.roles.includes(turn.role);
  const kind = stage === undefined ? 2 : stage.id === current ? 0 : 1;
  return (isForeign ? 3 : 0) + kind;
}
