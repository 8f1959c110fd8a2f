import type { Titles } from '../message';
import type { Match } from './compiledProtocol';
import type { Synonyms } from './synonyms';
import { titleText } from './title';

/** A title or alias of a term, as the protocol writes it. */
export interface TermTitle<Term> {
  readonly term: Term;
  readonly title: string;
  readonly language: string;
}

/** Anything of a protocol that has titles. */
export interface Titled {
  readonly title: Titles;
  readonly aliases: Readonly<Record<string, readonly string[]>>;
}

/** The titles and aliases of a thing, each as a title of `term`. */
export function titlesOf<Term>(term: Term, { title, aliases }: Titled): readonly TermTitle<Term>[] {
  const lists = Object.entries(title).map(([language, text]) => [language, [text]] as const);
  return [...lists, ...Object.entries(aliases)].flatMap(([language, texts]) =>
    texts.map(text => ({ term, title: text, language })),
  );
}

/** Terms by the canonical form of their titles; of two terms with the same title the first stands. */
export type TitleIndex<Term> = ReadonlyMap<string, Match<Term>>;

/** Indexes terms by their titles. */
export function titleIndex<Term>(titles: readonly TermTitle<Term>[], synonyms: Synonyms): TitleIndex<Term> {
  const index = new Map<string, Match<Term>>();
  for (const { term, title, language } of titles) {
    const key = synonyms.canonical(titleText(title));
    const known = index.get(key);
    if (!known) index.set(key, { term, language });
    // Written the same in two languages, a title tells neither.
    else if (known.term === term && known.language !== language)
      index.set(key, { term, language: undefined });
  }
  return index;
}

/** Indexes things that have titles, each under its own. */
export function indexTitled<Term extends Titled>(
  terms: readonly Term[],
  synonyms: Synonyms,
): TitleIndex<Term> {
  return titleIndex(
    terms.flatMap(term => titlesOf(term, term)),
    synonyms,
  );
}

/** What the first of `keys` (canonical) that names something names. */
export function findTitle<Term>(index: TitleIndex<Term>, keys: readonly string[]): Match<Term> | undefined {
  for (const key of keys) {
    const match = index.get(key);
    if (match) return match;
  }
  return undefined;
}
