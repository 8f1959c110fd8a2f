import { idForGoal, idsOfCase, mintId } from '../case/mintId';
import { isSameGoal } from '../case/sameGoal';
import { message } from '../message';
import { comparableGoalText } from '../note/comparableGoalText';
import type { GoalMention } from '../note/goalMention';
import { markerOfStatus } from '../note/markers';
import type { Note } from '../note/note';
import type { ListItem, Outline } from '../note/outline';
import { lastLineOf } from '../note/placeAt';
import { tasksOf } from '../note/readings';
import { readTrailingRun } from '../note/trailingRun';
import { lineEndOf, type TextEdit } from '../text/textEdit';
import type { GoalToCarry } from './carriedMention';
import { carryOver } from './carryOver';
import { type Change, editsOf, refused, StepwiseChange } from './change';
import { findMention } from './changeStatus';
import { fieldEdit, goalSource, idEdit, lineWithoutComments } from './goalSource';
import { markerEdit } from './taskEdits';

/** How a goal changes. */
interface Replacement {
  /** What takes its place; may end in fields and tags of its own. */
  readonly text: string;
  /** Why, or empty. */
  readonly reason: string;
  /** The language of inserted headings. */
  readonly language: string;
}

/**
 * Drops a goal, with the reason as its field `[reason:: …]`, and opens below it what takes its place, with
 * `[replaces:: ^old]`; both in the one note, the newest of the case. A goal without `^id` gets one
 * there. Where the note does not mention the goal it is carried into it first. `file` is what the note is called.
 */
export function replaceGoal(note: Note, file: string, changed: GoalToCarry, change: Replacement): Change {
  const words = lineWithoutComments(change.text);
  const plain = words.slice(0, readTrailingRun(words, 0).wordsEnd);
  if (plain === '') return refused(message('goal.change-refused.no-text'));
  if (comparableGoalText(plain) === comparableGoalText(changed.goal.text)) {
    return refused(message('goal.change-refused.same-text'));
  }
  const style = note.context.goalIds;
  const stepwise = new StepwiseChange(note);
  const isMentioned = isSameAs(changed, note);
  if (!isMentioned) stepwise.apply(carryOver(note, [changed], { language: change.language }).edits);
  const { goals, outline } = stepwise.note;
  const mention = isMentioned
    ? unchangedMention(changed, stepwise.note)
    : goals.filter(sameAs(changed)).at(-1);
  const item = mention && itemOf(outline, mention);
  if (mention === undefined || item === undefined) {
    return refused(
      isMentioned ? message('goal.change-refused.gone') : message('goal.change-refused.no-place', { file }),
    );
  }
  const taken = new Set([...idsOfCase(changed.ofCase), ...goals.flatMap(({ id }) => id ?? [])]);
  const old = mention.id ?? changed.goal.id ?? idForGoal(changed.goal, changed.ofCase, taken, style);
  if (old === undefined) return refused(message('goal.change-refused.ambiguous'));
  const successor = {
    client: changed.ofCase.key,
    stage: mention.stage,
    text: plain,
    date: note.frontMatter.date?.value,
  };
  const id = mintId(successor, new Set([...taken, old]), style);
  stepwise.apply(editsFor(outline, mention, item, { ...change, text: words }, { old, id }));
  return editsOf(stepwise.edits);
}

function sameAs({ goal, ofCase }: GoalToCarry): (mention: GoalMention) => boolean {
  return mention => isSameGoal(goal, mention, ofCase);
}

function isSameAs(changed: GoalToCarry, note: Note): boolean {
  return note.goals.some(sameAs(changed));
}

/** The mention that the case knows as the latest; undefined where it was changed since. */
function unchangedMention({ goal }: GoalToCarry, note: Note): GoalMention | undefined {
  const known = goal.mentions.at(-1)?.mention.said;
  const mention = known && findMention(tasksOf(note), known);
  return mention?.marker === known?.marker ? mention : undefined;
}

/** In the order of the text. */
function editsFor(
  outline: Outline,
  mention: GoalMention,
  item: ListItem,
  { text, reason }: Replacement,
  { old, id }: { readonly old: string; readonly id: string },
): readonly TextEdit[] {
  const kept = mention.fields.filter(({ field }) => field === 'role' || field === 'client');
  const { wordsStart, wordsEnd, pieces } = readTrailingRun(text, 0);
  const successor = goalSource({
    text: text.slice(wordsStart, wordsEnd),
    tags: pieces.flatMap(piece => (piece.kind === 'tag' ? [piece.tag] : [])),
    fields: [
      ...kept,
      { key: 'replaces', value: `^${old}` },
      ...pieces.filter(piece => piece.kind === 'field'),
    ],
    id,
  });
  const why = lineWithoutComments(reason).replaceAll('[', '(').replaceAll(']', ')');
  return [
    markerEdit(mention, markerOfStatus('dropped')),
    ...(why === '' ? [] : [fieldEdit(mention, 'reason', why)]),
    ...(mention.id === undefined ? [idEdit(mention.range, old)] : []),
    itemBelow(outline, item, `[${markerOfStatus('open')}] ${successor}`),
  ];
}

/** A new item of the same list, below all that the item holds. */
function itemBelow(outline: Outline, item: ListItem, content: string): TextEdit {
  const { text, lines } = outline;
  const { end } = lines.lineRange(lastLineOf(outline, item.range));
  const indent = text.slice(lines.lineStart(item.line), item.marker.start).replace(/\S/g, ' ');
  const marker = text.slice(item.marker.start, item.marker.end);
  return { range: { start: end, end }, newText: `${lineEndOf(text)}${indent}${marker} ${content}` };
}

/** The innermost item that begins on the line of the mention. */
function itemOf({ blocks }: Outline, { line, markerRange }: GoalMention): ListItem | undefined {
  const find = (items: readonly ListItem[]): ListItem | undefined => {
    const item = items.filter(each => each.range.start <= markerRange.start).at(-1);
    if (item === undefined) return undefined;
    return find(item.items) ?? (item.line === line ? item : undefined);
  };
  const list = blocks.filter(block => block.range.start <= markerRange.start).at(-1);
  return list?.kind === 'list' ? find(list.items) : undefined;
}
