import { clientKey } from '../../case/clientKey';
import { type MessageKey, message } from '../../message';
import type { Fits, UnreadField } from '../../note/bareFields';
import { isIsoDate } from '../../note/dates';
import { type FieldsBelow, fieldsBelow } from '../../note/fieldsBelow';
import type { GoalFieldId } from '../../note/goalFieldKeys';
import type { GoalField, GoalMention } from '../../note/goalMention';
import { gasValue, referenceValue, weightValue } from '../../note/goalValues';
import type { Note } from '../../note/note';
import { areTasksSigns } from '../../note/tasksSigns';
import { daysMeant, saysDay } from '../../note/timeWords';
import { unreadFields } from '../../note/unreadFields';
import type { Role } from '../../protocol/schema';
import { titlesIn } from '../../protocol/title';
import { comparable } from '../../text/comparable';
import type { TextEdit } from '../../text/textEdit';
import type { TextRange } from '../../text/textRange';
import { rolesOf } from '../../transcript/speakers';
import { dateOffers, isOnOtherWeekday } from '../dateOffers';
import { moveToEnd } from '../moveToEnd';
import type { Fix } from '../problem';
import { replacement, valueFixes } from '../replacement';
import { type Finding, partOf, type Rule } from '../rule';

/**
 * A field of a goal whose value it cannot have, what is nearly a field, and fields and ids with words behind them. Other
 * keys are the user's own.
 */
export const goalField: Rule = {
  id: 'goal-field',
  isShared: true,
  check({ note }) {
    const fitsNote: Fits = (field, value) => fits(field, value, note);
    const below = fieldsBelow(note, fitsNote).map(findingBelow);
    const ofGoals = note.goals.flatMap(goal => {
      const ofFields = goal.fields.flatMap(field => checkField(field, goal, note));
      const unread = unreadFields(goal, note.outline.text, fitsNote);
      return [
        ...ofFields,
        ...unread.map(each => findingOfUnread(each, goal, note)),
        ...checkId(goal, note),
        ...checkPlace(goal, note),
      ];
    });
    return [...ofGoals, ...below];
  },
};

/** What is wrong with a value, and how to mend it. */
interface Fault {
  readonly key: MessageKey;
  readonly args?: Readonly<Record<string, string>>;
  readonly fixes: () => readonly Fix[];
}

type Check = (field: GoalField, note: Note) => Fault | undefined;

const checks: ReadonlyMap<GoalFieldId, Check> = new Map<GoalFieldId, Check>([
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

function checkDue({ value, valueRange }: GoalField, note: Note): Fault | undefined {
  if (isIsoDate(value)) return undefined;
  return {
    key: isOnOtherWeekday(value, note.language) ? 'problem.goal-field.weekday' : 'problem.goal-field.due',
    fixes: () => dateFixes(value, note, date => [{ range: valueRange, newText: date }]),
  };
}

/** The day that a value says, or those that it may say, as `editsOf` writes it. */
function dateFixes(
  value: string,
  note: Note,
  editsOf: (date: string) => readonly TextEdit[],
): readonly Fix[] {
  const fix = (date: string, safety: Fix['safety']): Fix => ({
    title: message('fix.use-value', { value: date }),
    safety,
    edits: editsOf(date),
  });
  if (isIsoDate(value)) return [fix(value, 'safe')];
  const offers = dateOffers(value, note.language);
  if (offers.length > 0) return offers.map(({ date, safetyOfDate }) => fix(date, safetyOfDate));
  const from = note.frontMatter.date?.value;
  // Words of time count from the day of the session.
  return from === undefined ? [] : daysMeant(value, from).map(date => fix(date, 'suggestion'));
}

function checkGas({ value }: GoalField): Fault | undefined {
  return gasValue(value) !== undefined ? undefined : { key: 'problem.goal-field.gas', fixes: () => [] };
}

function checkWeight({ value }: GoalField): Fault | undefined {
  return weightValue(value) !== undefined ? undefined : { key: 'problem.goal-field.weight', fixes: () => [] };
}

function checkRole({ value, valueRange }: GoalField, note: Note): Fault | undefined {
  const roles = rolesOf(note);
  if (roles.length === 0 || roles.some(role => isNamed(role, value))) return undefined;
  const ids = [...new Set(roles.map(({ id }) => id))];
  return {
    key: 'problem.goal-field.role',
    args: { roles: ids.join(', ') },
    fixes: () => valueFixes(valueRange, value, ids),
  };
}

function isNamed({ id, title, aliases }: Role, value: string): boolean {
  const names = [id, ...titlesIn({ title, aliases })];
  return names.map(comparable).includes(comparable(value));
}

function checkReplaces({ value, valueRange }: GoalField): Fault | undefined {
  const id = referenceValue(value);
  if (value === `^${id}`) return undefined;
  const meant = id ?? referenceValue(value.replace(ODD_SIGNS, '-'));
  const safety = id === undefined ? 'suggestion' : 'safe';
  const fixes = meant === undefined ? [] : [replacement(valueRange, `^${meant}`, safety)];
  return { key: 'problem.goal-field.replaces', fixes: () => fixes };
}

/** Whose goal it is, said in a note of several clients. */
function checkClient({ value, valueRange }: GoalField, note: Note): Fault | undefined {
  const clients = clientsOf(note);
  if (clients.length < 2 || clients.some(client => clientKey(client) === clientKey(value))) return undefined;
  return {
    key: 'problem.goal-field.client',
    fixes: () => valueFixes(valueRange, value, clients),
  };
}

function clientsOf({ frontMatter }: Note): readonly string[] {
  return frontMatter.clients.map(client => client.value);
}

/** Whether a value can be meant for a field. */
function fits(field: GoalFieldId, value: string, note: Note): boolean {
  switch (field) {
    case 'due':
      return saysDay(value, note.language);
    case 'gas':
      return gasValue(value) !== undefined;
    case 'weight':
      return weightValue(value) !== undefined;
    case 'role':
      return rolesOf(note).some(role => isNamed(role, value));
    case 'replaces':
      return value.startsWith('^') && referenceValue(value) !== undefined;
    case 'client':
      return clientsOf(note).some(client => clientKey(client) === clientKey(value));
    case 'reworded':
      return false;
  }
}

function findingOfUnread(unread: UnreadField, goal: GoalMention, note: Note): Finding {
  const { field, key, value, range, isSure } = unread;
  const written = (said: string): readonly TextEdit[] => [{ range, newText: `[${key}:: ${said}]` }];
  const fixes = (): readonly Fix[] => {
    const dates = field === 'due' ? dateFixes(value, note, written) : [];
    if (dates.length > 0) return dates;
    // A value that is no day is asked about once it stands in a field.
    const safety: Fix['safety'] = field === 'due' ? 'suggestion' : 'safe';
    return [{ title: message('fix.write-field', { field }), safety, edits: written(value) }];
  };
  return {
    message: message('problem.goal-field.unread', { field }),
    range,
    ...partOf(goal),
    // What may be words of the goal stands there well written.
    ...(!isSure && { maxSeverity: 'hint' }),
    fixes: () => (isSure ? fixes() : fixes().map(fix => ({ ...fix, safety: 'suggestion' }))),
  };
}

/** What stands below the words of a goal in place of behind them. */
function findingBelow({ goal, pieces, range, removed }: FieldsBelow): Finding {
  const ids = pieces.filter(({ says }) => says === 'id');
  const fields = pieces.filter(({ says }) => says !== 'id');
  // With another value behind the words, either may be meant.
  const isSettled = pieces.every(({ says }) => says === undefined || !states(goal, says));
  const id = goal.idRange?.end === goal.range.end ? goal.idRange : undefined;
  const written = fields.map(({ source }) => source).join(' ');
  const at = id?.start ?? goal.range.end;
  const insertions = [
    { at, newText: id === undefined ? ` ${written}` : `${written} ` },
    { at: goal.range.end, newText: ` ${ids.map(({ source }) => source).join(' ')}` },
  ].filter(({ newText }) => newText.trim() !== '');
  return {
    message: message('problem.goal-field.below'),
    range,
    ...partOf(goal),
    fixes: () => [
      {
        title: message('fix.move-to-goal'),
        safety: isSettled ? 'safe' : 'suggestion',
        edits: [
          ...insertions.map(each => ({ range: { start: each.at, end: each.at }, newText: each.newText })),
          ...removed.map(each => ({ range: each, newText: '' })),
        ],
      },
    ],
  };
}

function states({ id, fields }: GoalMention, what: GoalFieldId | 'id'): boolean {
  return what === 'id' ? id !== undefined : fields.some(({ field }) => field === what);
}

/** An `^id` with words behind it; figures alone are an exponent. */
const ID_AMONG_WORDS = /(?<=^|[\s\u00a0])\^(?=[\p{N}-]*\p{L})[\p{L}\p{N}-]+(?=[\s\u00a0])/u;
/** An `^id` with signs in it that none can have; it is read nowhere. */
const ODD_ID =
  /(?<=^|[\s\u00a0])\^(?=[\p{N}_./:-]*\p{L})[\p{L}\p{N}-]+(?:[_./:]+[\p{L}\p{N}-]+)+(?=[.,;!?…]*(?:[\s\u00a0]|$))/u;
/** An `^id` without the blank before it: `walk^id`. Behind a single letter or a figure it is an exponent. */
const GLUED_ID =
  /(?<=\p{L}\p{L}|[.,;:!?)\]])\^(?=[\p{N}-]*\p{L})[\p{L}\p{N}-]{2,}(?=[.,;!?…]*(?:[\s\u00a0]|$))/u;
/** Signs that stand in an `^id` in place of a hyphen. */
const ODD_SIGNS = /[_./:]+/g;

/**
 * An `^id` that would be one with hyphens in it, or with a blank before it. A person writes it: earlier mentions may be the
 * same goal by their words alone. Beside an id that is read, it is words.
 */
function checkId(goal: GoalMention, { outline: { text } }: Note): readonly Finding[] {
  const { textRange, id } = goal;
  const words = id === undefined ? text.slice(textRange.start, textRange.end) : '';
  if (!words.includes('^')) return [];
  const odd = ODD_ID.exec(words);
  const match = odd ?? GLUED_ID.exec(words);
  if (match === null) return [];
  const start = textRange.start + match.index;
  const range = { start, end: start + match[0].length };
  const newText = odd === null ? ` ${match[0]}` : match[0].replace(ODD_SIGNS, '-');
  return [
    {
      message: message(odd === null ? 'problem.goal-field.glued-id' : 'problem.goal-field.odd-id'),
      range,
      ...partOf(goal),
      fixes: () => [
        odd === null
          ? { title: message('fix.part-id'), safety: 'suggestion', edits: [{ range, newText }] }
          : replacement(range, newText, 'suggestion'),
      ],
    },
  ];
}

/** Fields that mean something, and an `^id`, with words behind them: an id is not read there. */
function checkPlace(goal: GoalMention, note: Note): readonly Finding[] {
  const { textRange, id } = goal;
  if (id !== undefined && goal.fields.length === 0) return [];
  const { text } = note.outline;
  const fields = goal.fields
    .map(({ range }) => range)
    .filter(({ end }) => end <= textRange.end && !areTasksSigns(text.slice(end, textRange.end)));
  const ids = id === undefined ? idsAmong(textRange, note) : [];
  const [first] = [...fields, ...ids].sort((a, b) => a.start - b.start);
  if (first === undefined) return [];
  const isId = ids.includes(first);
  return [
    {
      message: message(isId ? 'problem.goal-field.id-among-words' : 'problem.goal-field.among-words'),
      range: first,
      ...partOf(goal),
      fixes: () => {
        const edits = moveToEnd(fields, ids, goal, note);
        return [{ title: message('fix.move-to-end'), safety: 'safe' as const, edits }];
      },
    },
  ];
}

function idsAmong({ start, end }: TextRange, { outline: { text } }: Note): readonly TextRange[] {
  const match = ID_AMONG_WORDS.exec(text.slice(start, end));
  if (match === null) return [];
  const at = start + match.index;
  return [{ start: at, end: at + match[0].length }];
}
