import { consensusRater } from '../../agreement/consensus';
import { type Pairing, pairVersions } from '../../agreement/pairVersions';
import { readVersion } from '../../agreement/readVersion';
import type { PairingFault, Version } from '../../agreement/version';
import type { Note } from '../../note/note';
import { knownField } from '../../protocol/knownFields';
import { compareCodePoints } from '../../text/codePointOrder';
import { type KeptOrigins, originsIn } from '../../transcript/codingOrigins';
import { isOwnKey, keptKeys, variableName } from './projectIds';

/** A rater's version of a transcript, as a file has it. */
export interface ExportedVersion {
  readonly version: Version;
  readonly facts: VersionFacts;
}

/** What the front matter of a version says besides. */
export interface VersionFacts {
  readonly clients: readonly string[];
  readonly session: number | undefined;
  /** `YYYY-MM-DD`. */
  readonly date: string | undefined;
  /** The fields that are neither this program's nor the protocol's own: the variables of a study, by name. */
  readonly variables: ReadonlyMap<string, string>;
  /** Whether it says who the rater is. */
  readonly isNamed: boolean;
  /** What a REFI-QDA project said of it, by the keys of `keptKeys`. */
  readonly kept: Readonly<Record<keyof typeof keptKeys, string | undefined>>;
  /** The GUIDs of its codings in that project. */
  readonly origins: KeptOrigins;
}

/** A transcript to be exported, with the versions of all its raters. */
export interface ExportedTranscript {
  /** Its `transcript:` id; where it has none, the file. */
  readonly id: string;
  readonly clients: readonly string[];
  /** By the raters' names. They have the same words; the first one's lines and speakers stand for all. */
  readonly versions: readonly [Version, ...Version[]];
  /** What the front matter of each version says. */
  readonly facts: ReadonlyMap<Version, VersionFacts>;
}

/** The transcripts to be exported, and why others are not (see `Pairing`). */
interface ExportedTranscripts extends Pick<Pairing, 'doubled'> {
  readonly transcripts: readonly ExportedTranscript[];
}

const FOLDER = /^.*[/\\]/;
const EXTENSION = /(?:\.session)?\.[^.]*$/;

/** Reads the note of the file called `file`; undefined where it is no transcript. */
export function exportedVersion(note: Note, file: string): ExportedVersion | undefined {
  const read = readVersion(note, file);
  if (read === undefined) return undefined;
  // Where nobody is named as the rater, the file's name tells versions apart, and its folders are nobody's business.
  const unnamed = read.isConsensus ? consensusRater : file.replace(FOLDER, '').replace(EXTENSION, '');
  const rater = read.isConsensus ? consensusRater : (read.version.transcript.rater ?? unnamed);
  const { frontMatter } = note;
  const isNamed = read.isConsensus || note.frontMatter.entries.some(({ field }) => field === 'coder');
  return {
    version: { ...read.version, rater },
    facts: {
      clients: frontMatter.clients.map(({ value }) => value),
      session: frontMatter.session?.value,
      date: frontMatter.date?.value,
      variables: variablesOf(note),
      isNamed,
      kept: {
        source: fieldText(note, keptKeys.source),
        coder: fieldText(note, keptKeys.coder),
        memo: fieldText(note, keptKeys.memo),
      },
      origins: originsIn(note.outline.text, fieldText(note, keptKeys.coder)),
    },
  };
}

function fieldText({ frontMatter }: Note, key: string): string | undefined {
  const entry = frontMatter.entries.find(each => each.key === key);
  const text = entry?.values[0]?.text.trim() ?? '';
  return text === '' ? undefined : text;
}

function variablesOf({ frontMatter }: Note): ReadonlyMap<string, string> {
  const fields = frontMatter.entries.filter(
    ({ key, field, shape }) =>
      (field === undefined || knownField(field) === undefined) && shape !== 'map' && !isOwnKey(key),
  );
  return new Map(
    fields.map(({ key, values }) => [variableName(key), values.map(({ text }) => text.trim()).join('; ')]),
  );
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
  const facts = new Map(versions.map(each => [each.version, each.facts]));
  const clientsOf = (own: readonly Version[]): readonly string[] => [
    ...new Set(own.flatMap(version => facts.get(version)?.clients ?? [])),
  ];
  const alone = pairing.alone.map((version): ExportedTranscript => {
    const { id } = version.transcript;
    const name = id === undefined || id === '' ? version.file : id;
    return { id: name, clients: clientsOf([version]), versions: [version], facts };
  });
  const rated = pairing.rated.map(
    ({ id, versions: own }): ExportedTranscript => ({ id, clients: clientsOf(own), versions: own, facts }),
  );
  return {
    transcripts: [...rated, ...alone].sort((a, b) => compareCodePoints(a.id, b.id)),
    doubled: pairing.doubled,
  };
}
