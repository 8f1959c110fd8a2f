import { codesByPlace } from '../../agreement/namedByPlace';
import type { Version } from '../../agreement/version';
import type { ExportedTranscript } from './exportedTranscript';
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
}

/** The names of the columns, in order. */
export const tidyColumns: readonly (keyof TidyRow)[] = [
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
];

/** The rows of transcripts: by transcript, rater, turn, and the codes in order. Words are as they were said. */
export function tidyRows(transcripts: readonly ExportedTranscript[]): readonly TidyRow[] {
  return transcripts.flatMap(({ id, versions }) => versions.flatMap(version => rowsOf(id, version)));
}

/**
 * The same rows without words of the transcripts: turns, times, stages, and the roles and codes that protocols have. A
 * transcript and a rater are called by their first file, a code that no protocol has by its first place.
 */
export function bareRows(transcripts: readonly ExportedTranscript[]): readonly TidyRow[] {
  const codeOf = codesByPlace(transcripts.flatMap(({ versions }) => versions));
  return transcripts.flatMap(({ versions }) =>
    versions.flatMap(version => {
      const roles = version.protocol?.roles.map(({ id }) => id) ?? [];
      const known = (role: string | undefined) => roles.find(id => id === role);
      return rowsOf(versions[0].file, version).map(
        (row): TidyRow => ({
          ...row,
          speaker: undefined,
          role: known(row.role),
          code: row.code && codeOf(row.code),
          rater: version.file,
          text: '',
          passage: undefined,
          memo: undefined,
        }),
      );
    }),
  );
}

function rowsOf(transcript: string, { file, rater, transcript: own }: Version): readonly TidyRow[] {
  return own.turns.flatMap((turn): readonly TidyRow[] => {
    const { start, end, speaker, role, stage, words: text } = turn;
    const row = { transcript, file, turn: turn.index + 1, start, end, speaker, role, stage, rater, text };
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
