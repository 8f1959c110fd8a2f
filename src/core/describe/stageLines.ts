import { type MessageKey, message, type Titles } from '../message';
import { type Protocol, type Section, type Stage, stepsOf, type Technique } from '../protocol/schema';
import { unitWords } from '../protocol/unit';
import type { DescriptionOf, OwnGoal } from './describeAt';
import { group, type Line, type LinePart, line, optionalLine } from './line';
import type { ChecklistEntry } from './noteChecklist';

/** The hover of a stage: what it is for, how it stands in the note, its sections, goals and techniques. */
export function stageLines(
  { protocol, entry, goals }: DescriptionOf<'stage'>,
  language: string,
): readonly Line[] {
  const { stage } = entry;
  const steps = stepsOf(protocol);
  const position = steps.findIndex(({ id }) => id === stage.id) + 1;
  const place =
    position === 0
      ? message('describe.aside')
      : message('describe.stage', { position, count: steps.length, ...unitWords(protocol) });
  const sections = entry.sections.map(each =>
    line('item', { titles: each.section.title }, ...stateParts(each, each.section)),
  );
  return [
    titleLine(stage.title, language),
    line('label', place, ...stateParts(entry, stage)),
    ...(entry.takenHeading === undefined ? [] : [line('text', message('describe.taken'))]),
    ...optionalLine('text', stage.description),
    ...questionLines(stage),
    ...group(message('describe.sections'), sections),
    ...goalGroups(protocol, goals),
    ...group(message('describe.techniques'), stage.techniques.map(techniqueLine)),
  ];
}

/** The hover of a section: its question, its choices, and the goals of the role that it belongs to. */
export function sectionLines(
  { protocol, stage, entry, goals }: DescriptionOf<'section'>,
  language: string,
): readonly Line[] {
  const { section } = entry;
  const choices = section.choices.map(({ title }) => line('item', { titles: title }));
  return [
    titleLine(section.title, language),
    line('label', message('describe.section', { stage: stage.title }), ...stateParts(entry, section)),
    ...optionalLine('text', section.description),
    ...questionLines(section),
    ...group(message(section.multiple ? 'describe.choices' : 'describe.one-choice'), choices),
    ...goalGroups(protocol, goals),
  ];
}

/** The hover of the protocol that a note follows. */
export function protocolLines({ protocol }: DescriptionOf<'protocol'>, language: string): readonly Line[] {
  const source = protocol.source === undefined ? [] : [line('label', { words: protocol.source })];
  const stages = protocol.stages.map(({ title }) => line('item', { titles: title }));
  return [
    titleLine(protocol.title, language),
    ...optionalLine('text', protocol.description),
    ...group(message('describe.stages', { ...unitWords(protocol) }), stages),
    ...source,
  ];
}

function questionLines({ prompt, tracks }: Stage | Section): readonly Line[] {
  const actions = tracks === 'actions' ? [line('text', message('describe.tracks-actions'))] : [];
  return [...optionalLine('text', prompt), ...actions];
}

/** The title in `language`, then those in the other languages. */
function titleLine(title: Titles, language: string): Line {
  const others = Object.entries(title).filter(([tag]) => tag !== language);
  const words = [...new Set(others.map(([, text]) => text))].filter(text => text !== title[language]);
  const parts = words.map(text => ({ words: text }));
  return line('title', ...(title[language] === undefined ? [] : [{ titles: title }]), ...parts);
}

function stateParts(entry: ChecklistEntry, term: Stage | Section): readonly LinePart[] {
  return [message(demandKey(entry, term)), message(`checklist.${entry.state}`)];
}

function demandKey(entry: ChecklistEntry, term: Stage | Section): MessageKey {
  if (entry.required) return 'describe.required';
  if (term.required === 'case') return 'describe.by-closing';
  return term.required ? 'describe.not-asked' : 'checklist.optional';
}

/** The goals under a label for each role, in the order of the roles; those of no role last. */
function goalGroups({ roles }: Protocol, goals: readonly OwnGoal[]): readonly Line[] {
  const known = new Set<string | undefined>(roles.map(({ id }) => id));
  const ofRoles = roles.flatMap(({ id, title }) => {
    const own = goals.filter(each => each.own.role === id);
    return group(message('describe.goals-of', { role: title }), own.map(ownGoalLine));
  });
  const others = goals.filter(each => !known.has(each.own.role));
  return [...ofRoles, ...group(message('describe.goals'), others.map(ownGoalLine))];
}

function ownGoalLine({ own, goal }: OwnGoal): Line {
  const status = goal === undefined ? [] : [message(`goal-status.${goal.status}`)];
  return line('item', { titles: own.title }, ...status);
}

function techniqueLine({ title, definition }: Technique): Line {
  return line('item', { titles: title }, ...(definition === undefined ? [] : [{ titles: definition }]));
}
