import { comparable } from '../text/comparable';
import { choiceOfLine } from './choiceLine';
import { type Codebook, makeCodebook } from './codebook';
import type { CompiledProtocol, Match, NearTerm } from './compiledProtocol';
import { type NearHeadings, nearHeadingsOf } from './nearHeadings';
import type { Choice, Field, Protocol, ProtocolGoal, Section, Stage } from './schema';
import { type Synonyms, synonymsOf } from './synonyms';
import { type ReadTitle, readTitle, titleText } from './title';
import { findTitle, indexTitled, type TitleIndex } from './titleIndex';

/** Indexes the titles of a protocol for matching. */
export function compileProtocol(protocol: Protocol): CompiledProtocol {
  return new IndexedProtocol(protocol);
}

/** The titles of what one stage holds. */
interface StageIndex {
  readonly sections: TitleIndex<Section>;
  readonly goals: TitleIndex<ProtocolGoal>;
}

class IndexedProtocol implements CompiledProtocol {
  readonly #synonyms: Synonyms;
  readonly #stages: TitleIndex<Stage>;
  readonly #byStage: ReadonlyMap<Stage, StageIndex>;
  readonly #choices: ReadonlyMap<Section, TitleIndex<Choice>>;
  readonly #headingIds: ReadonlySet<string>;
  readonly #fields: ReadonlyMap<string, Field>;
  #codebook: Codebook | undefined;
  #nearHeadings: NearHeadings | undefined;

  constructor(readonly protocol: Protocol) {
    const synonyms = synonymsOf(protocol.synonyms.map(set => set.map(titleText)));
    const sections = protocol.stages.flatMap(stage => stage.sections);
    this.#synonyms = synonyms;
    this.#stages = indexTitled(protocol.stages, synonyms);
    this.#byStage = new Map(
      protocol.stages.map(stage => [
        stage,
        {
          sections: indexTitled(stage.sections, synonyms),
          goals: indexTitled(stage.goals, synonyms),
        },
      ]),
    );
    this.#choices = new Map(sections.map(section => [section, indexTitled(section.choices, synonyms)]));
    this.#headingIds = new Set([...protocol.stages, ...sections].map(({ id }) => id));
    this.#fields = fieldsByKey(protocol.fields);
  }

  /** Made when first asked for: only transcripts are coded. */
  get codebook(): Codebook {
    this.#codebook ??= makeCodebook(this.protocol);
    return this.#codebook;
  }

  matchStage(rawTitle: string): Match<Stage> | undefined {
    const title = readTitle(rawTitle);
    if (this.#names(title.explicitId)) return matchById(this.protocol.stages, title.explicitId);
    return this.#stageOf(title);
  }

  matchSection(stage: Stage, rawTitle: string): Match<Section> | undefined {
    const { explicitId, forms } = readTitle(rawTitle);
    if (this.#names(explicitId)) return matchById(stage.sections, explicitId);
    return this.#find(this.#byStage.get(stage)?.sections, forms);
  }

  matchGoal(stage: Stage, rawText: string): ProtocolGoal | undefined {
    const { forms } = readTitle(withoutFullStop(rawText));
    return this.#find(this.#byStage.get(stage)?.goals, forms)?.term;
  }

  matchChoice(section: Section, rawLine: string): Choice | undefined {
    const choices = this.#choices.get(section);
    return choices && choiceOfLine(rawLine, choices, this.#synonyms);
  }

  stageByName(name: string): Stage | undefined {
    return matchById(this.protocol.stages, comparable(name))?.term ?? this.#stageOf(readTitle(name))?.term;
  }

  fieldByKey(key: string): Field | undefined {
    return this.#fields.get(comparable(key));
  }

  nearHeading(rawTitle: string, within: Stage | undefined): NearTerm | undefined {
    return this.#near().heading(readTitle(rawTitle).forms, within);
  }

  nearStageName(name: string): Stage | undefined {
    return this.#near().stageName(readTitle(name).forms);
  }

  /** Whether an explicit id is that of a stage or section, so that it counts in place of the title. */
  #names(explicitId: string | undefined): boolean {
    return explicitId !== undefined && this.#headingIds.has(explicitId);
  }

  #stageOf({ forms, stageNumber }: ReadTitle): Match<Stage> | undefined {
    const match = this.#find(this.#stages, forms);
    if (match || !stageNumber) return match;
    const term = this.protocol.stages[stageNumber.number - 1];
    return term && { term, language: stageNumber.language };
  }

  #find<Term>(index: TitleIndex<Term> | undefined, forms: readonly string[]): Match<Term> | undefined {
    return index && findTitle(index, forms.map(this.#synonyms.canonical));
  }

  /** Built when first asked for: most notes have no unknown headings. */
  #near(): NearHeadings {
    this.#nearHeadings ??= nearHeadingsOf(this.protocol, this.#synonyms);
    return this.#nearHeadings;
  }
}

function matchById<Term extends { readonly id: string }>(
  terms: readonly Term[],
  id: string | undefined,
): Match<Term> | undefined {
  const term = terms.find(candidate => candidate.id === id);
  return term && { term, language: undefined };
}

function fieldsByKey(fields: readonly Field[]): ReadonlyMap<string, Field> {
  const byKey = new Map<string, Field>();
  for (const field of fields) {
    for (const key of [field.id, ...field.aliases].map(comparable)) {
      if (!byKey.has(key)) byKey.set(key, field);
    }
  }
  return byKey;
}

/** A goal is often written as a sentence. */
function withoutFullStop(text: string): string {
  return text.trimEnd().replace(/\.$/, '');
}
