import { type Message, message } from '../../core/message';
import { dueDays, typedDays } from '../../core/note/dueDays';
import { interfaceLanguage, render } from '../../l10n/catalogue';
import { longDay } from '../../l10n/days';
import { type ListRow, pickFrom } from '../services/dialogs';
import { today } from '../services/tools/today';

interface DayRow extends ListRow {
  /** `YYYY-MM-DD`. */
  readonly date: string;
}

/**
 * Asks for a day: the next appointment, if it is known, in a week, two weeks, a month, or what is typed in any usual
 * form. Undefined where the list is left.
 */
export async function pickDue(title: Message, appointment: string | undefined): Promise<string | undefined> {
  const now = today();
  const offered = dueDays(now, appointment).map(
    ({ date, what }): DayRow => ({ label: render(what), description: longDay(date), date }),
  );
  const rowsOf = (typed: string): readonly DayRow[] =>
    typedDays(typed, now, interfaceLanguage()).map(date => ({
      label: longDay(date),
      description: date,
      alwaysShow: true,
      date,
    }));
  const picked = await pickFrom<DayRow>(offered, {
    title,
    placeHolder: message('due.hint'),
    matchOnDescription: true,
    rowsFor: typed => (typed === '' ? offered : [...rowsOf(typed), ...offered]),
    typedRow: typed => rowsOf(typed)[0],
  });
  return picked?.date;
}
