import type { TextRange } from '../text/textRange';

/** The GUIDs of a coding and of its passage in the project that it comes from. */
interface KeptOrigin {
  readonly coding: string | undefined;
  readonly passage: string | undefined;
}

/** What a transcript keeps of its codings, by the keys of {@link originKey}. */
export type KeptOrigins = ReadonlyMap<string, KeptOrigin>;

/** A coding as the comment names it. */
export interface NamedCoding {
  /** The place of the turn, from 0. */
  readonly turn: number;
  /** In the turn's words; undefined for the whole. */
  readonly passage: TextRange | undefined;
  readonly code: string;
}

/** The key of the front matter that keeps the GUID of the rater in that project. */
export const coderGuidKey = 'coder-guid';

/** Where stages are codings, that of the heading above a turn. */
export const stageCoding = { passage: undefined, code: '##' } as const;

const NONE = '-';
const COMMENT = /<!-- session-notes codings of (\S+)\r?\n([^<>]*)-->\s*$/;

/** How a coding is found again, as long as turns and words stay what they are. */
export function originKey({ turn, passage, code }: NamedCoding): string {
  return `${turn + 1} ${passage === undefined ? NONE : `${passage.start}-${passage.end}`} ${code}`;
}

/**
 * A comment for the end of a transcript: what the codings in it are called in the project of another program, so that
 * they go back there as the same. `coder` is the GUID of the rater; what is another rater's is not used.
 */
export function originsComment(origins: KeptOrigins, coder: string | undefined): string {
  const lines = [...origins].map(
    ([key, { coding, passage }]) => `${key} ${coding ?? NONE} ${passage ?? NONE}\n`,
  );
  return `<!-- session-notes codings of ${coder ?? NONE}\n${lines.join('')}-->`;
}

/** Where such a comment stands at the end of a text. */
export function originsRange(text: string): TextRange | undefined {
  const start = text.lastIndexOf('<!--');
  return start >= 0 && COMMENT.test(text.slice(start)) ? { start, end: text.length } : undefined;
}

/** The comment after the passages of codings moved, by the keys that they had. */
export function movedOrigins(comment: string, moved: ReadonlyMap<string, string>): string {
  return comment.replace(/^(\d+ \S+ \S+)(?= )/gm, key => moved.get(key) ?? key);
}

/** What such a comment keeps, where it is of this rater. */
export function originsIn(text: string, coder: string | undefined): KeptOrigins {
  const start = originsRange(text)?.start;
  const [, of, lines = ''] = start === undefined ? [] : (COMMENT.exec(text.slice(start)) ?? []);
  if (of !== (coder ?? NONE)) return new Map();
  return new Map(
    lines.split(/\r?\n/).flatMap(line => {
      const [turn, passage, code, coding, selection] = line.split(' ');
      if (selection === undefined) return [];
      const kept = { coding: guidOrNone(coding), passage: guidOrNone(selection) };
      return [[`${turn} ${passage} ${code}`, kept] as const];
    }),
  );
}

const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function guidOrNone(text: string | undefined): string | undefined {
  return text !== undefined && GUID.test(text) ? text : undefined;
}
