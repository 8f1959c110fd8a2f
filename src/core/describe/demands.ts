import { type Message, message } from '../message';
import type { AtLeast, Field, Protocol, Section, Stage } from '../protocol/schema';
import { unitWords } from '../protocol/unit';

/** What a protocol asks of a note as a whole, as messages of a few words. */
export function protocolDemands(protocol: Protocol): readonly Message[] {
  const { scope, kind, order, rules } = protocol;
  return [
    message(`describe.scope.${scope}`),
    ...(kind === 'session' ? [] : [message(`describe.kind.${kind}`)]),
    ...(order === 'free' ? [message('describe.order.free', { ...unitWords(protocol) })] : []),
    ...rules.map(rule => message(`describe.rule.${rule}`)),
  ];
}

/** What it asks of a stage. */
export function stageDemands({ required, repeatable, minLength }: Stage): readonly Message[] {
  return [message(required ? 'describe.required' : 'checklist.optional'), ...measures(repeatable, minLength)];
}

const demandKeys = {
  true: 'describe.required',
  false: 'checklist.optional',
  'when-present': 'describe.when-present',
  case: 'describe.by-closing',
} as const;

/** What it asks of a section. */
export function sectionDemands(section: Section): readonly Message[] {
  const { required, repeatable, minLength, tracks, choices, multiple } = section;
  return [
    message(demandKeys[`${required}`]),
    ...measures(repeatable, minLength),
    ...(tracks === 'actions' ? [message('describe.tracks-actions')] : []),
    ...(choices.length === 0 ? [] : [message(multiple ? 'describe.choices' : 'describe.one-choice')]),
  ];
}

/** What it asks of a field; `stages` are those of the protocol. */
export function fieldDemands(
  { type, required, requiredWith }: Field,
  stages: readonly Stage[],
): readonly Message[] {
  const beside = stages.filter(({ id }) => requiredWith.includes(id)).map(({ title }) => title);
  return [
    message(`describe.type.${type}`),
    ...(required ? [message('describe.required')] : []),
    ...(beside.length === 0 || required ? [] : [message('describe.required-with', { stages: beside })]),
  ];
}

/** What a set asks for; `terms` are those that it may be of. */
export function setDemand({ count, of }: AtLeast, terms: readonly (Stage | Section)[]): Message {
  const titles = terms.filter(({ id }) => of.includes(id)).map(({ title }) => title);
  return message('describe.at-least', { count, titles });
}

function measures(repeatable: boolean, minLength: number | undefined): readonly Message[] {
  return [
    ...(repeatable ? [message('describe.repeatable')] : []),
    ...(minLength === undefined ? [] : [message('describe.min-length', { count: minLength })]),
  ];
}
