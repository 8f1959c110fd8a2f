import { type Case, type CaseGoal, isOpen } from '../case/case';
import { isRiskOpen } from '../case/riskIn';
import { titleIn } from '../message';
import { carriedMarker } from '../note/markers';
import { type GoalIdStyle, isRequiredRole, type Prompts, type RequiredRole } from '../note/note';
import { isAside, type Section, type Stage, useOf } from '../protocol/schema';
import { ownerOf, riskRole, trackedKind } from '../protocol/trackedKind';
import { type CarriedMention, carriedMentions, goalsToCarry } from './carriedMention';
import { frontMatterLines, type NewFields } from './frontMatterText';
import { formBelow, headingForm } from './markForm';
import { joinTemplates, sectionTemplate, sessionTitle, stageTemplate, type Template } from './template';

/** What a new note is to be made of. */
export interface NewNoteRequest extends NewFields {
  /** The language of headings and prompts. */
  readonly language: string;
  /** The cases of the clients that have one: their open goals are carried over. */
  readonly cases: readonly Case[];
  /** What the `^id` is like that a goal gets where it has none. */
  readonly goalIds?: GoalIdStyle;
  /** Whether prompts are written into the note; where nothing is said, they are not. */
  readonly prompts?: Prompts;
  /** What the practice requires in every note. */
  readonly require?: readonly RequiredRole[] | undefined;
  /** Which of the open goals and actions are carried over; all of them where nothing is said. */
  readonly carries?: (goal: CaseGoal) => boolean;
}

/** A note that is yet to be written. */
export interface NewNote {
  /** With `\n` at the end of every line. */
  readonly text: string;
  /** Where writing begins, an offset into the text: the first line to write on. */
  readonly caret: number;
  /** The goals and actions that were carried over. */
  readonly carried: readonly CaseGoal[];
}

type Wording = Pick<NewNoteRequest, 'language' | 'prompts'>;

const TITLE_LEVEL = 1;
const STAGE_FORM = headingForm(2);

/**
 * The text of a new session note, a draft: its front matter, a title, and each of the stages with its required
 * sections, and the open goals and actions of the case in that stage, copied into the
 * section that they stood in; those of no stage stand below the title. For a client who did not come there are no stages. No other note changes.
 */
export function newNote(request: NewNoteRequest): NewNote {
  const { protocol, session, language } = request;
  const isSession = useOf(protocol.protocol) === 'session';
  const name = titleIn(isSession ? sessionTitle(protocol) : protocol.protocol.title, language);
  const title = `${'#'.repeat(TITLE_LEVEL)} ${name}${session === undefined ? '' : ` ${session}`}`;
  const stages = protocol.protocol.stages.filter(stage => isIn(stage, request));
  const carried = carriedInto(stages, request);
  const outside = carried.filter(({ stage }) => stage === undefined).map(itemLine);
  const above = outside.length === 0 ? [] : ['', ...outside];
  const top: Template = { lines: [...frontMatterLines(request), title, ...above], writingLines: [] };
  const body =
    stages.length === 0
      ? { lines: [''], writingLines: [0] }
      : joinTemplates(
          stages.map(stage => stageWithGoals(stage, carried, ownGoalsOf(stage, request), request)),
        );
  const { lines, writingLines } = joinTemplates([top, body]);
  const before = lines.slice(0, writingLines[0]);
  return {
    text: lines.map(line => `${line}\n`).join(''),
    caret: before.reduce((length, line) => length + line.length + 1, 0),
    carried: carried.map(({ goal }) => goal),
  };
}

/** How many of the open goals and actions a new note takes over with each stage, by the id of the stage, were it to have all. */
export function openByStage(request: Omit<NewNoteRequest, 'stages'>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { stage } of carriedInto(request.protocol.protocol.stages, request)) {
    if (stage !== undefined) counts.set(stage.id, (counts.get(stage.id) ?? 0) + 1);
  }
  return counts;
}

/** Whether a new note has a stage: one that the session worked on, or risk where there is something to follow. */
function isIn(stage: Stage, request: NewNoteRequest): boolean {
  const { stages = [], contact } = request;
  if (stages.includes(stage.id)) return true;
  return stages.length > 0 && contact === undefined && isAside(stage) && isAskedFor(stage, request);
}

function isAskedFor(part: Stage | Section, { cases, require }: NewNoteRequest): boolean {
  return part.role === riskRole && (isRiskOpen(cases) || isRequiredRole(part, { require }));
}

/** The text of a note of one line about a contact with a client that was no session: it has no stages. */
export function quickNote(fields: Omit<NewFields, 'session' | 'stages' | 'contact'>, words: string): string {
  const lines = frontMatterLines({ ...fields, session: undefined, stages: [], contact: 'other' });
  return [...lines, '', words.trim(), ''].join('\n');
}

function carriedInto(
  stages: readonly Stage[],
  request: Omit<NewNoteRequest, 'stages'>,
): readonly CarriedMention[] {
  const { cases, protocol, goalIds, carries = () => true } = request;
  const goals = goalsToCarry(cases, goal => isOpen(goal.status) && carries(goal));
  const mentions = carriedMentions(goals, { protocols: [protocol], taken: [], goalIds });
  // Where the client did not come there is no stage, and nothing was worked on.
  return mentions.filter(({ stage }) => (stage === undefined ? stages.length > 0 : stages.includes(stage)));
}

/** The titles of the goals of the stage itself that the cases have neither under way nor ended, by whose they are. */
function ownGoalsOf(
  { id: stageId, goals }: Stage,
  { protocol, cases, language }: NewNoteRequest,
): (owner: string) => readonly string[] {
  const known = new Set(
    cases.flatMap(ofCase =>
      ofCase.goals
        .filter(goal => goal.protocol === protocol.protocol.id && goal.stage === stageId)
        .flatMap(({ protocolGoal, status }) => (status === 'not-started' ? [] : (protocolGoal ?? []))),
    ),
  );
  const waiting = goals.filter(({ id }) => !known.has(id));
  return owner =>
    waiting.filter(({ role }) => role === owner).map(({ title }) => `- [ ] ${titleIn(title, language)}`);
}

function stageWithGoals(
  stage: Stage,
  carried: readonly CarriedMention[],
  goalsOf: (owner: string) => readonly string[],
  wording: Wording,
): Template {
  const { language, prompts } = wording;
  const own = carried.filter(mention => mention.stage === stage);
  const isPlain = own.length === 0 && stage.sections.every(section => ownerOf(section) === undefined);
  if (isPlain) return stageTemplate(stage, language, STAGE_FORM, prompts);
  const direct = own.filter(({ section }) => section === undefined).map(itemLine);
  const sections = stage.sections.flatMap(section => {
    const items = own.filter(mention => mention.section === section).map(itemLine);
    if (section.required !== true && items.length === 0) return [];
    const owner = trackedKind(stage, section) === 'goal' ? ownerOf(section) : undefined;
    const offered = owner === undefined ? [] : goalsOf(owner);
    return [sectionWithItems(section, [...items, ...offered], wording)];
  });
  const whole = stageTemplate({ ...stage, sections: [] }, language, STAGE_FORM, prompts).lines;
  // The question of a stage is asked where it has no sections that ask theirs.
  const asks = sections.length === 0 && prompts === 'comments' && stage.prompt !== undefined;
  const bare = asks ? whole.slice(0, -1) : whole.slice(0, 1);
  const lead: Template = {
    lines: direct.length === 0 ? bare : [...bare, '', ...direct],
    writingLines: [],
  };
  if (sections.length > 0) return joinTemplates([lead, ...sections]);
  return { lines: [...lead.lines, '', ''], writingLines: [lead.lines.length + 1] };
}

/** The section, the items, and a line to write on that is no part of the list. */
function sectionWithItems(
  section: Section,
  items: readonly string[],
  { language, prompts }: Wording,
): Template {
  const empty = sectionTemplate(section, language, formBelow(STAGE_FORM), prompts);
  if (items.length === 0) return empty;
  const lines = [...empty.lines.slice(0, -1), ...items, '', ''];
  return { lines, writingLines: [lines.length - 1] };
}

function itemLine({ words }: CarriedMention): string {
  return `- [${carriedMarker}] ${words}`;
}
