import { contactNames } from '../protocol/contacts';

/** The values of the known fields that have a fixed set of them, by field. */
export const knownValues = {
  kind: ['note', 'transcript', 'process'],
  status: ['draft'],
  attendance: ['attended', 'no-show', 'cancelled'],
  contact: contactNames,
  closed: ['resolved', 'referred', 'transferred', 'dropped-out', 'other'],
} as const;

const INTEGER = /^\d{1,9}$/;
const LANGUAGE_TAG = /^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/;

/** The one of `values` that `text` is, case and surrounding blanks ignored. */
export function valueAmong<Value extends string>(values: readonly Value[], text: string): Value | undefined {
  const wanted = text.trim().toLowerCase();
  return values.find(value => value === wanted);
}

/** A whole number from 0 to 999,999,999, as written in digits (`03` is 3). */
export function integerValue(text: string): number | undefined {
  const trimmed = text.trim();
  return INTEGER.test(trimmed) ? Number(trimmed) : undefined;
}

/** A language tag (`en`, `id`, `zh-hant`) in lower case. */
export function languageValue(text: string): string | undefined {
  const tag = text.trim().toLowerCase();
  return LANGUAGE_TAG.test(tag) ? tag : undefined;
}

/** How many values of a field are read, where the whole note is read, or counted, for each. */
export const mostValues: ReadonlyMap<string, number> = new Map([
  ['protocol', 20],
  ['client', 60],
]);
