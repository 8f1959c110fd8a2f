import { overlap, type TextEdit } from '../text/textEdit';
import type { Fix, Problem } from './problem';

/** The edits of all safe fixes that can be applied together. */
export function safeFixes(problems: readonly Problem[]): readonly TextEdit[] {
  return chooseSafeFixes(problems).flatMap(({ edits }) => edits);
}

/** The safe fix of each problem that has one; of fixes that overlap, the first. */
export function chooseSafeFixes(problems: readonly Problem[]): readonly Fix[] {
  const chosen: Fix[] = [];
  for (const { fixes } of problems) {
    const fix = fixes.find(({ safety }) => safety === 'safe');
    if (fix !== undefined && !chosen.some(other => collide(other, fix))) chosen.push(fix);
  }
  return chosen;
}

function collide(a: Fix, b: Fix): boolean {
  return a.edits.some(edit => b.edits.some(other => overlap(edit, other)));
}
