import type { MentionField } from '../case/caseNote';
import { type GoalFieldId, goalFieldIds, goalFieldOf } from '../note/goalFieldKeys';
import type { GoalMention } from '../note/goalMention';
import { onOneLine } from '../text/onOneLine';
import type { TextEdit } from '../text/textEdit';
import type { TextRange } from '../text/textRange';

/** What a goal is to be written as, behind its box. */
interface GoalParts {
  readonly text: string;
  readonly tags?: readonly string[];
  readonly fields?: readonly MentionField[];
  /** Without the caret. */
  readonly id?: string | undefined;
}

/**
 * The one form in which goals are written: text, tags, the user's own fields, those that mean something, the due date
 * last, then the `^id`, so that the id is a block link to Obsidian and Tasks finds the due date where it looks for it.
 */
export function goalSource({ text, tags = [], fields = [], id }: GoalParts): string {
  const known = fields.map(({ key, value }) => ({ key, value, field: goalFieldOf(key) }));
  const own = known.filter(({ field }) => field === undefined);
  const meant = goalFieldIds.flatMap(field => known.filter(each => each.field === field));
  const parts = [
    text,
    ...tags.map(tag => `#${tag}`),
    ...own.map(({ key, value }) => fieldSource(key, value)),
    ...meant.map(({ field, value }) => fieldSource(field ?? '', value)),
    ...(id === undefined ? [] : [`^${id}`]),
  ];
  return parts.filter(part => part !== '').join(' ');
}

function fieldSource(key: string, value: string): string {
  return `[${key}:: ${value}]`;
}

/** Whether a value can stand in a field: a bracket would end it early. */
export function fitsField(value: string): boolean {
  return !/[[\]\r\n]/.test(value);
}

/** Writes an `^id` behind all that a mention without one says, whose paragraph ends there. */
export function idEdit({ end }: Pick<TextRange, 'end'>, id: string): TextEdit {
  return { range: { start: end, end }, newText: ` ^${id}` };
}

/** Adds a field of the user's own to a mention, before its due date and `^id`. */
export function fieldEdit(
  { fields, idRange, range, textRange }: GoalMention,
  key: string,
  value: string,
): TextEdit {
  const due = fields.filter(each => each.field === 'due' && each.range.start >= textRange.end);
  const starts = [...due.map(each => each.range.start), ...(idRange === undefined ? [] : [idRange.start])];
  const at = Math.min(...starts, range.end);
  const source = fieldSource(key, value);
  return { range: { start: at, end: at }, newText: at === range.end ? ` ${source}` : `${source} ` };
}

/** The fields of a goal in a copy, less those that are said of one mention alone. */
export function lastingFields<Field extends MentionField>(fields: readonly Field[]): readonly Field[] {
  const passing: ReadonlySet<GoalFieldId | undefined> = new Set<GoalFieldId>(['reworded']);
  return fields.filter(({ key }) => !passing.has(goalFieldOf(key)));
}

/** On one line, and with no comment in it that could take in what stands behind. */
export function lineWithoutComments(text: string): string {
  return onOneLine(text.replace(/<!--|-->/g, '–'));
}
