import { type MessageKey, message } from '../../message';
import type { TextRange } from '../../text/textRange';
import type { MarkupFault, Turn } from '../../transcript/transcript';
import type { Fix } from '../problem';
import type { Finding, Rule } from '../rule';
import { turnFindings } from '../turnFindings';

/** A mark of a coded passage that has no counterpart in its paragraph, or codes that stand behind no passage. */
export const unclosedSpan: Rule = {
  id: 'unclosed-span',
  isShared: true,
  check: context => turnFindings(checkMarks, context),
};

const messages: Partial<Readonly<Record<MarkupFault['kind'], MessageKey>>> = {
  unclosed: 'problem.unclosed-span',
  unopened: 'problem.unclosed-span.unopened',
  'no-passage': 'problem.unclosed-span.no-passage',
  'loose-memo': 'problem.unclosed-span.loose-memo',
  'uncoded-memo': 'problem.unclosed-span.uncoded-memo',
  'empty-passage': 'problem.unclosed-span.empty-passage',
};

/** A memo of its own is no mistake; that it goes with no code is worth knowing. */
const memos: ReadonlySet<MarkupFault['kind']> = new Set(['loose-memo', 'uncoded-memo']);

/** What this rule finds in one turn. */
export function checkMarks({ faults }: Turn, text: string): readonly Finding[] {
  return faults.flatMap(({ kind, range }): readonly Finding[] => {
    const key = messages[kind];
    if (key === undefined) return [];
    if (memos.has(kind)) return [{ message: message(key), range, maxSeverity: 'info' }];
    if (kind === 'empty-passage') return [{ message: message(key), range, fixes: () => [removal(range)] }];
    const mark = text.slice(range.start, range.end);
    const literally = {
      title: message('fix.take-literally', { mark }),
      safety: 'suggestion' as const,
      edits: [{ range: { start: range.start, end: range.start }, newText: '\\' }],
    };
    const fixes = kind === 'no-passage' ? [] : [literally];
    return [{ message: message(key, kind === 'no-passage' ? {} : { mark }), range, fixes: () => fixes }];
  });
}

function removal(range: TextRange): Fix {
  return {
    title: message('fix.remove-empty-passage'),
    safety: 'suggestion',
    edits: [{ range, newText: '' }],
  };
}
