import type { Fix, Problem } from './problem';

/** The fixes that are offered of one problem. */
interface FixesOfProblem<Of extends Problem> {
  readonly problem: Of;
  readonly fixes: readonly Fix[];
}

/** A fix as a list offers it, once for all the problems that it mends. */
export interface JoinedFix<Of extends Problem> {
  readonly fix: Fix;
  readonly problems: readonly Of[];
  /** Whether it is the one answer to one of its problems: there is no other, or it is safe and comes first. */
  readonly isPreferred: boolean;
  /** Whether another fix of the list has the same title and does something else. */
  readonly isTitleShared: boolean;
}

/** The fixes of several problems in their order, those that say and do the same once. */
export function joinFixes<Of extends Problem>(
  offered: readonly FixesOfProblem<Of>[],
): readonly JoinedFix<Of>[] {
  const joined = new Map<string, Omit<JoinedFix<Of>, 'isTitleShared'>>();
  const kindsOfTitle = new Map<string, Set<string>>();
  for (const { problem, fixes } of offered) {
    for (const [position, fix] of fixes.entries()) {
      const { title, edits, inPractice } = fix;
      const named = JSON.stringify(title);
      const key = JSON.stringify([named, edits, inPractice]);
      const known = joined.get(key);
      const isPreferred = position === 0 && (fix.safety === 'safe' || fixes.length === 1);
      joined.set(key, {
        fix: known?.fix ?? fix,
        problems: [...(known?.problems ?? []), problem],
        isPreferred: isPreferred || known?.isPreferred === true,
      });
      kindsOfTitle.set(named, (kindsOfTitle.get(named) ?? new Set()).add(key));
    }
  }
  return [...joined.values()].map(each => ({
    ...each,
    isTitleShared: (kindsOfTitle.get(JSON.stringify(each.fix.title))?.size ?? 0) > 1,
  }));
}
