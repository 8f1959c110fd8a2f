import type { CompiledProtocol } from '../protocol/compiledProtocol';
import type { Section, Stage } from '../protocol/schema';
import { trackedKind } from '../protocol/trackedKind';
import type { GoalField, GoalMention } from './goalMention';
import { dueValue, gasValue, referenceValue, weightValue } from './goalValues';
import type { Block, ListItem } from './outline';
import { isWithoutWords, readTaskItem, type TaskItem } from './taskItem';
import { type RunPiece, readTrailingRun } from './trailingRun';

/** Where in a note goals are looked for. */
interface GoalPlace {
  readonly protocol: CompiledProtocol;
  readonly stage: Stage;
  readonly section: Section | undefined;
}

/** A place with what its task items are. */
interface KindedPlace extends GoalPlace {
  readonly kind: GoalMention['kind'];
}

/** The goals or actions among `blocks`, which stand in the stage, or in the section of it, in order. */
export function readGoals(blocks: readonly Block[], place: GoalPlace): readonly GoalMention[] {
  const kind = trackedKind(place.stage, place.section);
  if (kind === undefined) return [];
  const goals: GoalMention[] = [];
  for (const block of blocks) if (block.kind === 'list') collect(block.items, { ...place, kind }, 0, goals);
  return goals;
}

function collect(items: readonly ListItem[], place: KindedPlace, depth: number, goals: GoalMention[]): void {
  for (const item of items) {
    const task = readTaskItem(item.firstParagraph);
    const goal = task && readGoal(task, item.line, depth, place);
    if (goal !== undefined) goals.push(goal);
    collect(item.items, place, goal === undefined ? depth : depth + 1, goals);
  }
}

function readGoal(task: TaskItem, line: number, depth: number, place: KindedPlace): GoalMention | undefined {
  const { marker, markerRange, paragraph, wordsStart } = task;
  const { wordsEnd, pieces } = readTrailingRun(paragraph.text, wordsStart);
  const text = paragraph.text.slice(wordsStart, wordsEnd);
  const id = pieces.filter(piece => piece.kind === 'id').at(-1);
  if (isWithoutWords(text) && id === undefined) return undefined;
  const { protocol, stage, section, kind } = place;
  const fields = pieces.flatMap(piece => fieldOf(piece, task));
  return {
    kind,
    marker,
    markerRange,
    text,
    range: paragraph.sourceRange(wordsStart, paragraph.text.length),
    textRange: paragraph.sourceRange(wordsStart, wordsEnd),
    line,
    id: id?.id,
    idRange: id && paragraph.sourceRange(id.start, id.end),
    fields,
    tags: pieces.flatMap(piece => (piece.kind === 'tag' ? [piece.tag] : [])),
    ...knownFields(fields),
    protocol: protocol.protocol.id,
    stage: stage.id,
    section: section?.id,
    protocolGoal: protocol.matchGoal(stage, text)?.id,
    depth,
  };
}

function fieldOf(piece: RunPiece, { paragraph }: TaskItem): readonly GoalField[] {
  if (piece.kind !== 'field') return [];
  const { key, value, start, end, valueStart } = piece;
  const valueRange = paragraph.sourceRange(valueStart, valueStart + value.length);
  return [{ key, value, range: paragraph.sourceRange(start, end), valueRange }];
}

type KnownFields = Pick<GoalMention, 'due' | 'role' | 'gas' | 'weight' | 'replaces' | 'client'>;

function knownFields(fields: readonly GoalField[]): KnownFields {
  const written = (key: string): string =>
    fields.filter(field => field.key.toLowerCase() === key).at(-1)?.value ?? '';
  return {
    due: dueValue(written('due')),
    role: written('role') || undefined,
    gas: gasValue(written('gas')),
    weight: weightValue(written('weight')),
    replaces: referenceValue(written('replaces')),
    client: written('client') || undefined,
  };
}
