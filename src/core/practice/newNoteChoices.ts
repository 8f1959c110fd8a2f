import type { Case, CaseGoal } from '../case/case';
import { lastSessionProtocol } from '../case/nextSession';
import { type NewNoteRequest, newNote } from '../change/newNote';
import { type FileNameValues, noteFileName } from '../config/noteFileName';
import { type Protocol, useOf } from '../protocol/schema';
import type { Practice } from './practice';

/** For whom a note format is from now on the one that notes follow. */
export type FormatRange = 'client' | 'mine' | 'folder';

/** The note formats that a new note may follow, by id. */
interface FormatChoices {
  /** Those in use, the commonest first; where none is, the one that notes follow that name none. */
  readonly first: readonly string[];
  /** All of them, the first ones among them. */
  readonly ids: readonly string[];
}

/** So many goals and actions are carried into a new note without a question. */
const UNASKED = 5;

/**
 * The id of the protocol that the next note of a client is known to follow: that of the last session of the case, else
 * the one that the configuration or the settings say for notes at the path that it would have. Undefined where nobody
 * said any.
 */
export function knownProtocol(
  { config, paths, saysDefault }: Practice,
  ofCase: Case | undefined,
  known: Omit<FileNameValues, 'protocol'>,
): string | undefined {
  const path = noteFileName(config.fileName, { ...known, protocol: config.defaultProtocol });
  const said = saysDefault ? config.defaultProtocol : undefined;
  return (ofCase && lastSessionProtocol(ofCase)) ?? paths.protocolAt(path) ?? said;
}

/** The protocols that most of the cases follow at their sessions, those of most first; what has no stages aside. */
export function usualProtocols({ protocols }: Practice, cases: readonly Case[]): readonly string[] {
  const uses = new Map<string, number>();
  for (const id of cases.flatMap(each => lastSessionProtocol(each) ?? []))
    uses.set(id, (uses.get(id) ?? 0) + 1);
  const known = [...uses].filter(([id]) => (protocols.get(id)?.protocol.stages.length ?? 0) > 0);
  return known.sort(([, a], [, b]) => b - a).map(([id]) => id);
}

/** The note formats that are offered for a new note of a practice with these cases; what has no stages is none. */
export function formatChoices(practice: Practice, cases: readonly Case[]): FormatChoices {
  const usual = usualProtocols(practice, cases);
  return {
    first: usual.length === 0 ? [practice.config.defaultProtocol] : usual,
    ids: withStages(practice).map(({ id }) => id),
  };
}

/** The same for a note that is to follow another format than the sessions do: first those for what is no session. */
export function otherFormatChoices(practice: Practice): FormatChoices {
  const all = withStages(practice);
  const others = all.filter(protocol => useOf(protocol) !== 'session' || protocol.contact.length > 0);
  return { first: others.map(({ id }) => id), ids: all.map(({ id }) => id) };
}

function withStages({ protocols }: Practice): readonly Protocol[] {
  const all = protocols.ids.flatMap(id => protocols.get(id)?.protocol ?? []);
  return all.filter(({ stages }) => stages.length > 0);
}

/**
 * For whom a format that was picked for a note may be from now on, of those for whom it can be kept (for the client it
 * follows from the note). A format that no session follows is for this note alone.
 */
export function formatRanges(protocol: Protocol, kept: readonly FormatRange[]): readonly FormatRange[] {
  return useOf(protocol) === 'session' ? ['client', ...kept.filter(range => range !== 'client')] : ['client'];
}

/** The open goals and actions of which it is asked which go into a new note; none where they are few, and all go. */
export function goalsToAskAbout(request: NewNoteRequest): readonly CaseGoal[] {
  const { carried } = newNote(request);
  return carried.length > UNASKED ? carried : [];
}
