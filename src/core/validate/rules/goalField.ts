import { clientKey } from '../../case/clientKey';
import { type MessageKey, message } from '../../message';
import { isIsoDate, readableDate } from '../../note/dates';
import type { GoalField, GoalMention } from '../../note/goalMention';
import { gasValue, referenceValue, weightValue } from '../../note/goalValues';
import type { Note } from '../../note/note';
import { readingsOf } from '../../note/readings';
import type { Role } from '../../protocol/schema';
import { comparable } from '../../text/comparable';
import type { Fix } from '../problem';
import { replacement, valueFixes } from '../replacement';
import { type Finding, partOf, type Rule } from '../rule';

/** A field of a goal whose value it cannot have. Other keys are the user's own. */
export const goalField: Rule = {
  id: 'goal-field',
  isShared: true,
  check({ note }) {
    return note.goals.flatMap(goal => goal.fields.flatMap(field => checkField(field, goal, note)));
  },
};

/** What is wrong with a value, and how to mend it. */
interface Fault {
  readonly key: MessageKey;
  readonly args?: Readonly<Record<string, string>>;
  readonly fixes: readonly Fix[];
}

type Check = (field: GoalField, note: Note) => Fault | undefined;

const checks: ReadonlyMap<string, Check> = new Map<string, Check>([
  ['due', checkDue],
  ['gas', checkGas],
  ['weight', checkWeight],
  ['role', checkRole],
  ['replaces', checkReplaces],
  ['client', checkClient],
]);

function checkField(field: GoalField, goal: GoalMention, note: Note): readonly Finding[] {
  const fault = field.field && checks.get(field.field)?.(field, note);
  if (fault === undefined) return [];
  return [
    {
      message: message(fault.key, fault.args),
      range: field.valueRange.end > field.valueRange.start ? field.valueRange : field.range,
      ...partOf(goal),
      fixes: fault.fixes,
    },
  ];
}

function checkDue({ value, valueRange }: GoalField, { language }: Note): Fault | undefined {
  if (isIsoDate(value)) return undefined;
  const iso = readableDate(value, language);
  return {
    key: 'problem.goal-field.due',
    fixes: iso === undefined ? [] : [replacement(valueRange, iso, 'safe')],
  };
}

function checkGas({ value }: GoalField): Fault | undefined {
  return gasValue(value) !== undefined ? undefined : { key: 'problem.goal-field.gas', fixes: [] };
}

function checkWeight({ value }: GoalField): Fault | undefined {
  return weightValue(value) !== undefined ? undefined : { key: 'problem.goal-field.weight', fixes: [] };
}

function checkRole({ value, valueRange }: GoalField, note: Note): Fault | undefined {
  const roles = readingsOf(note).flatMap(({ protocol }) => protocol?.protocol.roles ?? []);
  if (roles.length === 0 || roles.some(role => isNamed(role, value))) return undefined;
  const ids = [...new Set(roles.map(({ id }) => id))];
  return {
    key: 'problem.goal-field.role',
    args: { roles: ids.join(', ') },
    fixes: valueFixes(valueRange, value, ids),
  };
}

function isNamed({ id, title, aliases }: Role, value: string): boolean {
  const names = [id, ...Object.values(title), ...Object.values(aliases).flat()];
  return names.map(comparable).includes(comparable(value));
}

function checkReplaces({ value, valueRange }: GoalField): Fault | undefined {
  const id = referenceValue(value);
  if (value === `^${id}`) return undefined;
  const fixes = id === undefined ? [] : [replacement(valueRange, `^${id}`, 'safe')];
  return { key: 'problem.goal-field.replaces', fixes };
}

/** Whose goal it is, said in a note of several clients. */
function checkClient({ value, valueRange }: GoalField, { frontMatter }: Note): Fault | undefined {
  const clients = frontMatter.clients.map(client => client.value);
  if (clients.length < 2 || clients.some(client => clientKey(client) === clientKey(value))) return undefined;
  return { key: 'problem.goal-field.client', fixes: valueFixes(valueRange, value, clients) };
}
