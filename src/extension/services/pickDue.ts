import type { Case } from '../../core/case/case';
import { appointmentFrom } from '../../core/case/nextSessionDate';
import { type Message, message } from '../../core/message';
import { daysAfter } from '../../core/note/dates';
import { dueDays, typedDays } from '../../core/note/dueDays';
import { interfaceLanguage, render } from '../../l10n/catalogue';
import { longDay } from '../../l10n/days';
import { type ListRow, pickFrom } from './dialogs';
import { today } from './tools/today';

interface DayRow extends ListRow {
  /** `YYYY-MM-DD`; undefined for no day. */
  readonly date: string | undefined;
}

/**
 * Asks for a day: the next appointment, if it is known, in a week, two weeks, a month, or what is typed in any usual
 * form. Undefined where the list is left.
 */
export async function pickDue(title: Message, appointment: string | undefined): Promise<string | undefined> {
  return (await pickDay(title, appointment, []))?.date;
}

/** The same for what need not be due at all: that is the first row. */
export function pickDueIfAny(
  appointment: string | undefined,
): Promise<{ readonly date: string | undefined } | undefined> {
  return pickDay(message('due.title'), appointment, [
    { label: render(message('due.none')), date: undefined },
  ]);
}

function pickDay(
  title: Message,
  appointment: string | undefined,
  first: readonly DayRow[],
): Promise<DayRow | undefined> {
  const now = today();
  const days = dueDays(now, appointment).map(
    ({ date, what }): DayRow => ({ label: render(what), description: longDay(date), date }),
  );
  const offered = [...first, ...days];
  const rowsOf = (typed: string): readonly DayRow[] =>
    typedDays(typed, now, interfaceLanguage()).map(date => ({
      label: longDay(date),
      description: date,
      alwaysShow: true,
      date,
    }));
  return pickFrom<DayRow>(offered, {
    title,
    placeHolder: message('due.hint'),
    matchOnDescription: true,
    rowsFor: typed => (typed === '' ? offered : [...rowsOf(typed), ...offered]),
    typedRow: typed => rowsOf(typed)[0],
  });
}

/** The day of the session after today’s, where the notes say it: a guess would be taken for an appointment. */
export function sessionAfterToday(ofCase: Case): string | undefined {
  return appointmentFrom(ofCase, daysAfter(today(), 1));
}
