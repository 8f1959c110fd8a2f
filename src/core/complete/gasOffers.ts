import { type MessageKey, message } from '../message';
import type { Note } from '../note/note';
import type { CaretPlace } from '../note/placeAt';
import type { UnplacedOffer } from './offer';

/** The levels of goal attainment as they are written, and what each says of the outcome. */
const levels: readonly (readonly [level: string, meaning: MessageKey])[] = [
  ['-2', 'gas.much-less'],
  ['-1', 'gas.less'],
  ['0', 'gas.expected'],
  ['+1', 'gas.more'],
  ['+2', 'gas.much-more'],
];

const FIELD = /\[gas::[ \t]*([+\-\u2212]?[0-2]?)$/i;
const REST = /^([+\-\u2212]?[0-2]?)[ \t]*(\]?)/;

/** The five levels of goal attainment where the caret stands in the field `[gas:: …]` of a goal or action. */
export function gasOffers(note: Note, place: CaretPlace): readonly UnplacedOffer[] {
  const { number, range, before, after } = place.line;
  const typed = FIELD.exec(before)?.[1];
  const isGoal = note.goals.some(({ line }) => line === number);
  if (place.kind !== 'item' || !isGoal || typed === undefined) return [];
  const [, rest = '', closing = ''] = REST.exec(after) ?? [];
  const caret = range.start + before.length;
  const lead = before.endsWith('::') ? ' ' : '';
  return levels.map(([level, meaning]) => ({
    kind: 'field-value',
    label: level,
    detail: message(meaning),
    documentation: [],
    insert: `${lead}${level}$0${closing === '' ? ']' : ''}`,
    range: { start: caret - typed.length, end: caret + rest.length },
    // A minus sign may stand for the hyphen.
    filterText: typed.startsWith('\u2212') ? level.replace('-', '\u2212') : level,
  }));
}
