import type { CompiledProtocol } from '../protocol/compiledProtocol';
import type { Protocol } from '../protocol/schema';
import type { Case } from './case';
import { isCaseNote } from './sessions';

/** The number of the next session of cases: one more than the highest in any of their notes, 1 in new ones. */
export function nextSession(cases: readonly Case[]): number {
  let last = 0;
  for (const { notes } of cases) {
    for (const { session } of notes) last = Math.max(last, session ?? 0);
  }
  return last + 1;
}

/**
 * The stages that the next session most likely works on, by id: in a case that has recorded none of the protocol's
 * the first two, later the last one reached and the one after it; in a form that is filled in at every session (SOAP,
 * for example) all that it requires.
 */
export function suggestedStages({ protocol }: CompiledProtocol, ofCase: Case | undefined): readonly string[] {
  if (isForm(protocol)) return protocol.stages.filter(({ required }) => required).map(({ id }) => id);
  const recorded = ofCase?.recordedStages.get(protocol.id);
  const ids = protocol.stages.map(({ id }) => id);
  const last = Math.max(...ids.map((id, at) => (recorded?.has(id) ? at : 0)), 0);
  return ids.slice(last, last + 2);
}

/** Its stages are asked of every note, and none has goals to be reached before the next one. */
function isForm({ scope, stages }: Protocol): boolean {
  return scope === 'session' && stages.every(({ goals }) => goals.length === 0);
}

/** The protocol that the next session most likely follows: that of the last note of a session, plans and the like aside. */
export function lastSessionProtocol({ notes }: Case): string | undefined {
  return notes.findLast(note => isCaseNote(note) && note.protocolKind === 'session')?.protocol;
}
