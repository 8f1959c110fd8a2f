import type { Match, RelatedStage } from './compiledProtocol';
import { areForms, type ContentWord, contentReader } from './contentWords';
import type { Protocol, Stage } from './schema';
import type { Synonyms } from './synonyms';
import { titleText } from './title';
import { type TermTitle, titlesOf } from './titleIndex';

/** What the words of a heading that is no title have to do with the stages of a protocol. */
export interface LooseTitles {
  /**
   * The one stage that a title (its comparable words without numbering) names in words of its own: if all its content
   * words, two or more, are words of that stage and one of them of no other; a single one must be all that a title of
   * the stage consists of, but for its ending.
   */
  stageOf(title: string): Match<Stage> | undefined;
  /** The stages with which the title shares a telling word, those with the most first. */
  relatedTo(title: string): readonly RelatedStage[];
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

/** Reads the stages of a protocol, with their sections, for what is said in other words. */
export function looseTitlesOf(protocol: Protocol, synonyms: Synonyms): LooseTitles {
  const { stages } = protocol;
  const reader = contentReader(synonyms, roleNames(protocol));
  const read = (titles: readonly TermTitle<Stage>[]): readonly TitleWords[] =>
    titles.map(title => ({ title, words: reader.wordsOf(titleText(title.title), title.language) }));
  const own = read(stages.flatMap(stage => titlesOf(stage, stage)));
  const inner = read(stages.flatMap(stage => stage.sections.flatMap(section => titlesOf(stage, section))));
  const index = indexOf([...own, ...inner], ({ forms }) => forms);
  /** Those that are all that a title of a stage has, without endings. */
  const alone = indexOf(
    own.filter(({ words }) => words.length === 1),
    ({ bare }) => bare,
  );
  const stagesWith = (word: ContentWord) => stagesIn(index, word.forms);
  return {
    stageOf(title) {
      const words = reader.wordsOf(title, undefined);
      const [word, another] = words;
      if (word === undefined) return undefined;
      const fitting = another === undefined ? stagesIn(alone, word.bare) : fittingAll(words.map(stagesWith));
      const [stage, other] = fitting;
      if (stage === undefined || other !== undefined) return undefined;
      return { term: stage, language: languageOf(words, stage, index) };
    },
    relatedTo(title) {
      const counts = new Map<Stage, number>();
      for (const word of reader.wordsOf(title, undefined)) {
        const having = stagesWith(word);
        // A word that every stage has tells none of them.
        if (having.size === stages.length && stages.length > 1) continue;
        for (const stage of having) counts.set(stage, (counts.get(stage) ?? 0) + 1);
      }
      const related = stages.map(stage => ({ stage, count: counts.get(stage) ?? 0 }));
      return related.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
    },
    isFormOf(title, known, language) {
      return areForms(reader.wordsOf(title, undefined), reader.wordsOf(titleText(known), language));
    },
  };
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

function stagesIn(index: WordIndex, forms: readonly string[]): ReadonlySet<Stage> {
  return new Set(forms.flatMap(form => [...(index.get(form)?.keys() ?? [])]));
}

/** The stage that has all words of a title, one of them alone; `having` are the stages that have each word. */
function fittingAll(having: readonly ReadonlySet<Stage>[]): ReadonlySet<Stage> {
  const [stage] = having.find(({ size }) => size === 1) ?? [];
  return new Set(stage !== undefined && having.every(stages => stages.has(stage)) ? [stage] : []);
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
