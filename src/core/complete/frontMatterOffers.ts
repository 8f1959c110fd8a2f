import type { Case } from '../case/case';
import { fieldMeaning } from '../describe/fieldMeaning';
import { line, optionalLine } from '../describe/line';
import { measureLines } from '../describe/measureFacts';
import { message } from '../message';
import type { Note } from '../note/note';
import type { CaretLine } from '../note/placeAt';
import { readingsOf } from '../note/readings';
import { fieldValues } from './fieldValues';
import { isKeyBeingWritten, presentFields, type ValueSpot, valueSpot } from './frontMatterLine';
import type { OfferOptions, UnplacedOffer } from './offer';
import { escapeSnippet, tabStop } from './snippet';

/** The fields that every note may have, besides those of its protocol. Those of transcripts are not offered. */
const commonFields = ['stages', 'status', 'attendance', 'contact', 'closed', 'language', 'kind'];
/** The fields that make a note part of a case; a note whose protocol is not known may have them too. */
const caseFields = ['client', 'session', 'date', 'counselor'];

/** The fields that the front matter lacks, at the beginning of a line; behind a key, the values of its field. */
export function frontMatterOffers(
  note: Note,
  caret: CaretLine,
  cases: readonly Case[],
  options: OfferOptions,
): readonly UnplacedOffer[] {
  if (isKeyBeingWritten(caret)) {
    return options.trigger === undefined ? fieldOffers(note, caret, cases, options) : [];
  }
  const spot = valueSpot(note, caret);
  if (spot === undefined || (options.trigger !== undefined && spot.typed !== '')) return [];
  return valueOffers(note, spot, cases, options);
}

interface OfferedField {
  readonly id: string;
  readonly aliases: readonly string[];
  readonly required: boolean;
}

function offeredFields(note: Note): readonly OfferedField[] {
  const protocols = readingsOf(note).flatMap(({ protocol }) => protocol?.protocol ?? []);
  const fields = protocols.flatMap(protocol => protocol.fields);
  const distinct = fields.filter(({ id }, at) => fields.findIndex(field => field.id === id) === at);
  const own: readonly OfferedField[] = protocols.length > 0 ? distinct : caseFields.map(optional);
  const required = own.filter(field => field.required);
  return [
    optional('protocol'),
    ...required,
    ...own.filter(field => !field.required),
    ...commonFields.filter(id => own.every(field => field.id !== id)).map(optional),
  ];
}

function optional(id: string): OfferedField {
  return { id, aliases: [], required: false };
}

function fieldOffers(
  note: Note,
  caret: CaretLine,
  cases: readonly Case[],
  options: OfferOptions,
): readonly UnplacedOffer[] {
  const present = presentFields(note, caret);
  const missing = offeredFields(note).filter(({ id }) => !present.has(id));
  return [
    ...missing.map(field => fieldOffer(field, note, caret, cases, options)),
    ...measureOffers(note, caret, present),
  ];
}

/** The measures of its formats, as long as it gives no score of them. */
function measureOffers(note: Note, caret: CaretLine, present: ReadonlySet<string>): readonly UnplacedOffer[] {
  const measures = readingsOf(note).flatMap(({ protocol }) => protocol?.protocol.measures ?? []);
  return measures
    .filter(({ id }, at) => !present.has(id) && measures.findIndex(other => other.id === id) === at)
    .map(measure => ({
      kind: 'field',
      label: measure.id,
      detail: message('offer.measure', { measure: measure.title }),
      documentation: measureLines(measure),
      insert: `${measure.id}: $0`,
      range: caret.range,
      filterText: [measure.id, ...measure.aliases].join(' '),
    }));
}

function fieldOffer(
  { id, aliases, required }: OfferedField,
  note: Note,
  caret: CaretLine,
  cases: readonly Case[],
  options: OfferOptions,
): UnplacedOffer {
  const meaning = fieldMeaning(id);
  return {
    kind: 'field',
    label: id,
    detail: message(required ? 'offer.required-field' : 'offer.field'),
    documentation: meaning === undefined ? [] : [line('text', meaning)],
    insert: `${id}: ${valueSnippet(note, id, cases, options)}`,
    range: caret.range,
    filterText: [id, ...aliases].join(' '),
  };
}

/** A field's value as a snippet: the one there is, a choice of several, or a place to write it. */
function valueSnippet(note: Note, field: string, cases: readonly Case[], options: OfferOptions): string {
  if (field === 'stages') return '[$0]';
  const values = fieldValues(note, field, cases, options).map(({ value }) => value);
  const [first] = values;
  if (first === undefined) return '$0';
  return `${values.length === 1 ? escapeSnippet(first) : tabStop(1, values)}$0`;
}

function valueOffers(
  note: Note,
  spot: ValueSpot,
  cases: readonly Case[],
  options: OfferOptions,
): readonly UnplacedOffer[] {
  const named = new Set([spot.value, ...spot.others].map(name => canonicalValue(note, spot.field, name)));
  return fieldValues(note, spot.field, cases, options)
    .filter(({ value }) => !named.has(value))
    .map(({ value, detail, description }) => ({
      kind: 'field-value',
      label: value,
      detail,
      documentation: optionalLine('text', description),
      insert: `${spot.needsBlank ? ' ' : ''}${escapeSnippet(value)}$0`,
      range: spot.range,
      filterText: value,
    }));
}

/** A stage may be named by its title; other values stand for themselves. */
function canonicalValue(note: Note, field: string, name: string): string {
  if (field !== 'stages') return name;
  const stages = readingsOf(note).map(({ protocol }) => protocol?.stageByName(name));
  return stages.find(stage => stage !== undefined)?.id ?? name;
}
