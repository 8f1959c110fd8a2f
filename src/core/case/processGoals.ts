import { titleIn } from '../message';
import type { CompiledProtocol } from '../protocol/compiledProtocol';
import type { ProtocolSet } from '../protocol/protocolSet';
import { type ProtocolGoal, type Stage, stepsOf } from '../protocol/schema';
import type { CaseGoal, PlacedMention } from './case';
import { protocolGoalKey } from './goalKey';

/** The ids of the stages recorded in a case, by protocol. */
type RecordedStages = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * The process goals of a case that wait: their stage is reached (it, or a later one of its protocol, is recorded)
 * and no note starts them. In the order of the protocols; their texts are the protocol's titles in `language`.
 */
export function notStartedGoals(
  recorded: RecordedStages,
  mentioned: { readonly goals: readonly CaseGoal[]; readonly offered: readonly PlacedMention[] },
  protocols: ProtocolSet,
  language: string | undefined,
): readonly CaseGoal[] {
  const known = new Set(mentioned.goals.flatMap(({ mentions }) => mentions.flatMap(protocolGoalOf)));
  const offered = new Map<string, PlacedMention[]>();
  for (const each of mentioned.offered) {
    for (const key of protocolGoalOf(each)) offered.set(key, [...(offered.get(key) ?? []), each]);
  }
  return [...recorded].flatMap(([protocolId, stages]) => {
    const compiled = protocols.get(protocolId);
    if (compiled === undefined) return [];
    return reachedStages(compiled, stages)
      .flatMap(stage => stage.goals.map(goal => notStarted(protocolId, stage, goal, language)))
      .filter(goal => !known.has(goal.key))
      .map(goal => ({ ...goal, offered: offered.get(goal.key) ?? [] }));
  });
}

/** The stages of a protocol up to the last one that is recorded. */
function reachedStages({ protocol }: CompiledProtocol, recorded: ReadonlySet<string>): readonly Stage[] {
  const steps = stepsOf(protocol);
  const beyond = steps
    .map(({ id }) => id)
    .reverse()
    .findIndex(id => recorded.has(id));
  return beyond < 0 ? [] : steps.slice(0, steps.length - beyond);
}

/** The key of the protocol goal that a mention states, if it states one. */
function protocolGoalOf({ mention: { said } }: PlacedMention): readonly string[] {
  const { protocol, stage, protocolGoal } = said;
  if (protocolGoal === undefined || stage === undefined) return [];
  return [protocolGoalKey(protocol, stage, protocolGoal)];
}

function notStarted(protocol: string, stage: Stage, goal: ProtocolGoal, language = 'en'): CaseGoal {
  return {
    key: protocolGoalKey(protocol, stage.id, goal.id),
    kind: 'goal',
    id: undefined,
    text: titleIn(goal.title, language),
    protocol,
    stage: stage.id,
    role: goal.role,
    protocolGoal: goal.id,
    status: 'not-started',
    due: undefined,
    gas: undefined,
    weight: undefined,
    replaces: undefined,
    replacedBy: [],
    mentions: [],
    offered: [],
    reopened: false,
    age: 0,
  };
}
