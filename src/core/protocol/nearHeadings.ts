import type { HeadingTerm, NearTerm } from './compiledProtocol';
import { nearestTitle, nearTitles, titleWords } from './nearTitles';
import type { Protocol, Stage } from './schema';
import type { Synonyms } from './synonyms';
import { titleText } from './title';
import { type TermTitle, titlesOf } from './titleIndex';

/** The titles of a protocol's stages and sections, to find near misses of. */
export interface NearHeadings {
  /**
   * The stage, or section of `within`, that a title read into `forms` is a near miss of; `atStageLevel` also a section
   * whose titles one stage alone has, which opens that stage.
   */
  heading(forms: readonly string[], within: Stage | undefined, atStageLevel: boolean): NearTerm | undefined;
  /** The stage whose id or title a name read into `forms` is a near miss of. */
  stageName(forms: readonly string[]): Stage | undefined;
}

/** Indexes the stages and sections of a protocol for near misses. */
export function nearHeadingsOf(protocol: Protocol, synonyms: Synonyms): NearHeadings {
  const texts = textsOf(protocol);
  const vocabulary = titleWords([...texts, ...protocol.synonyms.flat().map(titleText)]);
  const known = new Set(texts.map(synonyms.canonical));
  const isKnown = (forms: readonly string[]): boolean =>
    forms.some(form => known.has(synonyms.canonical(form)));
  const stages = nearTitles(protocol.stages.flatMap(stageTitles), synonyms);
  const titles = new Map(protocol.stages.map(stage => [stage.id, sectionTitles(stage)] as const));
  const sections = new Map([...titles].map(([id, own]) => [id, nearTitles(own, synonyms)] as const));
  const opening = nearTitles(openingTitles([...titles.values()].flat(), synonyms), synonyms);
  const stageNames = nearTitles(protocol.stages.flatMap(stageNamesOf), synonyms);
  return {
    heading(forms, within, atStageLevel) {
      if (isKnown(forms)) return undefined;
      const inside = within && sections.get(within.id);
      const indexes = [stages, ...(inside ? [inside] : []), ...(atStageLevel ? [opening] : [])];
      return nearestTitle(forms, indexes, vocabulary);
    },
    stageName: forms => (isKnown(forms) ? undefined : nearestTitle(forms, [stageNames], vocabulary)?.term),
  };
}

function stageTitles(stage: Stage): readonly TermTitle<HeadingTerm>[] {
  return titlesOf<HeadingTerm>({ kind: 'stage', stage }, stage);
}

function sectionTitles(stage: Stage): readonly TermTitle<HeadingTerm>[] {
  return stage.sections.flatMap(section =>
    titlesOf<HeadingTerm>({ kind: 'section', stage, section }, section),
  );
}

/** The titles of sections that open their stage, since no other stage has such a section. */
function openingTitles(
  titles: readonly TermTitle<HeadingTerm>[],
  { canonical }: Synonyms,
): readonly TermTitle<HeadingTerm>[] {
  const owners = new Map<string, Stage | 'several'>();
  for (const { term, title } of titles) {
    const key = canonical(titleText(title));
    owners.set(key, (owners.get(key) ?? term.stage) === term.stage ? term.stage : 'several');
  }
  return titles.filter(({ title }) => owners.get(canonical(titleText(title))) !== 'several');
}

function stageNamesOf(stage: Stage): readonly TermTitle<Stage>[] {
  return [...titlesOf(stage, stage), { term: stage, title: stage.id, language: 'en' }];
}

/** The comparable titles of everything that a protocol names. */
function textsOf(protocol: Protocol): readonly string[] {
  const { stages, codes, roles } = protocol;
  const sections = stages.flatMap(stage => stage.sections);
  const terms = [
    ...stages,
    ...sections,
    ...sections.flatMap(section => section.choices),
    ...stages.flatMap(stage => [...stage.goals, ...stage.techniques]),
    ...codes,
    ...roles,
  ];
  return terms.flatMap(term => titlesOf(term, term)).map(({ title }) => titleText(title));
}
