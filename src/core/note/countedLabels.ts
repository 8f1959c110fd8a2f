import type { CompiledProtocol } from '../protocol/compiledProtocol';
import type { Section, Stage } from '../protocol/schema';
import { plainText } from '../text/plainText';
import type { InlineLabel } from './inlineLabels';
import type { Label } from './outline';
import type { NamingLabel, Walk } from './regions';

/**
 * The labels that count as marks. Bold words always do. Plain ones and single letters, which may also be speakers or
 * words of a sentence, do where two or more labels of the protocol stand once each, in its order, those in the middle of
 * lines among them. Those that begin list items do where two or more of them begin a list with one, and no heading names
 * the same; else they are words of an item.
 */
export function countedLabels(
  { stages, labels: all }: Pick<Walk, 'stages' | 'labels'>,
  inline: readonly InlineLabel[],
  { protocol }: CompiledProtocol,
): ReadonlySet<Label> {
  if (all.length === 0) return noLabels;
  const labels = withoutLoneItems(all, stages);
  const order = new Map(
    protocol.stages.flatMap(stage => [stage, ...stage.sections]).map((term, at) => [term, at]),
  );
  const every = labels.flatMap(({ terms }) => terms);
  const isOnce = (term: Stage | Section) => every.indexOf(term) === every.lastIndexOf(term);
  const counted = labels.filter(({ label, terms }) => !isWeak(label) || terms.every(isOnce));
  const terms = counted.flatMap(each => each.terms);
  const places = terms.map(term => order.get(term) ?? 0);
  const areInOrder = places.every((place, at) => at === 0 || place >= (places[at - 1] ?? 0));
  const named = new Set([...terms, ...inline.map(({ stage }) => stage)]);
  const weakCount = areInOrder && named.size > 1;
  return new Set(counted.map(({ label }) => label).filter(label => weakCount || !isWeak(label)));
}

const noLabels: ReadonlySet<Label> = new Set();

function withoutLoneItems(labels: readonly NamingLabel[], stages: Walk['stages']): readonly NamingLabel[] {
  const inItems = labels.filter(({ label }) => label.item !== undefined);
  if (inItems.length === 0) return labels;
  const headed = new Set(headedTerms(stages));
  const begun = new Set(
    inItems
      .map(({ label }) => label)
      .filter(beginsList)
      .map(label => label.item?.listLine),
  );
  const counted = inItems.filter(
    ({ label, terms }) => begun.has(label.item?.listLine) && !terms.some(term => headed.has(term)),
  );
  const areSeveral = new Set(counted.flatMap(({ terms }) => terms)).size > 1;
  const taken = new Set(areSeveral ? counted : []);
  return labels.filter(each => each.label.item === undefined || taken.has(each));
}

function headedTerms(stages: Walk['stages']): readonly (Stage | Section)[] {
  return stages.flatMap(({ stage, mark, sections }) => [
    ...(mark.kind === 'heading' ? [stage] : []),
    ...sections.filter(section => section.mark.kind === 'heading').map(({ section }) => section),
  ]);
}

function beginsList({ item, line }: Label): boolean {
  return item?.listLine === line;
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
