import type { Note, SectionRegion } from '../note/note';
import { sectionAt, stageAt } from '../note/placeAt';
import { readingsOf } from '../note/readings';
import type { Choice } from '../protocol/schema';

/** A section that asks for a choice, and the choices that it may still name. */
interface OpenChoice {
  readonly region: SectionRegion;
  readonly choices: readonly Choice[];
}

/**
 * The choices that the section at `offset` may still name; when it asks for none, those of the first section in the
 * stage there, else in the note, that does. Undefined when no section asks or nothing is left to name.
 */
export function insertableChoices(note: Note, offset: number): OpenChoice | undefined {
  const here = sectionAt(note, offset);
  const inStage = stageAt(note, offset)?.sections ?? [];
  const inNote = readingsOf(note).flatMap(({ stages }) => stages.flatMap(({ sections }) => sections));
  const regions = [...(here === undefined ? [] : [here]), ...inStage, ...inNote];
  const region = regions.find(candidate => openChoices(candidate).length > 0);
  return region === undefined ? undefined : { region, choices: openChoices(region) };
}

/** The choices that a section may name besides those it names: one may exclude others, or there may be one only. */
export function openChoices({ section, choices: named }: SectionRegion): readonly Choice[] {
  if (named.length === 0) return section.choices;
  if (!section.multiple || named.some(({ choice }) => choice.exclusive)) return [];
  const ids = new Set(named.map(({ choice }) => choice.id));
  return section.choices.filter(({ id, exclusive }) => !exclusive && !ids.has(id));
}
