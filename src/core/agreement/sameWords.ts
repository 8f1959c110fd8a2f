import { quoting } from '../message';
import { onOneLine } from '../text/onOneLine';
import type { Turn } from '../transcript/transcript';
import { lineOfTurn, type PairingFault, type Version } from './version';

/** How many code units of the words are quoted before and behind a difference. */
const quoted = 20;
const BLANK = /\s/;

/**
 * Where versions of one transcript first differ in their words, or in who speaks them; undefined where they do not.
 * Headings, codes, memos and front matter are no words, repeated blanks are one, and a speaker may go by another name
 * as long as the role is the same (as in a blinded copy).
 */
export function wordsDifference(
  id: string,
  first: Version,
  others: readonly Version[],
): PairingFault | undefined {
  for (const other of others) {
    const fault = differenceBetween(id, first, other);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function differenceBetween(id: string, first: Version, other: Version): PairingFault | undefined {
  const count = Math.max(first.transcript.turns.length, other.transcript.turns.length);
  const isSameCount = first.transcript.turns.length === other.transcript.turns.length;
  for (let turn = 0; turn < count; turn++) {
    const a = first.transcript.turns[turn];
    const b = other.transcript.turns[turn];
    // The turn that one of them lacks is named in the other.
    const [here, there] = a === undefined ? [other, first] : [first, other];
    const fault = (key: DifferenceKey, words: readonly string[]): PairingFault => ({
      reason: quoting(
        key,
        { transcript: id },
        {
          file: here.file,
          line: lineOfTurn(here, turn) + 1,
          other: there.file,
          otherLine: lineOfTurn(there, turn) + 1,
          ...(key === 'agree.turns-differ' && {
            turns: here.transcript.turns.length,
            otherTurns: there.transcript.turns.length,
          }),
        },
      ),
      places: [here, there].map(version => ({ version, turn })),
      quotes: words,
    });
    if (a === undefined || b === undefined) return fault('agree.turn-missing', []);
    if (foldedWords(a) !== foldedWords(b))
      return fault(isSameCount ? 'agree.words-differ' : 'agree.turns-differ', quotes(a, b));
    if (a.role !== b.role) return fault('agree.speakers-differ', []);
  }
  return undefined;
}

type DifferenceKey =
  | 'agree.turn-missing'
  | 'agree.turns-differ'
  | 'agree.words-differ'
  | 'agree.speakers-differ';

/** The words of a turn as they are compared: repeated blanks, line ends among them, are one. */
export function foldedWords({ words }: Pick<Turn, 'words'>): string {
  return onOneLine(words);
}

/** Where in the folded words of a turn that stands which stands at each offset of its words, their end included. */
export function foldedOffsets({ words }: Pick<Turn, 'words'>): Int32Array {
  const offsets = new Int32Array(words.length + 1);
  let folded = 0;
  // Blanks before the first word are none.
  let isBlank = true;
  for (let at = 0; at < words.length; at++) {
    const isNextBlank = BLANK.test(words.charAt(at));
    if (!isNextBlank || !isBlank) folded++;
    isBlank = isNextBlank;
    offsets[at + 1] = folded;
  }
  return offsets;
}

function quotes(a: Turn, b: Turn): readonly string[] {
  const left = foldedWords(a);
  const right = foldedWords(b);
  let same = 0;
  while (same < Math.min(left.length, right.length) && left[same] === right[same]) same++;
  return [left, right].map(words => words.slice(Math.max(0, same - quoted), same + quoted));
}
