import type { Case } from '../../core/case/case';
import { openCount } from '../../core/case/caseFacts';
import { noClient } from '../../core/case/clientKey';
import { newestNote } from '../../core/case/newestNote';
import { sessionCount } from '../../core/describe/goalFacts';
import { message } from '../../core/message';
import { render } from '../../l10n/catalogue';
import { shortDay } from '../../l10n/days';
import { nameShown } from './hiddenWords';
import type { Root } from './roots';
import { today } from './tools/today';

/** What menus know the row of a case by, in every tree: `client`, `client-closed` or `no-client`. */
export function caseContext({ key, closed }: Case): string {
  if (key === noClient) return 'no-client';
  return closed ? 'client-closed' : 'client';
}

/** What a case is called: its client, by a number while words are hidden. */
export function clientLabel({ key, client }: Pick<Case, 'key' | 'client'>): string {
  return key === noClient ? render(message('goals.no-client')) : nameShown(client, 'client');
}

/** What tells a case from others in a list: how many sessions, the day of the last one, how many goals are open. */
export function caseSummary(ofCase: Case): string {
  const last = newestNote(ofCase)?.date;
  const parts = [
    render(sessionCount(ofCase.sessions)),
    ...(last === undefined ? [] : [render(message('cases.last', { date: shortDay(last, today()) }))]),
    render(message('goals.count-open', { count: openCount(ofCase) })),
  ];
  return parts.join(' · ');
}

/** The name of the folder of a root. */
export function rootName(root: Root): string {
  return root.uri === undefined ? '' : (root.uri.path.split('/').filter(Boolean).at(-1) ?? '');
}
