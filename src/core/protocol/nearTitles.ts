import { type Near, type NearIndex, nearIndex, uniqueNearest } from '../text/nearest';
import type { Synonyms } from './synonyms';
import { titleText } from './title';
import type { TermTitle } from './titleIndex';

/** How many wordings of one title are tried, where it has many words with synonyms. */
const MOST_WORDINGS = 64;
const WORDS = /[\p{L}\p{N}]+/gu;

/** A title that comes near, in the wording that was compared. */
interface Wording<Term> {
  readonly title: TermTitle<Term>;
  readonly words: ReadonlySet<string>;
}

/** Titles, in all their wordings, to find the near misses of. */
type NearTitles<Term> = NearIndex<Wording<Term>>;

/** The words of comparable texts. */
export function titleWords(texts: Iterable<string>): ReadonlySet<string> {
  const words = new Set<string>();
  for (const text of texts) for (const word of text.match(WORDS) ?? []) words.add(word);
  return words;
}

/** Indexes titles for near misses. */
export function nearTitles<Term>(titles: readonly TermTitle<Term>[], synonyms: Synonyms): NearTitles<Term> {
  return nearIndex(
    titles.flatMap(title =>
      synonyms
        .wordings(titleText(title.title), MOST_WORDINGS)
        .map(wording => [wording, { title, words: titleWords([wording]) }] as const),
    ),
  );
}

/**
 * The title of the one term of `indexes` that comes nearest to one of `forms`. A word that the protocol itself
 * uses (`vocabulary`) is not a misspelling of another: "Tujuan konseling" is not "Tujuan konseli".
 */
export function nearestTitle<Term>(
  forms: readonly string[],
  indexes: readonly NearTitles<Term>[],
  vocabulary: ReadonlySet<string>,
): TermTitle<Term> | undefined {
  const found: Near<TermTitle<Term>>[] = [];
  for (const form of forms) {
    const near = indexes.flatMap(index => index.near(form));
    if (near.length === 0) continue;
    const known = [...titleWords([form])].filter(word => vocabulary.has(word));
    for (const { value, steps } of near) {
      if (known.every(word => value.words.has(word))) found.push({ value: value.title, steps });
    }
  }
  return uniqueNearest(found, (a, b) => a.term === b.term);
}
