import { idEdit } from '../change/goalSource';
import { type Message, message } from '../message';
import type { GoalMention } from '../note/goalMention';
import type { CompiledProtocol } from '../protocol/compiledProtocol';
import type { TextEdit } from '../text/textEdit';
import type { Fix } from './problem';

/** What is needed of a task that is text where it stands. */
type UntrackedTask = Pick<
  GoalMention,
  'range' | 'protocol' | 'stage' | 'section' | 'isAtHome' | 'blockStart'
>;

/** Those that stand in one list, or in one paragraph, together. */
export function byList<Task extends UntrackedTask>(tasks: readonly Task[]): readonly (readonly Task[])[] {
  const lists = new Map<string, Task[]>();
  for (const task of tasks) {
    const key = `${task.blockStart} ${task.stage ?? ''} ${task.section ?? ''}`;
    const known = lists.get(key);
    if (known === undefined) lists.set(key, [task]);
    else known.push(task);
  }
  return [...lists.values()];
}

/**
 * The ways to settle a list of tasks that are text: to follow them, each with an `^id` that `idOf` makes, or to have
 * tasks in that part of notes be text for good.
 */
export function untrackedFixes<Task extends UntrackedTask>(
  tasks: readonly Task[],
  idOf: (task: Task) => string,
): readonly Fix[] {
  const edits: readonly TextEdit[] = tasks.map(task => idEdit(task.range, idOf(task)));
  const tracking: Fix = {
    title: message(tasks.length === 1 ? 'fix.track-task' : 'fix.track-tasks'),
    safety: 'suggestion',
    edits,
  };
  const [first] = tasks;
  const isByPart = first?.stage !== undefined && tasks.every(({ isAtHome }) => !isAtHome);
  if (!isByPart || first?.stage === undefined) return [tracking];
  const { protocol, stage, section } = first;
  return [
    tracking,
    {
      title: message('fix.never-track'),
      safety: 'suggestion',
      edits: [],
      inPractice: { kind: 'never-track', protocol, stage, section },
    },
  ];
}

/** What is said of tasks that are text: in a part that tracks nothing, in a process note, as none to Markdown. */
export function untrackedMessage(count: number, why: 'part' | 'process' | 'stray'): Message {
  return count === 1
    ? message(`problem.goal-untracked.${why}-1`)
    : message(`problem.goal-untracked.${why}`, { count });
}

/** Whether a part of a note format says that nobody is to be asked about tasks in it. */
export function isSilencedPart(
  compiled: CompiledProtocol | undefined,
  stageId: string | undefined,
  sectionId: string | undefined,
): boolean {
  const stage = compiled?.protocol.stages.find(({ id }) => id === stageId);
  const section = stage?.sections.find(({ id }) => id === sectionId);
  return (section ?? stage)?.tracks === 'never';
}
