import { message } from '../../message';
import type { Rule } from '../rule';

/** What is wrong with the front matter as YAML. */
export const frontMatter: Rule = {
  id: 'front-matter',
  isShared: true,
  check({ note }) {
    return note.frontMatter.faults.map(({ message: said, range, edits }) => ({
      message: said,
      range,
      fixes: () =>
        edits === undefined ? [] : [{ title: message('fix.move-front-matter'), safety: 'safe', edits }],
    }));
  },
};
