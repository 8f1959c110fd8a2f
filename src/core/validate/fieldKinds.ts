import { type MessageKey, message } from '../message';
import { isoDay } from '../note/dates';
import {
  fieldsOfKnownValues,
  integerSaid,
  integerValue,
  knownValue,
  knownValues,
  languageValue,
  saysNone,
  valueAmong,
} from '../note/fieldValues';
import type { FrontMatterValue } from '../note/frontMatter';
import type { Note } from '../note/note';
import { pastDaysMeant } from '../note/pastDays';
import { daysMeant, saysDay } from '../note/timeWords';
import type { Field } from '../protocol/schema';
import { titlesIn } from '../protocol/title';
import { comparable } from '../text/comparable';
import type { TextRange } from '../text/textRange';
import { dateOffers, isOnOtherWeekday } from './dateOffers';
import type { Fix } from './problem';
import { replacement, valueFixes } from './replacement';

/** What is wrong with a value and how to mend it. */
interface ValueFault {
  readonly key: MessageKey;
  readonly args?: Readonly<Record<string, string>>;
  readonly fixes: () => readonly Fix[];
}

/** What values a field of the front matter takes. */
export interface FieldKind {
  /** Whether it may have several. */
  readonly isList: boolean;
  /** What is wrong with one of its values, if anything. */
  check(value: FrontMatterValue, asked: AskedOf): ValueFault | undefined;
}

/** What the reading of a value depends on besides it. */
interface AskedOf {
  /** That of the note. */
  readonly language: string | undefined;
  /** The ISO date of today, where the note is being written. */
  readonly today: string | undefined;
}

const text: FieldKind = { isList: false, check: () => undefined };
const texts: FieldKind = { isList: true, check: () => undefined };

const integer: FieldKind = {
  isList: false,
  check({ text: written, range }) {
    if (integerValue(written) !== undefined) return undefined;
    const number = integerSaid(written);
    const fixes = number === undefined ? [] : [replacement(range, String(number), 'suggestion')];
    return { key: 'problem.invalid-field.integer', fixes: () => fixes };
  },
};

const date: FieldKind = {
  isList: false,
  check({ text: written, range }, { language, today }) {
    if (isoDay(written.trim()) !== undefined) return undefined;
    return {
      key: isOnOtherWeekday(written, language)
        ? 'problem.invalid-field.weekday'
        : 'problem.invalid-field.date',
      fixes: () => {
        const offers = dateOffers(written, language);
        return offers.length > 0
          ? offers.map(({ withTime, safety }) => replacement(range, withTime, safety))
          : daysBefore(written, range, today);
      },
    };
  },
};

/** Days up to today that words of time may mean, and dates without a year: of both only the day of writing tells which. */
function daysBefore(written: string, range: TextRange, today: string | undefined): readonly Fix[] {
  if (today === undefined) return [];
  const days = [...daysMeant(written, today).filter(day => day === today), ...pastDaysMeant(written, today)];
  return [...new Set(days)].map(value => ({
    ...replacement(range, value, 'suggestion'),
    title: message('fix.use-day-before-today', { value }),
  }));
}

/** A day, where it says one; what it says else is the writer's. */
const dayIfAny: FieldKind = {
  isList: false,
  check: (value, asked) => (saysDay(value.text, asked.language) ? date.check(value, asked) : undefined),
};

/** The same of a day that is to come after the ISO date `from`, from which words of time count. */
function comingDay(from: string | undefined): FieldKind {
  return {
    isList: false,
    check(value, { language }) {
      const fault = dayIfAny.check(value, { language, today: undefined });
      if (fault === undefined || from === undefined) return fault;
      const meant = () => daysMeant(value.text, from).map(day => replacement(value.range, day, 'suggestion'));
      return {
        ...fault,
        fixes: () => {
          const fixes = fault.fixes();
          return fixes.length > 0 ? fixes : meant();
        },
      };
    },
  };
}

const language: FieldKind = {
  isList: false,
  check({ text: written }) {
    return languageValue(written) === undefined
      ? { key: 'problem.invalid-field.language', fixes: () => [] }
      : undefined;
  },
};

/** One of `values`, or what else is known to say one. */
function oneOf(values: readonly string[], isKnown: (written: string) => boolean): FieldKind {
  return {
    isList: false,
    check({ text: written, range }) {
      if (isKnown(written)) return undefined;
      return {
        key: 'problem.invalid-field.enum',
        args: { values: values.join(', ') },
        fixes: () => valueFixes(range, written, values),
      };
    },
  };
}

const knownKinds: ReadonlyMap<string, FieldKind> = new Map([
  ['protocol', texts],
  ['client', texts],
  ['session', integer],
  ['date', date],
  ['counselor', text],
  ['language', language],
  ['stages', texts],
  ...fieldsOfKnownValues.map(
    field =>
      [
        field,
        oneOf(
          knownValues[field],
          written => knownValue(field, written) !== undefined || saysNone(field, written),
        ),
      ] as const,
  ),
]);

/** What the field takes, if it is one that the program or the protocol of the note knows. */
export function fieldKind(field: string, { protocol, frontMatter }: Note): FieldKind | undefined {
  const own = protocol?.protocol.fields.find(({ id }) => id === field);
  // A protocol may give a known field another title, not another meaning.
  return knownKinds.get(field) ?? (own && kindOfOwn(own)) ?? lenientKind(field, frontMatter.date?.value);
}

/** Of known fields whose names people use for other things, too. */
function lenientKind(field: string, date: string | undefined): FieldKind | undefined {
  if (field === 'written') return dayIfAny;
  return field === 'next' ? comingDay(date) : undefined;
}

function kindOfOwn({ type, choices }: Field): FieldKind {
  switch (type) {
    case 'integer':
      return integer;
    case 'date':
      return date;
    case 'string':
      return texts;
    case 'enum': {
      const ids = choices.map(({ id }) => id);
      const names = choices.flatMap(namesOf);
      return oneOf(
        ids,
        written => valueAmong(ids, written) !== undefined || names.includes(comparable(written)),
      );
    }
  }
}

function namesOf({ title, aliases }: Field['choices'][number]): readonly string[] {
  return titlesIn({ title, aliases }).map(comparable);
}
