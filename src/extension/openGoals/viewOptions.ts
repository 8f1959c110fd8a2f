import type { GoalGrouping } from '../../core/case/goalGroups';
import { message } from '../../core/message';
import { render } from '../../l10n/catalogue';
import { pickMany, pickOne } from '../services/dialogs';
import { counselorSetting } from '../services/settings';
import type { OpenGoalsState } from './openGoalsState';

const groupings: readonly GoalGrouping[] = ['client', 'stage', 'due'];

/** Lets the user choose how *Open Goals* is grouped, and what it and *Clients* show. */
export async function chooseViewOptions(state: OpenGoalsState): Promise<void> {
  const { grouping, mine, overdue, closed } = state.choices;
  const groups = groupings.map(each => ({
    label: render(message(`view-options.by-${each}`)),
    description: each === grouping ? render(message('view-options.now')) : '',
    grouping: each,
  }));
  const group = await pickOne(groups, {
    title: message('view-options.title'),
    placeHolder: message('view-options.group'),
  });
  if (group === undefined) return;
  const filters = [
    ...(counselorSetting() === ''
      ? []
      : [{ label: render(message('view-options.mine')), picked: mine, is: 'mine' }]),
    { label: render(message('view-options.overdue')), picked: overdue, is: 'overdue' },
    { label: render(message('view-options.closed')), picked: closed, is: 'closed' },
  ];
  const ticked = await pickMany(filters, {
    title: message('view-options.title'),
    placeHolder: message('view-options.show'),
  });
  if (ticked === undefined) return;
  const has = (name: string): boolean => ticked.some(({ is }) => is === name);
  state.change({
    grouping: group.grouping,
    overdue: has('overdue'),
    closed: has('closed'),
    ...(counselorSetting() !== '' && { mine: has('mine') }),
  });
}
