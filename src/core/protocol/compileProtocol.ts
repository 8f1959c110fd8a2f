import { comparable } from '../text/comparable';
import { remembered } from '../text/remembered';
import { type ChoiceIndex, choicesOfLine, noChoices } from './choiceLine';
import { type Codebook, makeCodebook } from './codebook';
import type { ChoiceReading, CompiledProtocol, Match, NearTerm, TitleWords } from './compiledProtocol';
import { fieldOfLabel, fieldsByTitle } from './labelFields';
import { type LooseTitles, looseTitlesOf } from './looseTitles';
import { type NearHeadings, nearHeadingsOf } from './nearHeadings';
import { titleWords } from './nearTitles';
import {
  type Choice,
  type Field,
  type Measure,
  type Protocol,
  type ProtocolGoal,
  type Section,
  type Stage,
  stepsOf,
} from './schema';
import { type Synonyms, synonymsOf } from './synonyms';
import { type ReadTitle, readTitle, titleText } from './title';
import { findTitle, indexTitled, type TitleIndex, titlesOf } from './titleIndex';

/** Indexes the titles of a protocol for matching. */
export function compileProtocol(protocol: Protocol): CompiledProtocol {
  return new IndexedProtocol(protocol);
}

/** A title, and its forms as the indexes of titles have them. */
interface KeyedTitle extends ReadTitle {
  readonly keys: readonly string[];
}

/** The titles of what one stage holds. */
interface StageIndex {
  readonly sections: TitleIndex<Section>;
  readonly goals: TitleIndex<ProtocolGoal>;
}

/** What parts a title from the same one in another language. */
const SIDES = /[/|\u00b7]| [-\u2013\u2014] /;
const LONGEST_SIDES = 200;

/** What all sides of a title that says one thing in two languages name: `Assessment / Asesmen`. */
function sameOnAllSides<Term>(
  rawTitle: string,
  termOf: (side: string) => Match<Term> | undefined,
): Match<Term> | undefined {
  if (rawTitle.length > LONGEST_SIDES || !SIDES.test(rawTitle)) return undefined;
  const [first, ...others] = rawTitle.split(SIDES).map(termOf);
  if (first === undefined || others.some(other => other?.term !== first.term)) return undefined;
  return { term: first.term, language: undefined };
}

class IndexedProtocol implements CompiledProtocol {
  readonly #synonyms: Synonyms;
  readonly #stages: TitleIndex<Stage>;
  readonly #byStage: ReadonlyMap<Stage, StageIndex>;
  readonly #choices: ReadonlyMap<Section, ChoiceIndex>;
  readonly #headingIds: ReadonlySet<string>;
  readonly #fields: ReadonlyMap<string, Field>;
  readonly #fieldsByTitle: ReadonlyMap<string, string>;
  readonly #measures: ReadonlyMap<string, Measure>;
  #codebook: Codebook | undefined;
  #nearHeadings: NearHeadings | undefined;
  #loose: LooseTitles | undefined;
  readonly #read = new Map<string, KeyedTitle>();
  readonly #words = new Map<string, TitleWords>();
  readonly #nearTerms = new Map<string, NearTerm | 'none'>();
  readonly #shortened = new Map<string, NearTerm | 'none'>();
  readonly #fieldOfKey = new Map<string, Field | 'none'>();
  readonly #fieldOfLabel = new Map<string, string>();
  readonly #measureOfName = new Map<string, Measure | 'none'>();

  constructor(readonly protocol: Protocol) {
    const synonyms = synonymsOf(protocol.synonyms.map(set => set.map(titleText)));
    const sections = protocol.stages.flatMap(stage => stage.sections);
    this.#synonyms = synonyms;
    this.#stages = withIds(indexTitled(protocol.stages, synonyms), protocol.stages, synonyms);
    this.#byStage = new Map(
      protocol.stages.map(stage => [
        stage,
        {
          sections: indexTitled(stage.sections, synonyms),
          goals: indexTitled(stage.goals, synonyms),
        },
      ]),
    );
    this.#choices = new Map(
      protocol.stages.flatMap(stage =>
        stage.sections.map(section => [section, choiceIndex(stage, section, synonyms)] as const),
      ),
    );
    this.#headingIds = new Set([...protocol.stages, ...sections].map(({ id }) => id));
    this.#fields = fieldsByKey(protocol.fields);
    this.#fieldsByTitle = fieldsByTitle(protocol.fields);
    this.#measures = measuresByName(protocol.measures);
  }

  /** Made when first asked for: only transcripts are coded. */
  get codebook(): Codebook {
    this.#codebook ??= makeCodebook(this.protocol);
    return this.#codebook;
  }

  matchStage(rawTitle: string): Match<Stage> | undefined {
    const title = this.#titleOf(rawTitle);
    if (this.#names(title.explicitId)) return matchById(this.protocol.stages, title.explicitId);
    return this.#stageOf(title) ?? sameOnAllSides(rawTitle, side => this.#stageOf(this.#titleOf(side)));
  }

  matchStages(rawTitle: string): readonly Match<Stage>[] | undefined {
    if (!rawTitle.includes('/')) return undefined;
    const matches = rawTitle.split('/').map(part => this.matchStage(part));
    const known = matches.filter(match => match !== undefined);
    const areDistinct = new Set(known.map(({ term }) => term)).size === matches.length;
    return areDistinct ? known : undefined;
  }

  titleWords(rawTitle: string): TitleWords {
    return remembered(this.#words, rawTitle, title => this.#wordsOf(this.#titleOf(title)));
  }

  matchSection(stage: Stage, rawTitle: string): Match<Section> | undefined {
    const { explicitId, keys } = this.#titleOf(rawTitle);
    if (this.#names(explicitId)) return matchById(stage.sections, explicitId);
    const sections = this.#byStage.get(stage)?.sections;
    const named = findIn(sections, keys);
    return named ?? sameOnAllSides(rawTitle, side => findIn(sections, this.#titleOf(side).keys));
  }

  matchGoal(stage: Stage, rawText: string): ProtocolGoal | undefined {
    const goals = this.#byStage.get(stage)?.goals;
    if (goals === undefined || goals.size === 0) return undefined;
    return findTitle(goals, this.#titleOf(withoutFullStop(rawText)).keys)?.term;
  }

  matchChoice(section: Section, rawLine: string): Choice | undefined {
    return this.readChoices(section, rawLine).named[0];
  }

  readChoices(section: Section, rawLine: string): ChoiceReading {
    const choices = this.#choices.get(section);
    return choices === undefined ? noChoices : choicesOfLine(rawLine, choices, this.#synonyms);
  }

  stageByName(name: string): Stage | undefined {
    // A number alone names a stage where nothing but stages is named.
    if (/^\d{1,2}$/.test(name.trim())) return stepsOf(this.protocol)[Number(name) - 1];
    return (
      matchById(this.protocol.stages, comparable(name))?.term ?? this.#stageOf(this.#titleOf(name))?.term
    );
  }

  fieldByKey(key: string): Field | undefined {
    const field = remembered(this.#fieldOfKey, key, () => this.#fields.get(fieldKey(key)) ?? 'none');
    return field === 'none' ? undefined : field;
  }

  fieldByLabel(label: string): string | undefined {
    const idOf = (key: string) => this.fieldByKey(key)?.id ?? this.#fieldsByTitle.get(key);
    const field = remembered(this.#fieldOfLabel, label, () => fieldOfLabel(label, idOf) ?? '');
    return field === '' ? undefined : field;
  }

  measureByName(name: string): Measure | undefined {
    const measure = remembered(
      this.#measureOfName,
      name,
      () => this.#measures.get(measureName(name)) ?? 'none',
    );
    return measure === 'none' ? undefined : measure;
  }

  nearHeading(rawTitle: string, within: Stage | undefined, atStageLevel = false): NearTerm | undefined {
    const key = `${atStageLevel} ${within?.id ?? ''} ${rawTitle}`;
    const near = remembered(
      this.#nearTerms,
      key,
      () => this.#nearTerm(rawTitle, within, atStageLevel) ?? 'none',
    );
    return near === 'none' ? undefined : near;
  }

  #nearTerm(rawTitle: string, within: Stage | undefined, atStageLevel: boolean): NearTerm | undefined {
    const { forms } = this.#titleOf(rawTitle);
    const near = this.#near().heading(forms, within, atStageLevel);
    if (near === undefined || this.titleWords(rawTitle).loose === undefined) return near;
    return this.#looseTitles().isFormOf(wordsOf(forms), near.title, near.language) ? undefined : near;
  }

  sectionInWords(stage: Stage, rawTitle: string): NearTerm | undefined {
    const near = remembered(
      this.#shortened,
      `${stage.id} ${rawTitle}`,
      () => this.#looseTitles().sectionOf(stage, wordsOf(this.#titleOf(rawTitle).forms)) ?? 'none',
    );
    return near === 'none' ? undefined : near;
  }

  nearStageName(name: string): Stage | undefined {
    return this.#near().stageName(readTitle(name).forms);
  }

  /** Whether an explicit id is that of a stage or section, so that it counts in place of the title. */
  #names(explicitId: string | undefined): boolean {
    return explicitId !== undefined && this.#headingIds.has(explicitId);
  }

  #stageOf({ keys, stageNumber }: KeyedTitle): Match<Stage> | undefined {
    const match = findTitle(this.#stages, keys);
    if (match || !stageNumber) return match;
    const term = stepsOf(this.protocol)[stageNumber.number - 1];
    return term && { term, language: stageNumber.language };
  }

  #titleOf(rawTitle: string): KeyedTitle {
    return remembered(this.#read, rawTitle, markdown => {
      const title = readTitle(markdown);
      return { ...title, keys: title.forms.map(this.#synonyms.canonical) };
    });
  }

  #wordsOf({ forms, keys }: KeyedTitle): TitleWords {
    const words = wordsOf(forms);
    const named = this.protocol.stages.flatMap(stage => {
      const match = findIn(this.#byStage.get(stage)?.sections, keys);
      return match === undefined ? [] : [{ stage, match }];
    });
    return {
      loose: this.#looseTitles().stageOf(words),
      opens: named.length === 1 ? named[0] : undefined,
      related: this.#looseTitles().relatedTo(words),
    };
  }

  #looseTitles(): LooseTitles {
    this.#loose ??= looseTitlesOf(this.protocol, this.#synonyms);
    return this.#loose;
  }

  /** Built when first asked for: most notes have no unknown headings. */
  #near(): NearHeadings {
    this.#nearHeadings ??= nearHeadingsOf(this.protocol, this.#synonyms);
    return this.#nearHeadings;
  }
}

/** The words of a title without numbering. */
function wordsOf(forms: readonly string[]): string {
  return forms.at(-1) ?? '';
}

function findIn<Term>(index: TitleIndex<Term> | undefined, keys: readonly string[]): Match<Term> | undefined {
  return index && findTitle(index, keys);
}

/** The index with the ids of the stages, which people write as headings too, where they are not the title of another. */
function withIds(index: TitleIndex<Stage>, stages: readonly Stage[], synonyms: Synonyms): TitleIndex<Stage> {
  const byId = new Map<string, Match<Stage>>();
  for (const term of stages) {
    for (const name of [term.id, term.id.replaceAll('-', ' ')]) {
      byId.set(synonyms.canonical(titleText(name)), { term, language: undefined });
    }
  }
  return new Map([...byId, ...index]);
}

function choiceIndex(stage: Stage, section: Section, synonyms: Synonyms): ChoiceIndex {
  const titles = [stage, section].flatMap(term => titlesOf(term, term)).map(({ title }) => titleText(title));
  const choices = indexTitled(section.choices, synonyms);
  const named = titleWords(choices.keys());
  return { choices, ownWords: new Set([...titleWords(titles)].filter(word => !named.has(word))) };
}

function matchById<Term extends { readonly id: string }>(
  terms: readonly Term[],
  id: string | undefined,
): Match<Term> | undefined {
  const term = terms.find(candidate => candidate.id === id);
  return term && { term, language: undefined };
}

/** A key of the front matter may be a title as well; an id or alias of any field comes before it. */
function fieldsByKey(fields: readonly Field[]): ReadonlyMap<string, Field> {
  const named = [
    ...fields.flatMap(field => [field.id, ...field.aliases].map(key => [key, field] as const)),
    ...fields.flatMap(field => Object.values(field.title ?? {}).map(key => [key, field] as const)),
  ];
  const byKey = new Map<string, Field>();
  for (const [key, field] of named) {
    if (!byKey.has(fieldKey(key))) byKey.set(fieldKey(key), field);
  }
  return byKey;
}

/** What a key is compared by: `Kelas / semester` and `kelas-semester` are one. */
function fieldKey(key: string): string {
  return comparable(key).replace(/ ?[-/_ ] ?/g, '-');
}

function measuresByName(measures: readonly Measure[]): ReadonlyMap<string, Measure> {
  const byName = new Map<string, Measure>();
  for (const measure of measures) {
    for (const name of [measure.id, ...Object.values(measure.title), ...measure.aliases].map(measureName)) {
      if (!byName.has(name)) byName.set(name, measure);
    }
  }
  return byName;
}

function measureName(name: string): string {
  return comparable(name).replace(/[\s._-]+/g, '');
}

/** A goal is often written as a sentence. */
function withoutFullStop(text: string): string {
  return text.trimEnd().replace(/\.$/, '');
}
