import { message } from '../message';
import { knownValues } from '../note/fieldValues';
import type { DescriptionOf } from './describeAt';
import { fieldMeaning, valueMeaning } from './fieldMeaning';
import { group, type Line, line } from './line';
import { measureLines } from './measureFacts';

/** The hover of a field of the front matter: what it means and which values it may have. */
export function fieldLines({ field, own, measure, leadsTo }: DescriptionOf<'field'>): readonly Line[] {
  const meaning = fieldMeaning(field);
  return [
    line('title', { words: field }, ...(own?.title === undefined ? [] : [{ titles: own.title }])),
    ...(own?.required ? [line('label', message('describe.required'))] : []),
    ...(meaning === undefined ? [] : [line('text', meaning)]),
    ...(measure === undefined ? [] : [line('label', { titles: measure.title }), ...measureLines(measure)]),
    ...(leadsTo === undefined
      ? []
      : [line('text', message('describe.contact-format', { format: leadsTo.title, id: leadsTo.id }))]),
    ...group(message('describe.values'), [...fixedLines(field), ...choiceLines(own)]),
  ];
}

function fixedLines(field: string): readonly Line[] {
  const known: Readonly<Record<string, readonly string[]>> = knownValues;
  const values = (Object.hasOwn(known, field) ? known[field] : undefined) ?? [];
  return values.map(value => {
    const meaning = valueMeaning(field, value);
    return line('item', { words: value }, ...(meaning === undefined ? [] : [meaning]));
  });
}

function choiceLines(own: DescriptionOf<'field'>['own']): readonly Line[] {
  return (own?.choices ?? []).map(({ id, title }) => line('item', { words: id }, { titles: title }));
}
