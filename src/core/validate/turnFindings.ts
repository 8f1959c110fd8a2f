import type { TextRange } from '../text/textRange';
import type { Turn } from '../transcript/transcript';
import type { TurnChunk } from '../transcript/turnChunk';
import type { Finding, RuleContext } from './rule';

/** What a rule finds in one turn; the ranges of turn and findings are those of `text`, a piece of the transcript. */
export type TurnCheck = (turn: Turn, text: string, context: TurnContext) => readonly Finding[];

/** What a check of turns may look at. */
export type TurnContext = Pick<RuleContext, 'note' | 'turns'>;

/** What was found in a piece of a transcript, which holds it. */
class FoundInTurns {
  readonly byCheck = new Map<TurnCheck, readonly Finding[]>();
}

/**
 * What a check finds in the turns of a transcript, each piece looked at once. A check may depend on the turn, the
 * protocol and the declared speakers, on nothing else of the note.
 */
export function turnFindings(check: TurnCheck, context: TurnContext): readonly Finding[] {
  if (context.turns === undefined) return [];
  const findings: Finding[] = [];
  for (const { chunk, start } of context.turns.placed()) {
    for (const finding of findingsIn(chunk, check, context)) findings.push(shiftedFinding(finding, start));
  }
  return findings;
}

/** What a check finds in a piece, as ranges of the piece. */
export function findingsIn(chunk: TurnChunk, check: TurnCheck, context: TurnContext): readonly Finding[] {
  const { turns, text } = chunk;
  const { byCheck } = chunk.derived(FoundInTurns);
  const known = byCheck.get(check) ?? turns.flatMap(turn => check(turn, text, context));
  byCheck.set(check, known);
  return known;
}

/** A finding whose ranges are moved by so many code units. */
export function shiftedFinding(finding: Finding, by: number): Finding {
  const { range, fixes } = finding;
  const move = ({ start, end }: TextRange): TextRange => ({ start: start + by, end: end + by });
  return {
    ...finding,
    range: move(range),
    ...(fixes !== undefined && {
      fixes: () =>
        fixes().map(fix => ({
          ...fix,
          edits: fix.edits.map(edit => ({ ...edit, range: move(edit.range) })),
        })),
    }),
  };
}
