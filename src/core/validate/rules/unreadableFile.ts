import { message } from '../../message';
import type { Rule } from '../rule';

/** A block nested so deeply that what follows in it is not read. */
export const unreadableFile: Rule = {
  id: 'unreadable-file',
  isShared: true,
  check({ note: { outline } }) {
    if (outline.tooDeep === undefined) return [];
    return [{ message: message('problem.unreadable-file.too-deep'), range: outline.tooDeep }];
  },
};
