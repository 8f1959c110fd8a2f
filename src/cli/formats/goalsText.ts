import { join } from 'node:path';
import type { CaseGoal } from '../../core/case/case';
import { isOpen } from '../../core/case/case';
import { processProgress } from '../../core/case/openGoals';
import { message, titleIn } from '../../core/message';
import { interfaceLanguage, render } from '../../l10n/catalogue';
import type { ListedCase } from '../cases';
import { pathFrom } from '../paths';
import type { DiskRoot } from '../roots';
import { type Paint, visible } from '../terminal';

/** The cases and their goals for a person: by client, then stage. The goals' texts are what was asked for. */
export function formatGoalsText(cases: readonly ListedCase[], directory: string, paint: Paint): string {
  return cases.map(listed => caseLines(listed, directory, paint).join('\n')).join('\n');
}

function caseLines(listed: ListedCase, directory: string, paint: Paint): readonly string[] {
  const { case: found, root, goals } = listed;
  const client = found.client === '' ? render(message('goals.no-client')) : found.client;
  const lines = [`${paint('bold', visible(client))}  ${paint('dim', countsOf(listed))}`];
  if (goals.length === 0) lines.push(`  ${render(message('goals.none'))}`);
  let stage = '';
  for (const goal of goals) {
    const next = stageTitle(goal, root);
    if (next !== stage) lines.push(`  ${visible(next)}`);
    stage = next;
    lines.push(`    ${goalLine(goal, root, directory, paint)}`);
  }
  return [...lines, ''];
}

function countsOf({ case: found }: ListedCase): string {
  const open = found.goals.filter(({ status }) => isOpen(status)).length;
  const { done, total } = processProgress(found);
  const counts = render(message('goals.counts', { sessions: found.sessions, open, done, total }));
  return found.closed ? `${counts} · ${render(message('goals.closed'))}` : counts;
}

function stageTitle({ protocol, stage }: CaseGoal, { protocols }: DiskRoot): string {
  if (stage === undefined) return render(message('goals.no-stage'));
  const stages = protocols.get(protocol)?.protocol.stages ?? [];
  const title = stages.find(({ id }) => id === stage)?.title;
  return title === undefined ? stage : titleIn(title, interfaceLanguage());
}

function goalLine(goal: CaseGoal, root: DiskRoot, directory: string, paint: Paint): string {
  const last = goal.mentions.at(-1);
  const place =
    last && `${pathFrom(directory, join(root.folder, last.note.path))}:${last.mention.place.line + 1}`;
  const facts = [
    render(message(`goal-status.${goal.status}`)),
    goal.kind === 'action' ? render(message('goals.action')) : undefined,
    goal.due && render(message('goals.due', { date: goal.due })),
    place,
  ];
  const told = facts.filter(fact => fact !== undefined && fact !== '').join(' · ');
  const named = goal.text === '' ? nameOf(goal) : goal.text;
  return `${visible(named)}  ${paint('dim', visible(told))}`.trimStart();
}

/** What a goal without words is called by. */
function nameOf({ id, key }: CaseGoal): string {
  return id === undefined ? key : `^${id}`;
}
