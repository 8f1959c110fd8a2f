import type { HeadingTerm, NearTerm } from './compiledProtocol';
import { nearestTitle, nearTitles, titleWords } from './nearTitles';
import type { Protocol, Stage } from './schema';
import type { Synonyms } from './synonyms';
import { titleText } from './title';
import { type TermTitle, titlesOf } from './titleIndex';

/** The titles of a protocol's stages and sections, to find near misses of. */
export interface NearHeadings {
  /** The stage, or section of `within`, that a title read into `forms` is a near miss of. */
  heading(forms: readonly string[], within: Stage | undefined): NearTerm | undefined;
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
  const sections = new Map(
    protocol.stages.map(stage => [stage.id, nearTitles(sectionTitles(stage), synonyms)] as const),
  );
  const stageNames = nearTitles(protocol.stages.flatMap(stageNamesOf), synonyms);
  return {
    heading(forms, within) {
      if (isKnown(forms)) return undefined;
      const inside = within && sections.get(within.id);
      return nearestTitle(forms, inside ? [stages, inside] : [stages], vocabulary);
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
