import { languages } from '../language/languages';
import { comparable } from '../text/comparable';
import { stepsBetween } from '../text/nearest';
import type { TextRange } from '../text/textRange';
import { type GoalFieldId, goalFieldOf, goalFieldsByKey } from './goalFieldKeys';
import type { GoalMention } from './goalMention';

/** What is meant as a field of a goal and is none as it is written. */
export interface UnreadField {
  readonly field: GoalFieldId;
  /** The key that is meant, as the writer has it as far as it is one. */
  readonly key: string;
  readonly value: string;
  /** All of it, brackets included. */
  readonly range: TextRange;
}

/** Whether a value can be meant for a field: only then something like it is taken for one. */
export type Fits = (field: GoalFieldId, value: string) => boolean;

/** Brackets with one colon: `[due: 2026-03-19]`, `(tenggat : besok)`. */
const ONE_COLON = /[[(][ \t]*([\p{L} ]{2,20}?)[ \t]*:(?!:)[ \t]*([^[\]():\r\n]{1,60}?)[ \t]*[\])]/gu;
/** What the first of these has. */
const LONE_COLON = /(?<!:):(?!:)/;
/** At the end of the words, without brackets: `due: 2026-03-19`, `tenggat:: Jumat depan`. */
const BARE =
  /(?<![\p{L}\p{N}[(])([\p{L}]{2,20}(?: [\p{L}]{2,20})?)[ \t]*::?[ \t]*([\p{L}\p{N}][\p{L}\p{N} ,./'-]{0,60})$/u;

/**
 * What stands among the words of a mention or behind them and is nearly a field: a key that is nearly one, one colon, no
 * brackets. `fits` says whether a value can be meant for a field. In the order of the text.
 */
export function unreadFields(mention: GoalMention, text: string, fits: Fits): readonly UnreadField[] {
  const { fields, range, textRange } = mention;
  const found: UnreadField[] = fields.flatMap(({ key, value, field, range: place }) => {
    const meant = field === undefined ? nearField(key, value, fits) : undefined;
    return meant === undefined ? [] : [{ ...meant, value, range: place }];
  });
  const source = text.slice(range.start, range.end);
  for (const match of LONE_COLON.test(source) ? source.matchAll(ONE_COLON) : []) {
    const [whole, key = '', value = ''] = match;
    const field = goalFieldOf(key.trim());
    const start = range.start + match.index;
    const isNew = found.every(each => each.range.start !== start);
    if (isNew && field !== undefined && fits(field, value))
      found.push({ field, key: key.trim(), value, range: { start, end: start + whole.length } });
  }
  const words = text.slice(textRange.start, textRange.end);
  const bare = words.includes(':') ? BARE.exec(words) : null;
  const [whole = '', key = '', value = ''] = bare ?? [];
  const start = textRange.start + (bare?.index ?? 0);
  // Two words before the colon may be one of the text and the key.
  const keyStart = goalFieldOf(key) === undefined ? key.lastIndexOf(' ') + 1 : 0;
  const field = goalFieldOf(key.slice(keyStart));
  if (bare !== null && field === 'due' && fits(field, value.trim()))
    found.push({
      field,
      key: key.slice(keyStart),
      value: value.trim(),
      range: { start: start + keyStart, end: start + whole.trimEnd().length },
    });
  return found.sort((a, b) => a.range.start - b.range.start);
}

const knownKeys = [...goalFieldsByKey(languages)];
const LONG = 8;

/** The field whose key a key is, or is a slip of the pen of, and that key. */
function nearField(key: string, value: string, fits: Fits): Pick<UnreadField, 'field' | 'key'> | undefined {
  const written = comparable(key);
  const near = knownKeys.flatMap(([known, field]) => {
    const most = known.length > LONG ? 2 : 1;
    if (!fits(field, value)) return [];
    const steps = stepsBetween(known, written, most);
    return steps === undefined ? [] : [{ field, key: known, steps }];
  });
  if (new Set(near.map(({ field }) => field)).size !== 1) return undefined;
  return near.reduce((best, each) => (each.steps < best.steps ? each : best));
}
