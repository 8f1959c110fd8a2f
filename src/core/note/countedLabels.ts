import type { CompiledProtocol } from '../protocol/compiledProtocol';
import type { Section, Stage } from '../protocol/schema';
import { plainText } from '../text/plainText';
import type { InlineLabel } from './inlineLabels';
import type { Label } from './outline';

/** A label and what it names: a stage or section, or with a slash several stages. */
export interface NamingLabel {
  readonly label: Label;
  readonly terms: readonly (Stage | Section)[];
}

/**
 * The labels that count as marks. Bold words always do. Plain ones and single letters, which may also be speakers or
 * words of a sentence, do where two or more labels of the protocol stand once each, in its order, those in the middle of
 * lines among them.
 */
export function countedLabels(
  labels: readonly NamingLabel[],
  inline: readonly InlineLabel[],
  { protocol }: CompiledProtocol,
): ReadonlySet<Label> {
  const order = new Map(
    protocol.stages.flatMap(stage => [stage, ...stage.sections]).map((term, at) => [term, at]),
  );
  const all = labels.flatMap(({ terms }) => terms);
  const isOnce = (term: Stage | Section) => all.indexOf(term) === all.lastIndexOf(term);
  const counted = labels.filter(({ label, terms }) => !isWeak(label) || terms.every(isOnce));
  const terms = counted.flatMap(each => each.terms);
  const places = terms.map(term => order.get(term) ?? 0);
  const areInOrder = places.every((place, at) => at === 0 || place >= (places[at - 1] ?? 0));
  const named = new Set([...terms, ...inline.map(({ stage }) => stage)]);
  const weakCount = areInOrder && named.size > 1;
  return new Set(counted.map(({ label }) => label).filter(label => weakCount || !isWeak(label)));
}

/** Plain labels, and letters even if they are bold: in a dialogue, these are speakers. */
function isWeak({ isBold, title }: Label): boolean {
  return (
    !isBold ||
    plainText(title)
      .split('/')
      .every(part => [...part.trim()].length === 1)
  );
}
