import { message } from '../message';
import { dueDays, typedDays } from '../note/dueDays';
import { goalFieldOf } from '../note/goalFieldKeys';
import type { Note } from '../note/note';
import type { CaretPlace } from '../note/placeAt';
import type { UnplacedOffer } from './offer';

/** The field that is open at the caret, its key and what of its value is typed. */
const FIELD = /\[([\p{L} ]{2,20})::[ \t]*([^[\]]{0,40})$/u;
const REST = /^([^[\]\r\n]{0,40})(\]?)/;

/** The days that something may be due where the caret stands in the field `[due:: …]` of a goal or action. */
export function dueOffers(
  note: Note,
  place: CaretPlace,
  today: string,
  language: string,
): readonly UnplacedOffer[] {
  const { number, range, before, after } = place.line;
  const [, key = '', typed = ''] = FIELD.exec(before) ?? [];
  const isGoal = note.goals.some(({ line }) => line === number);
  if (place.kind !== 'item' || !isGoal || goalFieldOf(key) !== 'due') return [];
  const [, rest = '', closing = ''] = REST.exec(after) ?? [];
  const caret = range.start + before.length;
  const lead = before.endsWith('::') ? ' ' : '';
  const meant = typedDays(typed, today, language).map(date => ({ date, what: message('due.as-typed') }));
  return [...meant, ...dueDays(today, undefined)].map(({ date, what }) => ({
    kind: 'field-value',
    label: date,
    detail: what,
    documentation: [],
    insert: `${lead}${date}$0${closing === '' ? ']' : ''}`,
    range: { start: caret - typed.length, end: caret + rest.trimEnd().length },
    // What was typed means the day, however it was put.
    filterText: meant.some(each => each.date === date) ? typed : date,
  }));
}
