import type { CaseGoal } from '../core/case/case';
import type { ProtocolSet } from '../core/protocol/protocolSet';
import type { ListedCase } from './cases';

/**
 * The same cases with nothing of the notes' words: ids, places and status alone. A case is called by its first note; of
 * protocols those are named that the practice has.
 */
export function goalsByPlace(cases: readonly ListedCase[]): readonly ListedCase[] {
  return cases.map(({ root, case: found, goals }) => {
    const { protocols } = root;
    const bare = (all: readonly CaseGoal[]): readonly CaseGoal[] =>
      all.map(goal => bareGoal(goal, protocols));
    const client = found.notes[0]?.path ?? '';
    const known = found.protocols.filter(id => protocols.get(id) !== undefined);
    return {
      root,
      case: { ...found, client, protocols: known, goals: bare(found.goals) },
      goals: bare(goals),
    };
  });
}

function bareGoal(goal: CaseGoal, protocols: ProtocolSet): CaseGoal {
  const knownOf = (id: string): string => (protocols.get(id) === undefined ? '' : id);
  const isKeyBare = goal.id !== undefined || knownOf(goal.protocol) !== '';
  return {
    ...goal,
    key: isKeyBare ? goal.key : '',
    text: '',
    protocol: knownOf(goal.protocol),
    role: undefined,
    due: undefined,
    gas: undefined,
    mentions: goal.mentions.map(({ note, mention, status }) => ({
      note: { ...note, protocol: knownOf(note.protocol) },
      mention: { ...mention, said: { ...mention.said, due: undefined, gas: undefined } },
      status,
    })),
  };
}
