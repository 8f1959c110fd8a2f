import type { CompiledProtocol } from '../protocol/compiledProtocol';
import type { Case } from './case';

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
 * the first two, later the last one reached and the one after it.
 */
export function suggestedStages({ protocol }: CompiledProtocol, ofCase: Case | undefined): readonly string[] {
  const recorded = ofCase?.recordedStages.get(protocol.id);
  const ids = protocol.stages.map(({ id }) => id);
  const last = Math.max(...ids.map((id, at) => (recorded?.has(id) ? at : 0)), 0);
  return ids.slice(last, last + 2);
}
