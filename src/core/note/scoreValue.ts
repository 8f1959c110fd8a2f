import type { Measure } from '../protocol/schema';

/** What a text says as the score of a measure. */
export type ScoreReading =
  | { readonly kind: 'scores'; readonly values: readonly number[] }
  | { readonly kind: 'out-of-range' }
  /** `12/25` where the measure has another highest score. */
  | { readonly kind: 'other-scale'; readonly of: number }
  | { readonly kind: 'unreadable' };

/** `12`, `7,5`, `12/27`, `12 ↓`, `12 (moderate)`, `12, moderate`, `12 – moderate`. */
const SCORE =
  /^(?<sign>[-\u2212]?)(?<number>\d{1,6}(?:[.,]\d{1,3})?)(?:\s*\/\s*(?<of>\d{1,6}))?(?:\s*[↑↓⬆⬇▲▼]\ufe0f?)?(?:\.?$|\s*\(.*$|\s*[;,\u2013\u2014-]\s*(?=\p{L}).*$)/u;
/** From the beginning to the end of one session: `80 → 40`. */
const ARROW = /\s*(?:\u2192|->)\s*/;
/** No score with its words is longer, in UTF-16 code units. */
const LONGEST = 200;
/** No session has more of one measure in one value. */
const MOST = 10;

/** Reads the score of a measure; several where arrows stand between them. */
export function readScore(text: string, measure: Pick<Measure, 'min' | 'max'>): ScoreReading {
  const written = text.trim();
  const parts = written.length > LONGEST ? [] : written.split(ARROW);
  const readings = parts.length > MOST ? [] : parts.map(part => readOne(part, measure));
  const wrong = readings.find(reading => reading.kind !== 'scores');
  if (readings.length === 0) return { kind: 'unreadable' };
  if (wrong !== undefined) return wrong;
  return {
    kind: 'scores',
    values: readings.flatMap(reading => (reading.kind === 'scores' ? reading.values : [])),
  };
}

function readOne(text: string, { min, max }: Pick<Measure, 'min' | 'max'>): ScoreReading {
  const { sign, number, of } = SCORE.exec(text)?.groups ?? {};
  if (number === undefined) return { kind: 'unreadable' };
  if (of !== undefined && Number(of) !== max) return { kind: 'other-scale', of: Number(of) };
  const value = Number(number.replace(',', '.')) * (sign === '' ? 1 : -1);
  return value < min || value > max ? { kind: 'out-of-range' } : { kind: 'scores', values: [value] };
}

/** The text with the words behind its number in parentheses, where that makes it a score. */
export function withWordsApart(text: string): string | undefined {
  const { number, words } =
    /^(?<number>\d{1,6}(?:[.,]\d{1,3})?)\s+(?<words>\p{L}[^():#]*?)\.?$/u.exec(text.trim())?.groups ?? {};
  return number === undefined ? undefined : `${number} (${words})`;
}
