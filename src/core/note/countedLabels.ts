import type { CompiledProtocol } from '../protocol/compiledProtocol';
import { isAside, type Section, type Stage } from '../protocol/schema';
import { plainText } from '../text/plainText';
import type { InlineLabel } from './inlineLabels';
import type { Label } from './outline';
import type { NamingLabel, Walk } from './regions';

/**
 * The labels that count as marks. Bold words always do. Plain ones and single letters, which may also be speakers or
 * words of a sentence, do where two or more labels of the protocol stand once each, in its order, those in the middle of
 * lines among them, or in a form that names fields as well; what may stand anywhere has no place in the order. Those that begin list items do where two or more of them begin a
 * list with one, or the list is such a form, and no heading names the same; else they are words of an item. Headings of items are no words.
 */
export function countedLabels(
  { stages, labels: all }: Pick<Walk, 'stages' | 'labels'>,
  inline: readonly InlineLabel[],
  { protocol }: CompiledProtocol,
  form: FormLabels,
): ReadonlySet<Label> {
  if (all.length === 0) return noLabels;
  const labels = withoutLoneItems(all, stages, form);
  const order = new Map(
    protocol.stages
      .filter(stage => !isAside(stage))
      .flatMap(stage => [stage, ...stage.sections])
      .map((term, at) => [term, at]),
  );
  const every = labels.flatMap(({ terms }) => terms);
  const isOnce = (term: Stage | Section) => every.indexOf(term) === every.lastIndexOf(term);
  const counted = labels.filter(({ label, terms }) => !isWeak(label) || terms.every(isOnce));
  const terms = counted.flatMap(each => each.terms);
  const places = terms.flatMap(term => order.get(term) ?? []);
  const areInOrder = places.every((place, at) => at === 0 || place >= (places[at - 1] ?? 0));
  const named = new Set([...terms, ...inline.map(({ stage }) => stage)]);
  const weakCount = areInOrder && (named.size > 1 || form.isForm);
  return new Set(counted.map(({ label }) => label).filter(label => weakCount || !isWeak(label)));
}

const noLabels: ReadonlySet<Label> = new Set();

/** The labels of a form that is typed row by row: those of fields come before those of stages. */
interface FormLabels {
  readonly isForm: boolean;
  /** The first lines of the lists that begin with the label of a field. */
  readonly lists: ReadonlySet<number>;
}

/** Of a note without any. */
export const noForm: FormLabels = { isForm: false, lists: new Set() };

/** So many fields make a form, or so many with the titles of as many parts: less may be words of a note. */
const fewestRows = 3;
const fewestBesideParts = 2;

/** What of the labels of a note belongs to a form. */
export function formLabels(labels: readonly Label[], protocol: CompiledProtocol): FormLabels {
  const ofFields = labels.filter(({ title }) => protocol.fieldByLabel(title) !== undefined);
  const parts = labels.filter(({ title }) => protocol.matchStage(title) !== undefined);
  const isForm =
    ofFields.length >= fewestRows ||
    (ofFields.length >= fewestBesideParts && parts.length >= fewestBesideParts);
  return { isForm, lists: new Set(isForm ? ofFields.filter(beginsList).map(({ line }) => line) : []) };
}

function withoutLoneItems(
  labels: readonly NamingLabel[],
  stages: Walk['stages'],
  form: FormLabels,
): readonly NamingLabel[] {
  const inItems = labels.filter(({ label }) => label.item !== undefined);
  if (inItems.length === 0) return labels;
  const headed = new Set(headedTerms(stages));
  const headings = inItems.filter(
    ({ label, terms }) => label.isHeading && !terms.some(term => headed.has(term)),
  );
  const begun = new Set<number | undefined>([
    ...inItems.map(({ label }) => label).flatMap(label => (beginsList(label) ? [label.line] : [])),
    ...form.lists,
  ]);
  const counted = inItems.filter(
    ({ label, terms }) => begun.has(label.item?.listLine) && !terms.some(term => headed.has(term)),
  );
  const areSeveral = new Set(counted.flatMap(({ terms }) => terms)).size > 1;
  const taken = new Set([
    ...headings,
    ...(areSeveral ? counted : counted.filter(({ label }) => form.lists.has(label.item?.listLine ?? -1))),
  ]);
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
function isWeak({ isBold, isHeading, title }: Label): boolean {
  if (isHeading) return false;
  return (
    !isBold ||
    plainText(title)
      .split('/')
      .every(part => [...part.trim()].length === 1)
  );
}
