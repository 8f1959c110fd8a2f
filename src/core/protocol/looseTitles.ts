import { languages } from '../language/languages';
import { wordsOf } from '../language/languageWords';
import type { Match, NearTerm, RelatedStage } from './compiledProtocol';
import { areForms, type ContentReader, type ContentWord, contentReader } from './contentWords';
import type { Protocol, Section, Stage } from './schema';
import type { Synonyms } from './synonyms';
import { titleText } from './title';
import { type TermTitle, titlesOf } from './titleIndex';

/** A word of a title of the stage itself tells more than one of its sections. */
const IN_TITLE = 2;
const IN_SECTION = 1;

const NO_WORD = /[^\p{L}\p{N}]+/u;
const pastWords: ReadonlySet<string> = new Set(wordsOf(languages, table => table.pastWords));

/** What the words of a heading that is no title have to do with the stages of a protocol. */
export interface LooseTitles {
  /**
   * The one stage that a title (its comparable words without numbering) names in words of its own: if all its content
   * words, two or more, are in titles of that stage, and one of them in none of another; a single one must be all that
   * a title of the stage consists of, but for its ending, and not be
   * said of an earlier session where none of the stage is.
   */
  stageOf(title: string): Match<Stage> | undefined;
  /** The stages with which the title shares a telling word, those with most in common first. */
  relatedTo(title: string): readonly RelatedStage[];
  /** The one section of a stage whose title has all words of a shorter title, if each of them tells something. */
  sectionOf(stage: Stage, title: string): NearTerm | undefined;
  /** Whether a title has the words of another one, which is of the protocol, in other forms, and so is no slip of the pen. */
  isFormOf(title: string, known: string, language: string): boolean;
}

/** The stages whose titles have a word, by the forms that it may have, and the languages of these titles. */
type WordIndex = ReadonlyMap<string, ReadonlyMap<Stage, ReadonlySet<string>>>;

/** The words of one title of a stage. */
interface TitleWords {
  readonly title: TermTitle<Stage>;
  readonly words: readonly ContentWord[];
}

/** The words of one title of a section. */
interface SectionWords {
  readonly section: Section;
  readonly title: string;
  readonly language: string;
  readonly words: ReadonlySet<string>;
}

/** Reads the stages of a protocol, with their sections, for what is said in other words. */
export function looseTitlesOf(protocol: Protocol, synonyms: Synonyms): LooseTitles {
  const { stages } = protocol;
  const reader = contentReader(synonyms, roleNames(protocol));
  const read = (titles: readonly TermTitle<Stage>[]): readonly TitleWords[] =>
    titles.map(title => ({ title, words: reader.wordsOf(titleText(title.title), title.language) }));
  const own = read(stages.flatMap(stage => titlesOf(stage, stage)));
  const inner = read(stages.flatMap(stage => stage.sections.flatMap(section => titlesOf(stage, section))));
  const titles = indexOf(own, ({ forms }) => forms);
  const index = indexOf([...own, ...inner], ({ forms }) => forms);
  const telling = indexOf([...own, ...inner], tellingForms);
  const tellingTitles = indexOf(own, tellingForms);
  /** Those that are all that a title of a stage has, without endings. */
  const alone = indexOf(
    own.filter(({ words }) => words.length === 1),
    ({ bare }) => bare,
  );
  const ofThePast = new Set(
    own.flatMap(({ title }) => (isOfThePast(titleText(title.title)) ? [title.term] : [])),
  );
  /** The stage whose titles have all of these words, of which no other stage has one, not even in its sections. */
  const withAll = (words: readonly ContentWord[]): ReadonlySet<Stage> => {
    const [stage] = words.map(({ forms }) => stagesIn(index, forms)).find(({ size }) => size === 1) ?? [];
    const hasAll = words.every(({ forms }) => stage !== undefined && stagesIn(titles, forms).has(stage));
    return new Set(stage !== undefined && hasAll ? [stage] : []);
  };
  const sections = new Map<Stage, readonly SectionWords[]>();
  const sectionsOf = (stage: Stage): readonly SectionWords[] => {
    const known = sections.get(stage) ?? stage.sections.flatMap(section => sectionWords(section, reader));
    sections.set(stage, known);
    return known;
  };
  return {
    stageOf(title) {
      const words = reader.wordsOf(title, undefined);
      const [word, another] = words;
      if (word === undefined) return undefined;
      const [stage, other] = another === undefined ? stagesIn(alone, word.bare) : withAll(words);
      if (stage === undefined || other !== undefined) return undefined;
      // `Homework of last week` is not the homework of today.
      if (another === undefined && isOfThePast(title) && !ofThePast.has(stage)) return undefined;
      return { term: stage, language: languageOf(words, stage, titles) };
    },
    relatedTo(title) {
      const weights = new Map<Stage, number>();
      for (const word of reader.wordsOf(title, undefined)) {
        const having = stagesIn(telling, tellingForms(word));
        // A word that every stage has tells none of them.
        if (having.size === stages.length && stages.length > 1) continue;
        const inTitles = stagesIn(tellingTitles, tellingForms(word));
        for (const stage of having) {
          weights.set(stage, (weights.get(stage) ?? 0) + (inTitles.has(stage) ? IN_TITLE : IN_SECTION));
        }
      }
      const related = stages.map(stage => ({ stage, weight: weights.get(stage) ?? 0 }));
      return related.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight);
    },
    sectionOf(stage, title) {
      const all = title.split(NO_WORD);
      const words = reader.plainWordsOf(title);
      if (words.length === 0 || words.length < all.length) return undefined;
      const having = sectionsOf(stage).filter(each => words.every(word => each.words.has(word)));
      const [first] = having;
      if (first === undefined || having.some(({ section }) => section !== first.section)) return undefined;
      const { section, title: whole, language } = first;
      return { term: { kind: 'section', stage, section }, title: whole, language };
    },
    isFormOf(title, known, language) {
      return areForms(reader.wordsOf(title, undefined), reader.wordsOf(titleText(known), language));
    },
  };
}

function sectionWords(section: Section, reader: ContentReader): readonly SectionWords[] {
  return Object.entries(section.title).map(([language, title]) => {
    return { section, title, language, words: new Set(reader.plainWordsOf(titleText(title))) };
  });
}

function isOfThePast(title: string): boolean {
  return title.split(NO_WORD).some(word => pastWords.has(word));
}

function roleNames({ roles }: Protocol): readonly string[] {
  return roles.flatMap(role => titlesOf(role, role)).map(({ title }) => titleText(title));
}

function indexOf(
  titles: readonly TitleWords[],
  formsOf: (word: ContentWord) => readonly string[],
): WordIndex {
  const index = new Map<string, Map<Stage, Set<string>>>();
  for (const { title, words } of titles) {
    for (const form of words.flatMap(formsOf)) {
      const stages = index.get(form) ?? new Map<Stage, Set<string>>();
      stages.set(title.term, (stages.get(title.term) ?? new Set()).add(title.language));
      index.set(form, stages);
    }
  }
  return index;
}

/**
 * The forms by which a word tells what another is about. A word that is made of a root with a beginning may be about
 * something else (`dekat` and `pendekatan`); two words that are made of it are not.
 */
function tellingForms({ bare, forms }: ContentWord): readonly string[] {
  const roots = forms.filter(form => !bare.includes(form));
  return [...bare, ...roots.map(root => `-${root}`)];
}

function stagesIn(index: WordIndex, forms: readonly string[]): ReadonlySet<Stage> {
  return new Set(forms.flatMap(form => [...(index.get(form)?.keys() ?? [])]));
}

/** The language in which most of the words stand in titles of the stage, if there is one. */
function languageOf(words: readonly ContentWord[], stage: Stage, index: WordIndex): string | undefined {
  const counts = new Map<string, number>();
  for (const { forms } of words) {
    const languages = new Set(forms.flatMap(form => [...(index.get(form)?.get(stage) ?? [])]));
    for (const language of languages) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  const most = Math.max(...counts.values());
  const [language, other] = [...counts].filter(([, count]) => count === most).map(([tag]) => tag);
  return other === undefined ? language : undefined;
}
