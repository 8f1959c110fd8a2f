import { message } from '../../message';
import type { FrontMatterFault } from '../../note/frontMatter';
import type { Note } from '../../note/note';
import { frontMatterFixes } from '../frontMatterFixes';
import type { Fix } from '../problem';
import type { Rule } from '../rule';

/** What is wrong with the front matter as YAML. */
export const frontMatter: Rule = {
  id: 'front-matter',
  isShared: true,
  check({ note }) {
    return note.frontMatter.faults.map(fault => ({
      message: fault.message,
      range: fault.range,
      fixes: () => fixesOf(fault, note),
    }));
  },
};

function fixesOf(fault: FrontMatterFault, { outline }: Note): readonly Fix[] {
  const { edits } = fault;
  if (edits === undefined) return frontMatterFixes(outline, fault);
  if (fault.message.key === 'front-matter.unopened')
    return [{ title: message('fix.open-front-matter'), safety: 'suggestion', edits }];
  return [{ title: message('fix.move-front-matter'), safety: 'safe', edits }];
}
