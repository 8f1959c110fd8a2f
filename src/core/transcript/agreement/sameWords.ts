import { message } from '../../message';
import type { Turn } from '../transcript';
import { lineOfTurn, type PairingFault, type Version } from './version';

/** How many code units of the words are quoted before and behind a difference. */
const quoted = 20;
const BLANKS = /\s+/g;

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
  for (let at = 0; at < count; at++) {
    const a = first.transcript.turns[at];
    const b = other.transcript.turns[at];
    const places = {
      transcript: id,
      file: first.file,
      line: lineOfTurn(first, at) + 1,
      other: other.file,
      otherLine: lineOfTurn(other, at) + 1,
    };
    if (a === undefined || b === undefined) {
      const [longer, shorter] = a === undefined ? [other, first] : [first, other];
      const line = lineOfTurn(longer, at) + 1;
      const args = { transcript: id, file: longer.file, line, other: shorter.file };
      return { reason: message('agree.turn-missing', args), quotes: [] };
    }
    if (foldedWords(a) !== foldedWords(b))
      return { reason: message('agree.words-differ', places), quotes: quotes(a, b) };
    if (!haveSameSpeaker(a, b)) return { reason: message('agree.speakers-differ', places), quotes: [] };
  }
  return undefined;
}

/** The words of a turn as they are compared: repeated blanks, line ends among them, are one. */
export function foldedWords({ words }: Pick<Turn, 'words'>): string {
  return words.trim().replace(BLANKS, ' ');
}

/** Where in the folded words of a turn that stands which stands at `offset` of its words. */
export function foldedOffset({ words }: Pick<Turn, 'words'>, offset: number): number {
  return words.slice(0, offset).trimStart().replace(BLANKS, ' ').length;
}

function haveSameSpeaker(a: Turn, b: Turn): boolean {
  return a.role === b.role && (a.role !== undefined || a.speaker === b.speaker);
}

function quotes(a: Turn, b: Turn): readonly string[] {
  const left = foldedWords(a);
  const right = foldedWords(b);
  let same = 0;
  while (same < Math.min(left.length, right.length) && left[same] === right[same]) same++;
  return [left, right].map(words => words.slice(Math.max(0, same - quoted), same + quoted));
}
