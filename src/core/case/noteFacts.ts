import type { Titles } from '../message';
import type { ProtocolSet } from '../protocol/protocolSet';
import { type CaseNote, caseReadings } from './caseNote';

/** What a note decided: the titles of the choices that it names, in the order in which its protocols have them. */
export function decisionTitles(note: CaseNote, protocols: ProtocolSet): readonly Titles[] {
  const stages = caseReadings(note).flatMap(({ protocol }) => protocols.get(protocol)?.protocol.stages ?? []);
  const choices = stages.flatMap(({ sections }) => sections).flatMap(section => section.choices);
  return choices.filter(({ id }) => note.choices.includes(id)).map(({ title }) => title);
}

/** What the stages are called that a note records, in the order of its protocols. */
export function recordedTitles(note: CaseNote, protocols: ProtocolSet): readonly Titles[] {
  return caseReadings(note).flatMap(({ protocol, recordedStages }) => {
    const stages = protocols.get(protocol)?.protocol.stages ?? [];
    return stages.filter(({ id }) => recordedStages.includes(id)).map(({ title }) => title);
  });
}
