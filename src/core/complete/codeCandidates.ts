import { type CodeTerm, codebookOf } from '../protocol/codebook';
import type { CompiledProtocol } from '../protocol/compiledProtocol';
import type { Turn } from '../transcript/transcript';

/**
 * All techniques and codes, those that fit a turn best first: what applies to its speaker before what does not, and
 * then the techniques of its stage, those of the other stages, the codes.
 */
export function codesFor(protocol: CompiledProtocol, turn: Turn | undefined): readonly CodeTerm[] {
  const rank = ({ term, stage }: CodeTerm): number => {
    const isForeign = turn?.role !== undefined && term.roles.length > 0 && !term.roles.includes(turn.role);
    const kind = stage === undefined ? 2 : stage.id === turn?.stage ? 0 : 1;
    return (isForeign ? 3 : 0) + kind;
  };
  return [...codebookOf(protocol).terms].sort((a, b) => rank(a) - rank(b));
}
