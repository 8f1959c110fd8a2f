import { type Pairing, pairVersions } from '../../agreement/pairVersions';
import { readVersion } from '../../agreement/readVersion';
import type { PairingFault, Version } from '../../agreement/version';
import type { Note } from '../../note/note';
import { compareCodePoints } from '../../text/codePointOrder';

/** A rater's version of a transcript, as a file has it. */
export interface ExportedVersion {
  readonly version: Version;
  readonly clients: readonly string[];
}

/** A transcript to be exported, with the versions of all its raters. */
export interface ExportedTranscript {
  /** Its `transcript:` id; where it has none, the file. */
  readonly id: string;
  readonly clients: readonly string[];
  /** By the raters' names. They have the same words; the first one's lines and speakers stand for all. */
  readonly versions: readonly [Version, ...Version[]];
}

/** The transcripts to be exported, and why others are not (see `Pairing`). */
interface ExportedTranscripts extends Pick<Pairing, 'doubled'> {
  readonly transcripts: readonly ExportedTranscript[];
}

const CONSENSUS = 'consensus';
const FOLDER = /^.*[/\\]/;
const EXTENSION = /(?:\.session)?\.[^.]*$/;

/** Reads the note of the file called `file`; undefined where it is no transcript. */
export function exportedVersion(note: Note, file: string): ExportedVersion | undefined {
  const read = readVersion(note, file);
  if (read === undefined) return undefined;
  // Where nobody is named as the rater, the file's name tells versions apart, and its folders are nobody's business.
  const unnamed = read.isConsensus ? CONSENSUS : file.replace(FOLDER, '').replace(EXTENSION, '');
  const rater = read.isConsensus ? CONSENSUS : (read.version.transcript.rater ?? unnamed);
  const clients = note.frontMatter.clients.map(({ value }) => value);
  return { version: { ...read.version, rater }, clients };
}

/**
 * Brings the versions of each transcript together, by id. Refused are versions whose words differ, since one source
 * cannot stand for both.
 */
export function exportedTranscripts(
  versions: readonly ExportedVersion[],
): ExportedTranscripts | PairingFault {
  const pairing = pairVersions(versions.map(({ version }) => version));
  if ('reason' in pairing) return pairing;
  const clients = new Map(versions.map(each => [each.version, each.clients]));
  const clientsOf = (own: readonly Version[]): readonly string[] => [
    ...new Set(own.flatMap(version => clients.get(version) ?? [])),
  ];
  const alone = pairing.alone.map((version): ExportedTranscript => {
    const { id } = version.transcript;
    const name = id === undefined || id === '' ? version.file : id;
    return { id: name, clients: clientsOf([version]), versions: [version] };
  });
  const rated = pairing.rated.map(
    ({ id, versions: own }): ExportedTranscript => ({ id, clients: clientsOf(own), versions: own }),
  );
  return {
    transcripts: [...rated, ...alone].sort((a, b) => compareCodePoints(a.id, b.id)),
    doubled: pairing.doubled,
  };
}
