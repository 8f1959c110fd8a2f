import { languages } from '../language/languages';
import { comparable } from '../text/comparable';
import { stepsBetween } from '../text/nearest';
import type { TextRange } from '../text/textRange';
import { bareFields, dateWithoutColon, type Fits, levelWithoutColon, type UnreadField } from './bareFields';
import { goalFieldOf, goalFieldsByKey } from './goalFieldKeys';
import type { GoalMention } from './goalMention';

/** Brackets with one colon or other signs: `[due: 2026-03-19]`, `(tenggat : besok)`, `[due;; besok]`, `[due：：besok]`. */
const ODD_SIGN =
  /[[(][ \t]*([\p{L} ]{2,20}?)[ \t]*(?::：|：[:：]?|:(?!:)|;;)[ \t]*((?:[^[\]():\r\n]|(?<=\d):(?=\d)){1,60}?)[ \t]*[\])]/gu;
/** What such brackets have. */
const SIGN = /(?<!:):(?!:)|：|;;/;
const SIGN_WITHOUT_COLON = /：|;;/;

/**
 * What stands among the words of a mention or behind them and is nearly a field: a key that is nearly one, one colon, no
 * brackets or only one of them. `fits` says whether a value can be meant for a field. In the order of the text.
 */
export function unreadFields(mention: GoalMention, text: string, fits: Fits): readonly UnreadField[] {
  const { fields, range, textRange } = mention;
  const found: UnreadField[] = fields.flatMap(({ key, value, field, range: place }) => {
    const meant = field === undefined ? nearField(key, value, fits) : undefined;
    return meant === undefined ? [] : [{ ...meant, value, range: place, isSure: true }];
  });
  const source = text.slice(range.start, range.end);
  const isKeyed = hasColonBeside(fields, source, range.start);
  const hasSign = isKeyed ? SIGN.test(source) : SIGN_WITHOUT_COLON.test(source);
  const starts = new Set(hasSign ? found.map(each => each.range.start) : []);
  for (const match of hasSign ? source.matchAll(ODD_SIGN) : []) {
    const [whole, key = '', value = ''] = match;
    const field = goalFieldOf(key.trim());
    const start = range.start + match.index;
    if (!starts.has(start) && field !== undefined && fits(field, value)) {
      const place = { start, end: start + whole.length };
      found.push({ field, key: key.trim(), value, range: place, isSure: true });
    }
  }
  const taken = [...fields, ...found].map(each => each.range);
  const bare = isKeyed ? bareFields(text, range, fits) : [];
  found.push(...bare.filter(each => !taken.some(other => overlap(other, each.range))));
  const isDue = fields.some(({ field }) => field === 'due');
  const dated = isDue ? undefined : dateWithoutColon(text, textRange, fits);
  const isRated = [...fields, ...found].some(({ field }) => field === 'gas');
  const rated = isRated ? undefined : levelWithoutColon(text, textRange);
  for (const each of [dated, rated]) {
    if (each !== undefined && ![...fields, ...found].some(other => overlap(other.range, each.range)))
      found.push(each);
  }
  return found.sort((a, b) => a.range.start - b.range.start);
}

/** Whether a colon stands where no field is read: most goals have none, and nothing to be looked for. */
function hasColonBeside(fields: GoalMention['fields'], source: string, start: number): boolean {
  let next = 0;
  for (let at = source.indexOf(':'); at >= 0; at = source.indexOf(':', at + 1)) {
    const place = start + at;
    while ((fields[next]?.range.end ?? Number.POSITIVE_INFINITY) <= place) next++;
    if ((fields[next]?.range.start ?? Number.POSITIVE_INFINITY) > place) return true;
  }
  return false;
}

function overlap(a: TextRange, b: TextRange): boolean {
  return a.start < b.end && b.start < a.end;
}

const knownKeys = [...goalFieldsByKey(languages)];
const LONG = 8;

/** The field whose key a key is, or is a slip of the pen of, and that key. */
function nearField(key: string, value: string, fits: Fits): Pick<UnreadField, 'field' | 'key'> | undefined {
  const written = comparable(key);
  const near = knownKeys.flatMap(([known, field]) => {
    const steps = stepsBetween(known, written, known.length > LONG ? 2 : 1);
    return steps === undefined || !fits(field, value) ? [] : [{ field, key: known, steps }];
  });
  if (new Set(near.map(({ field }) => field)).size !== 1) return undefined;
  return near.reduce((best, each) => (each.steps < best.steps ? each : best));
}
