import type { Steps } from '../../steps';
import { type Source, type SourcePiece, withoutReferences } from './containers/source';
import type { Claim, ImportContext, ImportedTranscript } from './importedTranscript';

const WORDS = /[\p{L}\p{N}\p{M}]+/gu;
const MOST_PLAIN_WORDS = 4;
/** How many pieces are looked at in one step. */
const PIECES_AT_ONCE = 1000;

/**
 * The first line of a source whose words are neither said in the transcript, once and in order, nor claimed for
 * something else; undefined where every word is accounted for. Words are runs of letters, digits and their marks.
 * It knows nothing of how the transcript was read: what is claimed is cut out of the pieces where it stands, and what
 * remains has to be the words of the transcript, no more and no less. In steps. What is claimed for a speaker's name without a
 * sign of its own has to come twice, to be known, or to look like a name.
 */
export function* lineUnaccounted(
  { pieces, hasReferences }: Source,
  { cues, preamble, claims }: Pick<ImportedTranscript, 'cues' | 'preamble' | 'claims'>,
  context: ImportContext,
): Steps<number | undefined> {
  const byPiece = claimsByPiece(claims);
  const said = new SaidWords([...preamble, ...inOrder(cues).flatMap(({ words }) => words.split('\n'))]);
  const names = countsOfNames(claims);
  for (const [at, piece] of pieces.entries()) {
    if (at % PIECES_AT_ONCE === 0) yield;
    const own = byPiece.get(at) ?? [];
    const rest = own.length === 0 ? piece.text : withoutClaims(piece, own);
    if (rest === undefined || !own.every(claim => isSoundName(claim, names, context))) return piece.line;
    if (!said.takes(rest, hasReferences)) return piece.line;
  }
  return said.next() === undefined ? undefined : (pieces.at(-1)?.line ?? 0);
}

function inOrder(cues: ImportedTranscript['cues']): ImportedTranscript['cues'] {
  if (!cues.every(({ piece }) => piece !== undefined)) return cues;
  return [...cues].sort((a, b) => (a.piece ?? 0) - (b.piece ?? 0));
}

function claimsByPiece(claims: readonly Claim[]): ReadonlyMap<number, readonly Claim[]> {
  const found = new Map<number, Claim[]>();
  for (const claim of claims) {
    const known = found.get(claim.piece);
    if (known === undefined) found.set(claim.piece, [claim]);
    else known.push(claim);
  }
  return found;
}

/** What remains of a piece; undefined where something is claimed that does not stand there, or stands there once less. */
function withoutClaims({ text }: SourcePiece, claims: readonly Claim[]): string | undefined {
  const cuts: { start: number; end: number; by: string }[] = [];
  let from = 0;
  for (const { text: claimed, as, isLast = false } of claims) {
    const next = isLast ? text.lastIndexOf(claimed) : text.indexOf(claimed, from);
    const start = next < 0 ? text.indexOf(claimed) : next;
    if (start < 0) return undefined;
    const end = start + claimed.length;
    cuts.push({ start, end, by: as === 'markup' ? '' : ' ' });
    if (!isLast) from = end;
  }
  let rest = '';
  let done = 0;
  for (const { start, end, by } of cuts.sort((a, b) => a.start - b.start)) {
    if (start < done) return undefined;
    rest += text.slice(done, start) + by;
    done = end;
  }
  return rest + text.slice(done);
}

function wordsIn(text: string): readonly string[] {
  return text.match(WORDS) ?? [];
}

/** The words of several texts, one after the other. */
class SaidWords {
  readonly #texts: readonly string[];
  #text = 0;
  #words: readonly string[] = [];
  #word = 0;

  constructor(texts: readonly string[]) {
    this.#texts = texts;
  }

  /** Goes on behind the words of a text; tells whether they are those that are next. */
  takes(text: string, hasReferences: boolean): boolean {
    // Most are next as a whole, letter by letter.
    if (this.#word >= this.#words.length && this.#texts[this.#text] === text.trim()) {
      this.#text++;
      return true;
    }
    return wordsIn(hasReferences ? withoutReferences(text) : text).every(word => this.next() === word);
  }

  next(): string | undefined {
    while (this.#word >= this.#words.length) {
      const text = this.#texts[this.#text++];
      if (text === undefined) return undefined;
      this.#words = wordsIn(text);
      this.#word = 0;
    }
    return this.#words[this.#word++];
  }
}

function countsOfNames(claims: readonly Claim[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { as, text } of claims)
    if (as === 'speaker') counts.set(nameIn(text), (counts.get(nameIn(text)) ?? 0) + 1);
  return counts;
}

function isSoundName(
  { as, text, isSure }: Claim,
  counts: ReadonlyMap<string, number>,
  context: ImportContext,
): boolean {
  if (as !== 'speaker' || isSure === true || /[:<>[\]{}()|\d]/.test(text)) return true;
  const name = nameIn(text);
  if ((counts.get(name) ?? 0) > 1 || context.isSpeaker(name)) return true;
  const words = name.split(' ');
  return (
    words.length <= MOST_PLAIN_WORDS &&
    !/[.?!,;]$/.test(name) &&
    words.every(word => /^[^\p{Ll}]/u.test(word))
  );
}

function nameIn(text: string): string {
  return wordsIn(text).join(' ');
}
