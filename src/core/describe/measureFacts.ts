import { type Message, message } from '../message';
import type { Measure } from '../protocol/schema';
import { type Line, line, optionalLine } from './line';

/** What is to be known to read a score: how far it goes, and which way is better. */
export function rangeMessages({
  min,
  max,
  better,
}: Pick<Measure, 'min' | 'max' | 'better'>): readonly Message[] {
  const range = message('measure.range', { min, max });
  return better === undefined ? [range] : [range, message(`measure.${better}-is-better`)];
}

/** The same below the name of a measure, with what it is about. */
export function measureLines(measure: Measure): readonly Line[] {
  const facts = rangeMessages(measure).map(said => line('item', said));
  return [...optionalLine('text', measure.description), ...facts];
}

/** The scores of one session in a language: `80 → 40`. */
export function scoreText(values: readonly number[], language: string): string {
  return values.map(value => value.toLocaleString(language)).join(' → ');
}
