import type { GoalStatus } from '../note/goalMention';
import { carriedMarker, statusOfMarker } from '../note/markers';
import type { ProtocolSet } from '../protocol/protocolSet';
import { ownerOf } from '../protocol/trackedKind';
import { type CaseGoal, hasEnded, type Mention, type PlacedMention } from './case';
import { goalKey } from './goalKey';
import { sessionKey } from './sessions';

/**
 * What the mentions of one goal, in case order and at least one, come to. Text, stage, due date, role and weight
 * are those of the latest mention that states them, the kind that of the latest in a part that says what it tracks, the
 * status that of the latest that has one (`open` if there is none). `offered` are those from before it was started, `age` is the number of sessions after the first mention. Which goals replace which is for
 * {@link linkReplacements} to say, which knows them all.
 */
export function foldGoal(
  placed: readonly [PlacedMention, ...PlacedMention[]],
  offered: readonly PlacedMention[],
  age: number,
  protocols: ProtocolSet,
): CaseGoal {
  const mentions = withStatus(placed);
  const latest = placed.at(-1) ?? placed[0];
  const ofProtocol = latestOf(mentions, each =>
    each.mention.said.protocolGoal === undefined ? undefined : each,
  );
  const id = latestOf(mentions, ({ mention }) => mention.said.id);
  const inStage =
    latestOf(mentions, each =>
      each.mention.said.stage !== undefined && each.mention.said.isAtHome ? each : undefined,
    ) ??
    latestOf(mentions, each => (each.mention.said.stage === undefined ? undefined : each)) ??
    latest;
  const saysKind = latestOf(mentions, each => (each.mention.said.saysKind ? each.mention.said : undefined));
  const { said } = (ofProtocol ?? inStage).mention;
  return {
    key: goalKey({ ...said, id }),
    kind: (saysKind ?? latest.mention.said).kind,
    id,
    // A mention may be an `^id` alone.
    text: latestOf(mentions, each => each.mention.said.text || undefined) ?? '',
    protocol: inStage.mention.said.protocol,
    stage: inStage.mention.said.stage,
    role: latestOf(mentions, each => each.mention.said.role) ?? roleByPlace(mentions, protocols),
    protocolGoal: said.protocolGoal,
    status: latestOf(mentions, each => each.status) ?? 'open',
    due: latestOf(mentions, each => each.mention.said.due),
    gas: latestOf(mentions, each => each.mention.said.gas),
    weight: latestOf(mentions, each => each.mention.said.weight),
    replaces: undefined,
    replacedBy: [],
    mentions,
    offered,
    reopened: cameBack(mentions),
    age,
  };
}

/** The mentions of one goal, in case order, each with the status that it gives the goal. */
function withStatus(mentions: readonly PlacedMention[]): readonly Mention[] {
  let before: GoalStatus = 'open';
  return mentions.map(({ note, mention }) => {
    const { marker } = mention.said;
    const status = marker === carriedMarker ? before : statusOfMarker(marker);
    before = status ?? before;
    return { note, mention, status };
  });
}

function latestOf<Value>(
  mentions: readonly Mention[],
  stated: (mention: Mention) => Value | undefined,
): Value | undefined {
  for (let at = mentions.length - 1; at >= 0; at--) {
    const mention = mentions[at];
    const value = mention === undefined ? undefined : stated(mention);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** The role that the protocol gives to the goal, else to the section that it stands in. */
function roleByPlace(mentions: readonly Mention[], protocols: ProtocolSet): string | undefined {
  return latestOf(mentions, ({ mention }) => {
    const stage = protocols
      .get(mention.said.protocol)
      ?.protocol.stages.find(({ id }) => id === mention.said.stage);
    const goal = stage?.goals.find(({ id }) => id === mention.said.protocolGoal);
    return goal?.role ?? ownerOf(stage?.sections.find(({ id }) => id === mention.said.section));
  });
}

/** Whether a session after one in which it ended has it open; in a session the last mention counts. */
function cameBack(mentions: readonly Mention[]): boolean {
  const valid = mentions.filter(({ status }) => status !== undefined);
  const sessions = valid.map(({ note }) => sessionKey(note));
  const lastOfSessions = valid.filter((_, index) => sessions[index] !== sessions[index + 1]);
  const ended = lastOfSessions.map(({ status }) => status !== undefined && hasEnded(status));
  const firstEnd = ended.indexOf(true);
  return firstEnd >= 0 && ended.includes(false, firstEnd);
}
