import { message } from '../../message';
import { frontMatterRange, stageDemand } from '../../note/note';
import type { Rule } from '../rule';

/** A note that mentions no goal or action of the client's; what the protocol itself asks for is none. */
export const noteWithoutGoal: Rule = {
  id: 'note-without-goal',
  isShared: true,
  check({ note, readings }) {
    if (readings.every(reading => stageDemand(reading) !== 'full')) return [];
    if (note.goals.some(({ protocolGoal }) => protocolGoal === undefined)) return [];
    return [
      {
        message: message('problem.note-without-goal'),
        range: frontMatterRange(note),
        gap: true,
        onlyIfConfigured: !readings.some(({ protocol }) =>
          protocol?.protocol.rules.includes('note-without-goal'),
        ),
      },
    ];
  },
};
