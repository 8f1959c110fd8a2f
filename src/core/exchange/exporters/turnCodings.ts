import type { TextRange } from '../../text/textRange';
import { codingsOf, isNothingSaid } from '../../transcript/codings';
import type { Turn } from '../../transcript/transcript';

/** One code that a turn, or a passage of it, was given. */
interface TurnCoding {
  readonly code: string;
  /** The passage in the turn's `words`; undefined where the whole turn is meant. */
  readonly passage: TextRange | undefined;
  readonly memo: string | undefined;
}

/** A memo on a passage that has no code. */
interface PassageMemo {
  readonly passage: TextRange;
  readonly memo: string;
}

/** The memos of a turn on passages without a code. */
export function uncodedMemos({ spans, words }: Turn): readonly PassageMemo[] {
  return spans.flatMap(span => {
    const { codes, memo, words: passage } = span;
    if (memo === undefined || codes.length > 0 || isNothingSaid(span, words)) return [];
    return [{ passage, memo }];
  });
}

/** The codings of a turn: those of the whole of it, then those of passages in order. Each code counts once. */
export function turnCodings(turn: Turn): readonly TurnCoding[] {
  const whole = [...new Set(turn.codes.map(({ code }) => code))];
  return [
    ...whole.map(code => ({ code, passage: undefined, memo: undefined })),
    ...codingsOf(turn).map(({ code, words, memo }) => ({ code, passage: words, memo })),
  ];
}
