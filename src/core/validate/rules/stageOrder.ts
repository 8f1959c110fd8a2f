import { message } from '../../message';
import { markRange, type StageRegion, stageDemand } from '../../note/note';
import { isAside } from '../../protocol/schema';
import { unitWords } from '../../protocol/unit';
import type { Rule } from '../rule';

/** Stages in another order than the protocol has them, if it has one: as few as would have to move are reported. */
export const stageOrder: Rule = {
  id: 'stage-order',
  check({ note }) {
    if (stageDemand(note) !== 'full' || note.protocol?.protocol.order === 'free') return [];
    const order = new Map(note.protocol?.protocol.stages.map(({ id }, at) => [id, at]));
    const firsts = firstRegions(note.stages.filter(({ stage }) => !isAside(stage)));
    const kept = longestAscending(firsts, ({ stage }) => order.get(stage.id) ?? 0);
    return firsts
      .filter(region => !kept.has(region))
      .map(({ stage, mark }) => ({
        message: message('problem.stage-order', {
          stage: stage.title,
          ...unitWords(note.protocol?.protocol),
        }),
        range: markRange(mark),
        stage: stage.id,
      }));
  },
};

/** The first region of each stage; one that recurs without being named exactly stands nowhere in particular. */
function firstRegions(regions: readonly StageRegion[]): readonly StageRegion[] {
  const byStage = new Map<string, StageRegion[]>();
  for (const region of regions) {
    const same = byStage.get(region.stage.id);
    if (same === undefined) byStage.set(region.stage.id, [region]);
    else same.push(region);
  }
  const firsts = new Set(
    [...byStage.values()].map(same =>
      same.length === 1 ? same[0] : same.find(({ naming }) => naming === 'exactly'),
    ),
  );
  return regions.filter(region => firsts.has(region));
}

/** The longest run of items, not necessarily neighbours, whose ranks ascend; of several the earliest found. */
function longestAscending<Item>(items: readonly Item[], rank: (item: Item) => number): ReadonlySet<Item> {
  const runs: (readonly Item[])[] = [];
  let longest: readonly Item[] = [];
  for (const item of items) {
    const before = runs
      .filter(run => run.length > 0 && run.slice(-1).every(last => rank(last) < rank(item)))
      .reduce<readonly Item[]>((best, run) => (run.length > best.length ? run : best), []);
    const run = [...before, item];
    runs.push(run);
    if (run.length > longest.length) longest = run;
  }
  return new Set(longest);
}
