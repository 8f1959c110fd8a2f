import { type MessageKey, message } from '../../message';
import type { MarkupFault, Turn } from '../../transcript/transcript';
import type { Finding, Rule } from '../rule';
import { turnFindings } from '../turnFindings';

/** A mark of a coded passage that has no counterpart in its paragraph, or codes that stand behind no passage. */
export const unclosedSpan: Rule = {
  id: 'unclosed-span',
  isShared: true,
  check: context => turnFindings(checkMarks, context),
};

const messages: Readonly<Record<MarkupFault['kind'], MessageKey>> = {
  unclosed: 'problem.unclosed-span',
  unopened: 'problem.unclosed-span.unopened',
  'no-passage': 'problem.unclosed-span.no-passage',
};

/** What this rule finds in one turn. */
export function checkMarks({ faults }: Turn, text: string): readonly Finding[] {
  return faults.map(({ kind, range }) => {
    const mark = text.slice(range.start, range.end);
    const literally = {
      title: message('fix.take-literally', { mark }),
      safety: 'suggestion' as const,
      edits: [{ range: { start: range.start, end: range.start }, newText: '\\' }],
    };
    const fixes = kind === 'no-passage' ? [] : [literally];
    return { message: message(messages[kind], kind === 'no-passage' ? {} : { mark }), range, fixes };
  });
}
