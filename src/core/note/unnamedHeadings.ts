import type { CompiledProtocol, RelatedStage } from '../protocol/compiledProtocol';
import { isAside, type Stage } from '../protocol/schema';
import { fullnessOf } from './fullness';
import type { UnnamedHeading } from './note';
import type { Heading, Outline } from './outline';
import type { Regions } from './readRegions';
import { eachBlockIn } from './regionBlocks';

/**
 * The headings that could be those of stages and name none. Each stage of `covered` that the note
 * lacks is asked about at the heading that has most of its words, if one has any; of several the first.
 */
export function unnamedHeadings(
  outline: Outline,
  { stages, unmatched }: Regions,
  protocol: CompiledProtocol,
  covered: readonly string[],
): readonly UnnamedHeading[] {
  const headings = unmatched
    .filter(({ near, mayBeStage }) => near === undefined && mayBeStage)
    .map(({ heading }) => heading);
  if (headings.length === 0) return [];
  const present = new Set(stages.map(({ stage }) => stage));
  const missing = protocol.protocol.stages.filter(
    stage => covered.includes(stage.id) && !present.has(stage) && (stage.required || !isAside(stage)),
  );
  const related = new Map(headings.map(heading => [heading, protocol.titleWords(heading.title).related]));
  const saysMost = new Map(missing.map(stage => [stage, mostTelling(related, stage)]));
  const ends = endsOf(outline);
  return headings.map(heading => ({
    heading,
    asked: (related.get(heading) ?? [])
      .map(({ stage }) => stage)
      .filter(stage => saysMost.get(stage) === heading),
    hasWords: hasWords(heading, ends.get(heading), outline),
  }));
}

function mostTelling(
  headings: ReadonlyMap<Heading, readonly RelatedStage[]>,
  stage: Stage,
): Heading | undefined {
  let found: Heading | undefined;
  let most = 0;
  for (const [heading, related] of headings) {
    const weight = related.find(each => each.stage === stage)?.weight ?? 0;
    if (weight > most) found = heading;
    most = Math.max(most, weight);
  }
  return found;
}

/** For each heading that another one ends, the line of the next one that is not below it. */
function endsOf({ headings }: Outline): ReadonlyMap<Heading, number> {
  const ends = new Map<Heading, number>();
  const open: Heading[] = [];
  for (const heading of headings) {
    for (let last = open.at(-1); last !== undefined && last.level >= heading.level; last = open.at(-1)) {
      ends.set(last, heading.line);
      open.pop();
    }
    open.push(heading);
  }
  return ends;
}

/** Whether something stands between the heading and the line that ends it, else the end of the text. */
function hasWords(heading: Heading, end: number | undefined, outline: Outline): boolean {
  const { lines } = outline;
  const first = lines.positionAt(heading.range.end).line + 1;
  const after = end ?? lines.lineCount;
  return fullnessOf(eachBlockIn(outline, { first, after }), () => false) !== 'empty';
}
