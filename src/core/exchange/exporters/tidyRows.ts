import { codesByPlace } from '../../agreement/namedByPlace';
import type { Version } from '../../agreement/version';
import type { ExportedTranscript, VersionFacts } from './exportedTranscript';
import { turnCodings, uncodedMemos } from './turnCodings';

/** One code of one turn as a row of data; a turn, or a memo, without a code has a row without one. */
export interface TidyRow {
  readonly transcript: string;
  readonly file: string;
  /** From 1. */
  readonly turn: number;
  /** In milliseconds from the start of the recording. */
  readonly start: number | undefined;
  readonly end: number | undefined;
  readonly speaker: string | undefined;
  readonly role: string | undefined;
  readonly stage: string | undefined;
  readonly code: string | undefined;
  readonly rater: string | undefined;
  /** All that the turn says. */
  readonly text: string;
  /** What of it was coded; undefined where all of it was, or nothing. */
  readonly passage: string | undefined;
  readonly memo: string | undefined;
  readonly client: string | undefined;
  readonly session: number | undefined;
  /** `YYYY-MM-DD`. */
  readonly date: string | undefined;
  readonly protocol: string | undefined;
  /** The version of the protocol's file, where it names one. */
  readonly codebookVersion: string | undefined;
  /** What the front matter says besides, by its keys. */
  readonly variables: ReadonlyMap<string, string>;
}

/** The names of the columns, in order. */
export const tidyColumns: readonly Exclude<keyof TidyRow, 'variables'>[] = [
  'transcript',
  'file',
  'turn',
  'start',
  'end',
  'speaker',
  'role',
  'stage',
  'code',
  'rater',
  'text',
  'passage',
  'memo',
  'client',
  'session',
  'date',
  'protocol',
  'codebookVersion',
];

/** The rows of transcripts: by transcript, rater, turn, and the codes in order. Words are as they were said. */
export function tidyRows(transcripts: readonly ExportedTranscript[]): readonly TidyRow[] {
  return transcripts.flatMap(({ id, versions, facts }) =>
    versions.flatMap(version => rowsOf(id, version, facts.get(version))),
  );
}

/**
 * The same rows without words of the transcripts: turns, times, stages, and the roles and codes that protocols have. A
 * transcript and a rater are called by their first file, a code that no protocol has by its first place.
 */
export function bareRows(transcripts: readonly ExportedTranscript[]): readonly TidyRow[] {
  const codeOf = codesByPlace(transcripts.flatMap(({ versions }) => versions));
  return transcripts.flatMap(({ versions, facts }) =>
    versions.flatMap(version => {
      const roles = version.protocol?.roles.map(({ id }) => id) ?? [];
      const known = (role: string | undefined) => roles.find(id => id === role);
      return rowsOf(versions[0].file, version, facts.get(version)).map(
        (row): TidyRow => ({
          ...row,
          speaker: undefined,
          role: known(row.role),
          code: row.code && codeOf(row.code),
          rater: version.file,
          text: '',
          passage: undefined,
          memo: undefined,
          client: undefined,
          variables: new Map(),
        }),
      );
    }),
  );
}

function rowsOf(
  transcript: string,
  { file, rater, transcript: own, protocol }: Version,
  facts: VersionFacts | undefined,
): readonly TidyRow[] {
  const version = protocol?.version;
  const ofFile = {
    client: facts?.clients.join('; ') || undefined,
    session: facts?.session,
    date: facts?.date,
    protocol: protocol?.id,
    codebookVersion: version === undefined ? undefined : String(version),
    variables: facts?.variables ?? new Map<string, string>(),
  };
  return own.turns.flatMap((turn): readonly TidyRow[] => {
    const { start, end, speaker, role, stage, words: text } = turn;
    const row = {
      transcript,
      file,
      turn: turn.index + 1,
      start,
      end,
      speaker,
      role,
      stage,
      rater,
      text,
      ...ofFile,
    };
    const codings = turnCodings(turn);
    const memos = uncodedMemos(turn).map(memo => ({ ...memo, code: undefined }));
    const nothing = { code: undefined, passage: undefined, memo: undefined };
    return (codings.length + memos.length === 0 ? [nothing] : [...codings, ...memos]).map(
      ({ code, passage, memo }) => ({
        ...row,
        code,
        passage: passage && text.slice(passage.start, passage.end),
        memo,
      }),
    );
  });
}
