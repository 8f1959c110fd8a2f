import { message } from '../../message';
import type { Rule } from '../rule';

/** An unresolved merge. The runner lets no other rule speak beside it. */
export const conflictMarkers: Rule = {
  id: 'conflict-markers',
  check({ note: { outline } }) {
    if (outline.conflict === undefined) return [];
    return [{ message: message('problem.conflict-markers'), range: outline.conflict }];
  },
};
