import { type Case, isOpen } from '../case/case';
import type { Note } from '../note/note';
import { stageDemand } from '../note/note';
import { readingsOf } from '../note/readings';

/** How much of something is done. */
export interface DoneOf {
  readonly done: number;
  readonly total: number;
}

/** A note and its cases in figures. */
interface NoteStatus {
  /** Of the required stages asked of this note, those that say something or why they do not; 0 of 0 when exempt. */
  readonly today: DoneOf;
  /** Of the required stages of the protocol, those recorded in the case (with several clients: in each case). */
  readonly case: DoneOf;
  /** The open goals and actions of the cases; one that several share counts once. */
  readonly open: number;
}

/** Sums a note up; `cases` are those of its clients. */
export function noteStatus(note: Note, cases: readonly Case[]): NoteStatus {
  const readings = readingsOf(note).map(reading => progressOf(reading, cases));
  const open = cases.flatMap(({ goals }) => goals.filter(({ status }) => isOpen(status)));
  return {
    today: sum(readings.map(({ today }) => today)),
    case: sum(readings.map(reading => reading.case)),
    open: new Set(open.map(({ kind, key }) => `${kind} ${key}`)).size,
  };
}

function progressOf(note: Note, cases: readonly Case[]): Pick<NoteStatus, 'today' | 'case'> {
  const required = (note.protocol?.protocol.stages ?? []).filter(stage => stage.required).map(({ id }) => id);
  const asked = stageDemand(note) === 'full' ? required.filter(id => note.coveredStages.includes(id)) : [];
  const recorded = required.filter(id => cases.length > 0 && cases.every(each => records(each, note, id)));
  return {
    today: { done: asked.filter(id => isWritten(note, id)).length, total: asked.length },
    case: { done: recorded.length, total: required.length },
  };
}

function sum(parts: readonly DoneOf[]): DoneOf {
  return parts.reduce((all, { done, total }) => ({ done: all.done + done, total: all.total + total }));
}

function isWritten({ stages }: Note, id: string): boolean {
  return stages.some(({ stage, fullness }) => stage.id === id && fullness !== 'empty');
}

function records({ recordedStages }: Case, { protocolId }: Note, stage: string): boolean {
  return recordedStages.get(protocolId)?.has(stage) === true;
}
