import { termsOf } from '../../protocol/codebook';
import type { Protocol } from '../../protocol/schema';
import { comparable } from '../../text/comparable';
import { FreeNumbers } from '../../text/freeNumbers';
import { type CodeParts, type DescriptionLabels, partDescription } from '../exporters/codeDescription';
import { codeGuid, setGuid, stageGuid, stagesGuid } from '../exporters/codeTree';
import type { ForeignCode, ForeignCodebook, ForeignSet } from './foreignCodebook';

/** A code that a protocol is to get. */
export interface PlannedCode extends CodeParts {
  readonly id: string;
  readonly name: string;
  readonly parent: string | undefined;
  readonly color: string | undefined;
  readonly isCodable: boolean;
  readonly guid: string;
}

/** A set of codes that a protocol is to get. */
export interface PlannedSet {
  readonly id: string;
  readonly name: string;
  readonly description: string | undefined;
  readonly codes: readonly string[];
  readonly guid: string;
}

/** What a codebook brings to a protocol. */
export interface CodePlan {
  /** The ids of all codes of the codebook by GUID, those that the protocol has already among them. */
  readonly ids: ReadonlyMap<string, string>;
  readonly codes: readonly PlannedCode[];
  readonly sets: readonly PlannedSet[];
  /** How many codes the protocol has already; they stay as they are. */
  readonly known: number;
}

const LONGEST_ID = 60;

/** Plans how the codes of a codebook join those of a protocol: which it has by their GUID, and the ids of the others. */
export function planCodes(
  { codes, sets }: ForeignCodebook,
  protocol: Protocol | undefined,
  labels: readonly DescriptionLabels[],
): CodePlan {
  const own = protocol === undefined ? [] : termsOf(protocol);
  const ids = new Map(own.map(term => [codeGuid(protocol?.id ?? '', term).toLowerCase(), term.id] as const));
  const taken = new Set(own.map(({ id }) => id));
  const stages = stageGuids(protocol);
  const fresh = codes.filter(({ guid }) => !ids.has(guid) && !stages.has(guid));
  const numbers = new FreeNumbers();
  for (const { guid, name } of fresh) ids.set(guid, freeId(name, taken, numbers));
  const ownSets = new Set(protocol?.codeSets.map(set => setGuid(protocol.id, set).toLowerCase()));
  const takenSets = new Set(protocol?.codeSets.map(({ id }) => id));
  const setNumbers = new FreeNumbers();
  return {
    ids,
    codes: fresh.map(code => planned(code, ids, labels)),
    sets: sets
      .filter(({ guid }) => !ownSets.has(guid))
      .map(set => plannedSet(set, ids, takenSets, setNumbers)),
    known: codes.filter(({ guid }) => ids.has(guid)).length - fresh.length,
  };
}

/** Stages are exported as codes; coming back they are the stages that the protocol has. */
function stageGuids(protocol: Protocol | undefined): ReadonlySet<string> {
  if (protocol === undefined) return new Set();
  return new Set([stagesGuid(protocol.id), ...protocol.stages.map(({ id }) => stageGuid(protocol.id, id))]);
}

function planned(
  { guid, name, parent, color, isCodable, description }: ForeignCode,
  ids: ReadonlyMap<string, string>,
  labels: readonly DescriptionLabels[],
): PlannedCode {
  return {
    ...partDescription(description ?? '', labels),
    id: ids.get(guid) ?? '',
    name,
    parent: parent === undefined ? undefined : ids.get(parent),
    color,
    isCodable,
    guid,
  };
}

function plannedSet(
  { guid, name, description, members }: ForeignSet,
  ids: ReadonlyMap<string, string>,
  taken: Set<string>,
  numbers: FreeNumbers,
): PlannedSet {
  const codes = members.flatMap(member => ids.get(member) ?? []);
  return { id: freeId(name, taken, numbers), name, description, codes, guid };
}

/** An id made of a name: its letters of the Latin alphabet and digits, lower case, joined by hyphens. */
function freeId(name: string, taken: Set<string>, numbers: FreeNumbers): string {
  const words = comparable(name)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_ID)
    .replace(/^[-0-9]+|-+$/g, '');
  const base = words === '' ? 'code' : words;
  const id = numbers.next(
    base,
    each => taken.has(each),
    (_, number) => `${base}-${number}`,
  );
  taken.add(id);
  return id;
}
