import { type Message, type MessageKey, message } from '../message';

const meanings: Readonly<Record<string, MessageKey>> = {
  protocol: 'field.protocol',
  client: 'field.client',
  session: 'field.session',
  date: 'field.date',
  written: 'field.written',
  next: 'field.next',
  counselor: 'field.counselor',
  class: 'field.class',
  place: 'field.place',
  kind: 'field.kind',
  stages: 'field.stages',
  status: 'field.status',
  attendance: 'field.attendance',
  contact: 'field.contact',
  closed: 'field.closed',
  language: 'field.language',
  coder: 'field.coder',
  speakers: 'field.speakers',
  transcript: 'field.transcript',
};

const valueMeanings: Readonly<Record<string, MessageKey>> = {
  'kind note': 'field.kind.note',
  'kind transcript': 'field.kind.transcript',
  'kind process': 'field.kind.process',
  'status draft': 'field.status.draft',
  'attendance attended': 'field.attendance.attended',
  'attendance no-show': 'field.attendance.no-show',
  'attendance cancelled': 'field.attendance.cancelled',
  'contact group': 'field.contact.group',
  'contact parent': 'field.contact.parent',
  'contact home-visit': 'field.contact.home-visit',
  'contact phone': 'field.contact.phone',
  'contact consultation': 'field.contact.consultation',
  'contact other': 'field.contact.other',
  'closed resolved': 'field.closed.resolved',
  'closed referred': 'field.closed.referred',
  'closed transferred': 'field.closed.transferred',
  'closed dropped-out': 'field.closed.dropped-out',
  'closed other': 'field.closed.other',
};

/** What a field of the front matter that every protocol knows is for; undefined for a protocol's own. */
export function fieldMeaning(field: string): Message | undefined {
  const key = Object.hasOwn(meanings, field) ? meanings[field] : undefined;
  return key === undefined ? undefined : message(key);
}

/** What a value of such a field says, where it has a fixed set of them. */
export function valueMeaning(field: string, value: string): Message | undefined {
  const name = `${field} ${value}`;
  const key = Object.hasOwn(valueMeanings, name) ? valueMeanings[name] : undefined;
  return key === undefined ? undefined : message(key);
}
