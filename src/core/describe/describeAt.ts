import type { Case, CaseGoal } from '../case/case';
import { goalHistory, type HistoryEntry } from '../case/goalHistory';
import { isSameGoal } from '../case/sameGoal';
import type { FrontMatterEntry } from '../note/frontMatter';
import type { GoalMention } from '../note/goalMention';
import type { Note, SectionRegion } from '../note/note';
import { readingBy, readingsOf } from '../note/readings';
import type { CodeTerm } from '../protocol/codebook';
import type { Field, Measure, Protocol, ProtocolGoal, Stage } from '../protocol/schema';
import { trackedKind } from '../protocol/trackedKind';
import { type TextRange, touches } from '../text/textRange';
import { writtenCodeAt } from '../transcript/codesAt';
import { codebooksOf, termIn } from '../transcript/noteCodebooks';
import type { TurnChunks } from '../transcript/turnChunks';
import { emptyParts } from './emptyParts';
import { noteChecklist, type SectionEntry, type StageEntry } from './noteChecklist';

/** A goal of the protocol, and the goal of the case that it is, if a note has reached or mentions it. */
export interface OwnGoal {
  readonly own: ProtocolGoal;
  readonly goal: CaseGoal | undefined;
}

/** What is known of the thing at a place of a note; `range` is the thing in the text. */
export type Description = { readonly range: TextRange } & (
  | {
      readonly kind: 'stage';
      readonly protocol: Protocol;
      readonly entry: StageEntry;
      readonly goals: readonly OwnGoal[];
    }
  | {
      readonly kind: 'section';
      readonly protocol: Protocol;
      readonly stage: Stage;
      readonly entry: SectionEntry;
      /** The protocol's goals of the role that the section belongs to. */
      readonly goals: readonly OwnGoal[];
    }
  | {
      readonly kind: 'goal';
      readonly mention: GoalMention;
      /** Undefined for what stands in none. */
      readonly stage: Stage | undefined;
      readonly own: ProtocolGoal | undefined;
      /** Undefined while no case knows the goal. */
      readonly goal: CaseGoal | undefined;
      /** Empty then. */
      readonly history: readonly HistoryEntry[];
    }
  | {
      readonly kind: 'field';
      readonly field: string;
      readonly own: Field | undefined;
      readonly measure: Measure | undefined;
      /** The note format that is for the contact that the note has, where it follows another. */
      readonly leadsTo: Protocol | undefined;
    }
  | { readonly kind: 'protocol'; readonly protocol: Protocol }
  | { readonly kind: 'code'; readonly code: CodeTerm }
);

/** The descriptions of one kind. */
export type DescriptionOf<Kind> = Extract<Description, { readonly kind: Kind }>;

/**
 * Describes what stands at `offset`: a stage or section (on its mark, on the blank lines of one that is empty, or where
 * `stages:` names the stage), a goal
 * or action, a field of the front matter, the protocol that it names, a code in the turns of a transcript. Undefined
 * elsewhere. `cases` are those of the
 * note's clients.
 */
export function describeAt(
  note: Note,
  offset: number,
  cases: readonly Case[],
  turns?: TurnChunks,
): Description | undefined {
  const entry = note.frontMatter.entries.find(({ keyRange, valueRange }) =>
    touches({ start: keyRange.start, end: Math.max(keyRange.end, valueRange.end) }, offset),
  );
  if (entry !== undefined) return describeEntry(note, entry, offset, cases);
  return (
    describeMark(note, offset, cases) ??
    describeGoal(note, offset, cases) ??
    describeCode(offset, turns) ??
    describeEmptyPart(note, offset, cases)
  );
}

function describeEntry(
  note: Note,
  { field, keyRange, values }: FrontMatterEntry,
  offset: number,
  cases: readonly Case[],
): Description | undefined {
  if (field === undefined) return undefined;
  const named = values.find(({ range }) => touches(range, offset));
  if (named !== undefined && field === 'stages') {
    for (const reading of readingsOf(note)) {
      const stage = reading.protocol?.stageByName(named.text);
      if (stage !== undefined) return describeStage(reading, stage, named.range, cases);
    }
    return undefined;
  }
  const protocols = readingsOf(note).flatMap(({ protocol }) => protocol?.protocol ?? []);
  const meant = field === 'protocol' ? protocols.find(({ id }) => id === named?.text.trim()) : undefined;
  if (named !== undefined && meant !== undefined) {
    return { kind: 'protocol', range: named.range, protocol: meant };
  }
  const own = protocols.flatMap(({ fields }) => fields).find(({ id }) => id === field);
  const measure = protocols.flatMap(({ measures }) => measures).find(({ id }) => id === field);
  return { kind: 'field', range: keyRange, field, own, measure, leadsTo: formatToName(note, field) };
}

/** The format for the contact of a note, unless the note names it already. */
function formatToName({ frontMatter, context }: Note, field: string): Protocol | undefined {
  const { contact, protocols } = frontMatter;
  if (field !== 'contact' || contact === undefined) return undefined;
  const id = context.protocols.idFor(contact);
  if (id === undefined || protocols.some(({ value }) => value === id)) return undefined;
  return context.protocols.get(id)?.protocol;
}

function describeMark(note: Note, offset: number, cases: readonly Case[]): Description | undefined {
  return readingsOf(note)
    .map(reading => describeMarkIn(reading, offset, cases))
    .find(description => description !== undefined);
}

function describeMarkIn(note: Note, offset: number, cases: readonly Case[]): Description | undefined {
  for (const { stage, mark, sections } of note.stages) {
    if (touches(mark.range, offset)) return describeStage(note, stage, mark.range, cases);
    const region = sections.find(section => touches(section.mark.range, offset));
    if (region !== undefined) return describeSection(note, stage, region, cases);
  }
  return undefined;
}

function describeStage(
  note: Note,
  stage: Stage,
  range: TextRange,
  cases: readonly Case[],
): Description | undefined {
  const entry = noteChecklist(note).find(candidate => candidate.stage.id === stage.id);
  if (entry === undefined || note.protocol === undefined) return undefined;
  return {
    kind: 'stage',
    range,
    protocol: note.protocol.protocol,
    entry,
    goals: ownGoals(note, stage, cases),
  };
}

function describeSection(
  note: Note,
  stage: Stage,
  { section, mark }: SectionRegion,
  cases: readonly Case[],
): Description | undefined {
  const sections = noteChecklist(note).find(candidate => candidate.stage.id === stage.id)?.sections;
  const entry = sections?.find(candidate => candidate.section.id === section.id);
  if (entry === undefined || note.protocol === undefined) return undefined;
  const holdsGoals = section.role !== undefined && trackedKind(stage, section) === 'goal';
  const goals = ownGoals(note, stage, cases).filter(({ own }) => holdsGoals && own.role === section.role);
  return { kind: 'section', range: mark.range, protocol: note.protocol.protocol, stage, entry, goals };
}

function ownGoals(note: Note, stage: Stage, cases: readonly Case[]): readonly OwnGoal[] {
  const known = cases.flatMap(({ goals }) => goals);
  return stage.goals.map(own => {
    const isOwn = (goal: CaseGoal) =>
      goal.protocol === note.protocolId && goal.stage === stage.id && goal.protocolGoal === own.id;
    return { own, goal: known.find(isOwn) };
  });
}

function describeGoal(note: Note, offset: number, cases: readonly Case[]): Description | undefined {
  const mention = note.goals.find(({ markerRange, range }) =>
    touches({ start: markerRange.start - 1, end: range.end }, offset),
  );
  const { protocol } = readingBy(note, mention?.protocol);
  const stage = protocol?.protocol.stages.find(({ id }) => id === mention?.stage);
  if (mention === undefined || (stage === undefined && mention.stage !== undefined)) return undefined;
  const known = cases.flatMap(ofCase => ofCase.goals.map(goal => ({ ofCase, goal })));
  const found = known.find(({ ofCase, goal }) => isSameGoal(goal, mention, ofCase));
  return {
    kind: 'goal',
    range: mention.range,
    mention,
    stage,
    own: stage?.goals.find(({ id }) => id === mention.protocolGoal),
    goal: found?.goal,
    history: found === undefined ? [] : goalHistory(found.ofCase, found.goal),
  };
}

function describeEmptyPart(note: Note, offset: number, cases: readonly Case[]): Description | undefined {
  const { lines } = note.outline;
  const { line } = lines.positionAt(offset);
  const part = emptyParts(note, '').find(each => each.lines.includes(line));
  if (part === undefined) return undefined;
  const { reading, stage, section } = part;
  const found =
    section === undefined
      ? describeStage(reading, stage, lines.lineRange(line), cases)
      : describeSection(reading, stage, section, cases);
  return found && { ...found, range: lines.lineRange(line) };
}

function describeCode(offset: number, turns: TurnChunks | undefined): Description | undefined {
  if (turns === undefined) return undefined;
  const written = writtenCodeAt(turns.turnsIn({ start: offset, end: offset }), offset);
  const code = written && termIn(codebooksOf(turns.note), written.code);
  return written && code && { kind: 'code', range: written.range, code };
}
