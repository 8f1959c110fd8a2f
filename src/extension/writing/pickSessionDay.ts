import type { Case } from '../../core/case/case';
import { sessionOn } from '../../core/case/nextSession';
import { type Message, message } from '../../core/message';
import { sessionDays, typedSessionDays } from '../../core/note/sessionDays';
import { interfaceLanguage, render } from '../../l10n/catalogue';
import { longDay } from '../../l10n/days';
import { type ListRow, pickFrom } from '../services/dialogs';
import { today } from '../services/tools/today';

/** When a session was, and whether the client came. */
export interface SessionDay {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly isNoShow: boolean;
}

type DayRow = ListRow & SessionDay & { readonly isOther?: boolean };

/**
 * Asks for the day of a session: today, one of the last days, or what is typed in any usual form. Beside each stands
 * the number that the session has then, and where that is one between others, which they are. The last row is for a note
 * of another format than the sessions have, unless the format is chosen already.
 */
export async function pickSessionDay(
  title: Message,
  ofCase: Case | undefined,
  isChosen = false,
): Promise<SessionDay | 'other-format' | undefined> {
  const now = today();
  const rowOf = (date: string, label: string): DayRow => ({
    label,
    ...(isChosen ? {} : { description: render(numberOn(ofCase, date)) }),
    date,
    isNoShow: false,
  });
  const offered = [
    ...sessionDays(now).map(date => rowOf(date, dayName(date, now))),
    ...(isChosen ? [] : rowsBeside(now)),
  ];
  const typedRows = (typed: string): readonly DayRow[] =>
    typedSessionDays(typed, now, interfaceLanguage()).map(date => ({
      ...rowOf(date, longDay(date)),
      alwaysShow: true,
    }));
  const picked = await pickFrom<DayRow>(offered, {
    title,
    placeHolder: message('new-note.day-hint'),
    rowsFor: typed => (typed === '' ? offered : withoutTwins([...typedRows(typed), ...offered])),
    typedRow: typed => typedRows(typed)[0],
  });
  return picked?.isOther === true ? 'other-format' : picked;
}

/** What may be said in place of a day. */
function rowsBeside(now: string): readonly DayRow[] {
  return [
    { label: render(message('new-note.no-show')), description: longDay(now), date: now, isNoShow: true },
    {
      label: render(message('new-note.other-format')),
      description: render(message('new-note.other-format-how')),
      date: now,
      isNoShow: false,
      isOther: true,
    },
  ];
}

/** A day that was typed stands there once. */
function withoutTwins(rows: readonly DayRow[]): readonly DayRow[] {
  return rows.filter(
    (row, at) =>
      row.isNoShow ||
      row.isOther ||
      rows.findIndex(({ date, isNoShow }) => date === row.date && !isNoShow) === at,
  );
}

function dayName(date: string, now: string): string {
  if (date === now) return render(message('new-note.today', { day: longDay(date) }));
  const [, yesterday] = sessionDays(now);
  return date === yesterday ? render(message('new-note.yesterday', { day: longDay(date) })) : longDay(date);
}

function numberOn(ofCase: Case | undefined, date: string): Message {
  const { number, before, after } = sessionOn(ofCase === undefined ? [] : [ofCase], date);
  if (after === undefined) return message('new-note.number', { session: number ?? 1 });
  if (number === undefined)
    return before === undefined
      ? message('new-note.no-number-before', { after })
      : message('new-note.no-number-between', { before, after });
  return before === undefined
    ? message('new-note.number-before', { session: number, after })
    : message('new-note.number-between', { session: number, before, after });
}
