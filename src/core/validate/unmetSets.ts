import type { Note, StageRegion } from '../note/note';
import type { AtLeast, Section, Stage } from '../protocol/schema';
import type { Gaps, PresentStage } from './gaps';

/** A set of stages or sections of which the note has fewer than are asked for. */
interface UnmetSet<Term> {
  /** How many of them are asked for. */
  readonly count: number;
  /** Those that would count, in the order of the set. */
  readonly terms: readonly Term[];
  /** Those of them that no heading names yet, nor nearly. */
  readonly absent: readonly Term[];
}

/** The sets of a stage that stands in the note, where they are not met. */
interface UnmetSections extends UnmetSet<Section> {
  readonly region: StageRegion;
}

/**
 * The sets of stages that are not met. Of those that `stages:` leaves out none is asked for. A near miss counts: it
 * is reported by itself.
 */
export function unmetStageSets(note: Note, { nearMisses }: Gaps): readonly UnmetSet<Stage>[] {
  const protocol = note.protocol?.protocol;
  if (protocol === undefined || protocol.scope !== 'session' || protocol.atLeast.length === 0) return [];
  const covered = protocol.stages.filter(({ id }) => note.coveredStages.includes(id));
  const near = nearMisses.flatMap(({ near: { term } }) => (term.kind === 'stage' ? term.stage.id : []));
  return unmet(protocol.atLeast, covered, {
    written: [
      ...near,
      ...note.stages.flatMap(({ stage, fullness }) => (fullness === 'empty' ? [] : stage.id)),
    ],
    there: [...near, ...note.stages.map(({ stage }) => stage.id)],
  });
}

/** The sets of sections that are not met, of the stages whose sections are asked for. */
export function unmetSectionSets({ openedStages, nearMisses }: Gaps): readonly UnmetSections[] {
  return openedStages.flatMap(({ stage, region, sections }: PresentStage) => {
    if (stage.atLeast.length === 0) return [];
    const near = nearMisses.flatMap(({ near: { term } }) =>
      term.kind === 'section' && term.stage.id === stage.id ? term.section.id : [],
    );
    const sets = unmet(stage.atLeast, stage.sections, {
      written: [...near, ...sections.flatMap(each => (each.fullness === 'empty' ? [] : each.section.id))],
      there: [...near, ...sections.map(({ section }) => section.id)],
    });
    return sets.map(set => ({ ...set, region }));
  });
}

function unmet<Term extends { readonly id: string }>(
  sets: readonly AtLeast[],
  terms: readonly Term[],
  { written, there }: { readonly written: readonly string[]; readonly there: readonly string[] },
): readonly UnmetSet<Term>[] {
  return sets.flatMap(({ count, of }) => {
    const members = of.flatMap(id => terms.find(term => term.id === id) ?? []);
    const asked = Math.min(count, members.length);
    if (members.filter(({ id }) => written.includes(id)).length >= asked) return [];
    return [{ count: asked, terms: members, absent: members.filter(({ id }) => !there.includes(id)) }];
  });
}
