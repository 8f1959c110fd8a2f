import type { CaseNote, CaseReading } from './caseNote';

/** What a note has of each protocol that it follows. */
export function caseReadings(note: CaseNote): readonly CaseReading[] {
  return note.others.length === 0 ? [note] : [note, ...note.others];
}

/** Whether a stage of a protocol is asked of a note. Of protocols that it does not follow, nothing is known: undefined. */
export function covers(note: CaseNote, protocol: string, stage: string): boolean | undefined {
  return caseReadings(note)
    .find(reading => reading.protocol === protocol)
    ?.coveredStages.includes(stage);
}
