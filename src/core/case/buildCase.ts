import { carriedMarker, statusOfMarker } from '../note/markers';
import type { ProtocolSet } from '../protocol/protocolSet';
import { compareCodePoints } from '../text/codePointOrder';
import type { Case, CaseGoal, PlacedMention } from './case';
import { type CaseMention, type CaseNote, caseReadings } from './caseNote';
import { caseKeys, clientKey, commonestSpelling, concernsCase, noClient } from './clientKey';
import { foldGoal } from './foldGoal';
import { stageKey, uniqueKeys } from './goalKey';
import { groupMentions, withUntracked } from './identity';
import { orderNotes } from './noteOrder';
import { notStartedGoals } from './processGoals';
import { linkReplacements } from './replacements';
import { isCaseNote, sessionCounts } from './sessions';

/**
 * Folds the notes of the case with this key (see {@link clientKey}) into what they come to together. `notes` may
 * come in any order; each must belong to the case, and no path may occur twice. The work grows with the mentions
 * and, by a logarithm more, the notes of the case.
 */
export function buildCase(key: string, notes: Iterable<CaseNote>, protocols: ProtocolSet): Case {
  const ordered = orderNotes(notes);
  const record = ordered.filter(isCaseNote);
  const counts = sessionCounts(ordered);
  const latest = record.at(-1);
  const recordedStages = stagesByProtocol(record);
  const ids = [...new Set(ordered.flatMap(caseReadings).map(({ protocol }) => protocol))];
  const language = record
    .map(note => note.language)
    .filter(tag => tag !== undefined)
    .at(-1);
  const mentioned = mentionedGoals(key, ordered, counts, protocols);
  const waiting = notStartedGoals(recordedStages, mentioned, protocols, language);
  const goals = withUniqueKeys(byStage([...mentioned.goals, ...waiting], stageRanks(ids, protocols)));
  return {
    key,
    client: key === noClient ? '' : spellingOf(key, ordered),
    notes: ordered,
    sessions: counts.at(-1) ?? 0,
    protocols: ids,
    closed: latest !== undefined && (latest.closed !== undefined || latest.closes),
    recordedStages,
    ...linkReplacements(goals, ordered),
  };
}

function spellingOf(key: string, notes: readonly CaseNote[]): string {
  const names = notes.flatMap(({ clients }) => clients);
  const own = new Set([...new Set(names)].filter(name => clientKey(name) === key));
  return commonestSpelling(names.filter(name => own.has(name)));
}

interface Mentioned {
  /** In the order of their first mentions. */
  readonly goals: readonly CaseGoal[];
  /** The mentions of process goals that no note starts. */
  readonly offered: readonly PlacedMention[];
}

/** The goals that notes mention. */
function mentionedGoals(
  key: string,
  ordered: readonly CaseNote[],
  counts: readonly number[],
  protocols: ProtocolSet,
): Mentioned {
  const countAt = new Map(ordered.map((note, index) => [note, counts[index] ?? 0]));
  const sessions = counts.at(-1) ?? 0;
  const record = ordered.filter(isCaseNote);
  const tracked = record.flatMap(note => mentionsFor(key, note, note.mentions));
  const untracked = record.flatMap(note => mentionsFor(key, note, note.untracked));
  const offered: PlacedMention[] = [];
  const goals = withUntracked(groupMentions(tracked), untracked, record).flatMap(mentions => {
    const start = mentions.findIndex(isStarted);
    const [first, ...rest] = start < 0 ? [] : mentions.slice(start);
    if (first === undefined) {
      for (const mention of mentions) offered.push(mention);
      return [];
    }
    const age = sessions - (countAt.get(first.note) ?? 0);
    return [foldGoal([first, ...rest], mentions.slice(0, start), age, protocols)];
  });
  return { goals, offered };
}

/** A process goal is started by a marker of its own. */
function isStarted({ mention: { said } }: PlacedMention): boolean {
  const { protocolGoal, marker } = said;
  return protocolGoal === undefined || (marker !== carriedMarker && statusOfMarker(marker) !== 'open');
}

/** Those of the mentions of a note that concern the case. */
function mentionsFor(
  key: string,
  note: CaseNote,
  mentions: readonly CaseMention[],
): readonly PlacedMention[] {
  // In a note of one client all of them do.
  const keys = note.clients.length < 2 ? [key] : caseKeys(note.clients);
  return mentions
    .filter(({ said }) => concernsCase(key, keys, said.client))
    .map(mention => ({ note, mention }));
}

function stagesByProtocol(record: readonly CaseNote[]): ReadonlyMap<string, ReadonlySet<string>> {
  const stages = new Map<string, Set<string>>();
  for (const { protocol, recordedStages } of record.flatMap(caseReadings)) {
    const known = stages.get(protocol) ?? new Set();
    for (const stage of recordedStages) known.add(stage);
    stages.set(protocol, known);
  }
  return stages;
}

/** The place of each stage in the order of the case: its protocols by first use, then their stages. */
function stageRanks(ids: readonly string[], protocols: ProtocolSet): ReadonlyMap<string, number> {
  const keys = ids.flatMap(id =>
    (protocols.get(id)?.protocol.stages ?? []).map(stage => stageKey(id, stage.id)),
  );
  return new Map(keys.map((key, rank) => [key, rank]));
}

/** Sorts by stage and leaves the rest as it is; stages that no protocol has come last, by name, and then no stage. */
function byStage(goals: readonly CaseGoal[], ranks: ReadonlyMap<string, number>): readonly CaseGoal[] {
  const keyed = goals.map(goal => {
    const key = stageKey(goal.protocol, goal.stage);
    const unknown = goal.stage === undefined ? ranks.size + 1 : ranks.size;
    return { goal, key, rank: ranks.get(key) ?? unknown };
  });
  return keyed.sort((a, b) => a.rank - b.rank || compareCodePoints(a.key, b.key)).map(({ goal }) => goal);
}

function withUniqueKeys(goals: readonly CaseGoal[]): readonly CaseGoal[] {
  const keys = uniqueKeys(goals.map(goal => goal.key));
  return goals.map((goal, index) => {
    const key = keys[index] ?? goal.key;
    return key === goal.key ? goal : { ...goal, key };
  });
}
