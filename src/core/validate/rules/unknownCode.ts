import { quoting } from '../../message';
import { codebooksOf, termIn } from '../../transcript/noteCodebooks';
import type { Turn } from '../../transcript/transcript';
import { replacement } from '../replacement';
import type { Finding, Rule } from '../rule';
import { type TurnContext, turnFindings } from '../turnFindings';

/** A code of a turn or passage that is neither a technique nor a code of the protocol. */
export const unknownCode: Rule = {
  id: 'unknown-code',
  isShared: true,
  check: context => turnFindings(checkCodes, context),
};

/** What this rule finds in one turn. */
export function checkCodes({ codes, spans }: Turn, _text: string, { note }: TurnContext): readonly Finding[] {
  const codebooks = codebooksOf(note);
  if (codebooks.length === 0) return [];
  const applied = [...spans.flatMap(span => span.codes), ...codes];
  return applied.flatMap(({ code, range }) => {
    if (termIn(codebooks, code) !== undefined) return [];
    const [nearest] = codebooks.flatMap(codebook => codebook.nearest(code) ?? []);
    const id = { start: range.start + 1, end: range.end };
    const fixes = nearest === undefined ? [] : [replacement(id, nearest, 'safe')];
    return [{ message: quoting('problem.unknown-code', { code }), range, fixes }];
  });
}
