import type { Case } from '../case/case';
import { nextSession } from '../case/nextSession';
import { valueMeaning } from '../describe/fieldMeaning';
import { type LanguageTables, languages } from '../language/languages';
import { type Message, message, type Titles } from '../message';
import { knownValues } from '../note/fieldValues';
import type { Note } from '../note/note';
import { readingsOf } from '../note/readings';
import { type Field, type Protocol, stepsOf } from '../protocol/schema';
import type { OfferOptions } from './offer';

/** A value that a field may have, and what it says. */
interface FieldValue {
  readonly value: string;
  readonly detail: Message;
  readonly description?: Titles | undefined;
}

/** Protocols may have languages that the program does not speak. */
const known: LanguageTables = languages;

/**
 * The values known for a field: those of a fixed set, the protocols, the stages, today for a date, the next number
 * for the session of a note that has none. Empty where there is nothing to propose.
 */
export function fieldValues(
  note: Note,
  field: string,
  cases: readonly Case[],
  options: OfferOptions,
): readonly FieldValue[] {
  const fields = protocolsOf(note).flatMap(protocol => protocol.fields);
  const own = fields.find(({ id }) => id === field);
  if (field === 'protocol') return protocolValues(options);
  if (field === 'stages') return stageValues(note);
  if (field === 'session') return sessionValues(note, cases);
  if (field === 'language') return languageValues(note);
  const values = own && ownValues(own, options);
  return values ?? (field === 'date' ? dateValues(options) : fixedValues(field));
}

/** The values that the protocol's field proposes by its type; undefined where the type proposes none. */
function ownValues({ type, choices }: Field, options: OfferOptions): readonly FieldValue[] | undefined {
  switch (type) {
    case 'enum':
      return choices.map(({ id, title }) => titled(id, title));
    case 'date':
      return dateValues(options);
    case 'string':
    case 'integer':
      return undefined;
  }
}

function dateValues({ today }: OfferOptions): readonly FieldValue[] {
  return [{ value: today, detail: message('offer.today') }];
}

function protocolValues({ protocols }: OfferOptions): readonly FieldValue[] {
  return protocols.ids.map(id => {
    const protocol = protocols.get(id)?.protocol;
    return { ...titled(id, protocol?.title ?? { en: id }), description: protocol?.description };
  });
}

function protocolsOf(note: Note): readonly Protocol[] {
  return readingsOf(note).flatMap(({ protocol }) => protocol?.protocol ?? []);
}

function stageValues(note: Note): readonly FieldValue[] {
  const stages = protocolsOf(note).flatMap(stepsOf);
  return stages.map(({ id, title, description }) => ({ ...titled(id, title), description }));
}

function sessionValues({ frontMatter }: Note, cases: readonly Case[]): readonly FieldValue[] {
  if (frontMatter.session !== undefined || frontMatter.clients.length === 0) return [];
  return [{ value: String(nextSession(cases)), detail: message('offer.next-session') }];
}

function languageValues({ protocol }: Note): readonly FieldValue[] {
  const tags = Object.keys(protocol?.protocol.title ?? languages);
  return tags.map(tag => titled(tag, known[tag]?.name ?? { en: tag }));
}

function fixedValues(field: string): readonly FieldValue[] {
  const known: Readonly<Record<string, readonly string[]>> = knownValues;
  const values = Object.hasOwn(known, field) ? known[field] : undefined;
  return (values ?? []).map(value => ({
    value,
    detail: valueMeaning(field, value) ?? message('offer.titled', { title: { en: value } }),
  }));
}

function titled(value: string, title: Titles): FieldValue {
  return { value, detail: message('offer.titled', { title }) };
}
