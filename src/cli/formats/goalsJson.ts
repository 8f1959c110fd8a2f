import { join } from 'node:path';
import type { CaseGoal, Mention } from '../../core/case/case';
import { gasScore } from '../../core/case/gas';
import type { ListedCase } from '../cases';
import { pathFrom } from '../paths';
import { safeJson } from '../terminal';

/** The cases and their goals as JSON, for programs. Files are relative to `directory`, lines count from 1. */
export function formatGoalsJson(cases: readonly ListedCase[], directory: string): string {
  return `${safeJson({ cases: cases.map(listed => caseOf(listed, directory)) }, 2)}\n`;
}

function caseOf(listed: ListedCase, directory: string): object {
  const { case: found, root, goals } = listed;
  return {
    client: found.client,
    protocols: found.protocols,
    sessions: found.sessions,
    closed: found.closed,
    gas: gasOf(found.goals),
    goals: goals.map(goal => goalOf(goal, mention => placeOf(mention, root.folder, directory))),
  };
}

/** Over all goals of the case, whichever of them are listed; T to two decimals, as it is published. */
function gasOf(goals: readonly CaseGoal[]): object {
  const rated = goals.flatMap(({ gas, weight = 1 }) => (gas === undefined ? [] : { gas, weight }));
  const score = gasScore(
    rated.map(({ gas }) => gas),
    rated.map(({ weight }) => weight),
  );
  return { t: score === null ? null : Math.round(score * 100) / 100, goals: rated.length };
}

function goalOf(goal: CaseGoal, place: (mention: Mention) => object): object {
  const first = goal.mentions[0];
  const last = goal.mentions.at(-1);
  const touched = goal.mentions.findLast(({ mention }) => !mention.said.carried);
  return {
    key: goal.key,
    id: goal.id,
    text: goal.text,
    protocol: goal.protocol,
    stage: goal.stage ?? null,
    role: goal.role,
    kind: goal.kind,
    process: goal.protocolGoal !== undefined,
    status: goal.status,
    due: goal.due,
    gas: goal.gas,
    opened: first && place(first),
    last: last && place(last),
    touched: touched && place(touched),
    mentions: goal.mentions.length,
  };
}

function placeOf({ note, mention }: Mention, root: string, directory: string): object {
  return {
    file: pathFrom(directory, join(root, note.path)),
    line: mention.place.line + 1,
    session: note.session ?? null,
    date: note.date ?? null,
  };
}
