import { message } from '../message';
import { comparable } from '../text/comparable';
import { nearestName } from '../text/nearest';
import type { TextRange } from '../text/textRange';
import type { Fix } from './problem';

/** Puts `value` in place of what stands at `range`. */
export function replacement(range: TextRange, value: string, safety: Fix['safety']): Fix {
  return { title: message('fix.use-value', { value }), safety, edits: [{ range, newText: value }] };
}

/** More values than these are not offered one by one. */
const MOST_OFFERED = 8;

/** The one of `values` that `text` is a near miss of as a safe fix, else each of a few as a suggestion. */
export function valueFixes(range: TextRange, text: string, values: readonly string[]): readonly Fix[] {
  const near = nearestName(comparable(text), values);
  if (near !== undefined) return [replacement(range, near, 'safe')];
  if (values.length < 2 || values.length > MOST_OFFERED) return [];
  return values.map(value => replacement(range, value, 'suggestion'));
}
