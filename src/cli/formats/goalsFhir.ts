import type { Bundle, CodeableConcept, Extension, Goal, Reference } from 'fhir/r4';
import type { Case, CaseGoal } from '../../core/case/case';
import { spellingKey } from '../../core/case/clientKey';
import { stageKey } from '../../core/case/goalKey';
import { plainText } from '../../core/text/plainText';
import { uuidOf } from '../../core/text/uuid';
import type { ListedCase } from '../cases';
import { safeJson } from '../terminal';
import { achievementCodes, fhirStatus } from './fhirStatus';

const achievementSystem = 'http://terminology.hl7.org/CodeSystem/goal-achievement';
const relationshipExtension = 'http://hl7.org/fhir/StructureDefinition/goal-relationship';
const relationshipSystem = 'http://hl7.org/fhir/goal-relationship-type';
const dataAbsentExtension = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason';

/**
 * The goals as a FHIR R4 Bundle (a collection) of Goal resources, which docs/fhir.md describes. The client is an
 * identifier and nothing else; of the notes there are the goals' own words alone.
 */
export function formatGoalsFhir(cases: readonly ListedCase[]): string {
  const ids = goalIds(cases);
  const entry = cases.flatMap(({ case: ofCase, goals }) => {
    const byKey = new Map(ofCase.goals.map(goal => [goal.key, goal] as const));
    return goals.map(goal => {
      const resource = goalResource(goal, ofCase, { ids, byKey });
      return { fullUrl: `urn:uuid:${resource.id}`, resource };
    });
  });
  // FHIR knows no empty lists.
  const bundle: Bundle<Goal> = {
    resourceType: 'Bundle',
    type: 'collection',
    entry: entry.length > 0 ? entry : undefined,
  };
  return `${safeJson(bundle, 2)}\n`;
}

/** The id of each listed goal: made of its client and its key, so that it is the same every time. */
function goalIds(cases: readonly ListedCase[]): ReadonlyMap<CaseGoal, string> {
  const ids = new Map<CaseGoal, string>();
  const used = new Set<string>();
  for (const { case: ofCase, goals } of cases) {
    const client = spellingKey(ofCase.client);
    for (const goal of goals) {
      let id = uuidOf(JSON.stringify([client, goal.key]));
      // Two roots may have a client of the same name.
      for (let count = 2; used.has(id); count++) id = uuidOf(JSON.stringify([client, goal.key, count]));
      used.add(id);
      ids.set(goal, id);
    }
  }
  return ids;
}

/** The goals that are listed by their ids, and all of the case by their keys. */
interface KnownGoals {
  readonly ids: ReadonlyMap<CaseGoal, string>;
  readonly byKey: ReadonlyMap<string, CaseGoal>;
}

function goalResource(goal: CaseGoal, ofCase: Case, known: KnownGoals): Goal {
  const { lifecycle, achievement } = fhirStatus(goal, ofCase);
  const extension = replacements(goal, known);
  const opened = goal.mentions[0]?.note.date;
  const changed = statusDate(goal);
  const reason = statusReason(goal);
  return {
    resourceType: 'Goal',
    id: known.ids.get(goal) ?? '',
    extension: extension.length > 0 ? extension : undefined,
    identifier: [{ value: goal.key }],
    lifecycleStatus: lifecycle,
    achievementStatus: coded(achievementSystem, achievement, achievementCodes[achievement]),
    category: [categoryOf(goal), stageKey(goal.protocol, goal.stage)]
      .filter(text => text !== '')
      .map(text => ({ text })),
    description: { text: fhirText(goal.text) || goal.key },
    subject: subjectOf(ofCase),
    startDate: opened,
    target: goal.due === undefined ? undefined : [{ dueDate: goal.due }],
    statusDate: changed,
    statusReason: reason === '' ? undefined : reason,
    expressedBy: goal.role === 'client' && ofCase.client !== '' ? subjectOf(ofCase) : undefined,
  };
}

/** What took the place of the goal, as far as that is listed too. */
function replacements({ replacedBy }: CaseGoal, { ids, byKey }: KnownGoals): Extension[] {
  return replacedBy.flatMap(key => {
    const successor = byKey.get(key);
    const id = successor && ids.get(successor);
    if (id === undefined) return [];
    const type = coded(relationshipSystem, 'replacement', 'Replacement');
    const target = { reference: `urn:uuid:${id}`, type: 'Goal' };
    return {
      url: relationshipExtension,
      extension: [
        { url: 'type', valueCodeableConcept: type },
        { url: 'target', valueReference: target },
      ],
    };
  });
}

function coded(system: string, code: string, display: string): CodeableConcept {
  return { coding: [{ system, code, display }] };
}

function categoryOf({ kind, protocolGoal }: CaseGoal): string {
  return protocolGoal === undefined ? kind : 'process';
}

/** The client's code as an identifier; who the client is stays outside. */
function subjectOf({ client }: Case): Reference {
  const value = onOneLine(client);
  if (value !== '') return { type: 'Patient', identifier: { value } };
  return { extension: [{ url: dataAbsentExtension, valueCode: 'unknown' }] };
}

/** The date of the first of the latest mentions with the status that the goal has, where it has one. */
function statusDate({ mentions, status }: CaseGoal): string | undefined {
  let date: string | undefined;
  let isInForce = false;
  for (const { note, status: given } of mentions) {
    if (given === undefined) continue;
    if (given !== status) isInForce = false;
    else if (!isInForce) {
      isInForce = true;
      date = note.date;
    }
  }
  return isInForce ? date : undefined;
}

/** The `[reason:: …]` of its latest mention. */
function statusReason({ mentions }: CaseGoal): string {
  const fields = mentions.at(-1)?.mention.said.fields ?? [];
  return fhirText(fields.filter(({ key }) => key.toLowerCase() === 'reason').at(-1)?.value ?? '');
}

function fhirText(markdown: string): string {
  return onOneLine(plainText(markdown));
}

/** FHIR's strings hold no control characters. */
function onOneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ').trim();
}
