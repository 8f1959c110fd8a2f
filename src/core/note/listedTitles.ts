import type { CompiledProtocol, Match } from '../protocol/compiledProtocol';
import type { Stage } from '../protocol/schema';
import { plainText } from '../text/plainText';
import type { TextRange } from '../text/textRange';
import { readLabel } from './labels';
import type { Block, Outline, SourceLine } from './outline';
import type { StageLines } from './regions';
import { withoutSigns } from './titleLines';

/** What stands where titles of stages do, and has words of its own for one. */
interface ListedTitle {
  readonly stage: Stage;
  /** That of the titles around it, if it is known. */
  readonly language: string | undefined;
  readonly range: TextRange;
  /** Whether it is a line by itself, of which a heading would be one. */
  readonly isLine: boolean;
  /** Whether a heading of these words is that of the stage. */
  readonly isNamed: boolean;
}

/** A line, item or label that may be a title. */
interface Candidate extends Pick<ListedTitle, 'range' | 'isLine'> {
  readonly text: string;
  readonly isLabel: boolean;
  /** The list that it is an item of. */
  readonly list?: Block;
}

/** No note has more titles, and each takes its time. */
const MOST = 300;
/** `C. Rencana`, `**3) Plan**`, `IV. Close`, `• Close`: a numbering or a bullet, words, and no end of a sentence. */
const NUMBERED =
  /^[*_]{0,3}(?:(?:\p{L}|\d{1,2}|[IVX]{2,4}|[ivx]{2,4})[.)]|[•●▪■‣])[ \t\u00a0]+\p{L}.{0,60}[^\s.,;:!?]$/u;

/**
 * Titles among titles: numbered lines, items with words below them, and labels where the note has labels. There are two or
 * more of them, in the order of the stages; of the items of a list one must be a title. One in other words is meant for the
 * stage that it shares most with, of those between the stages that are named before and behind it. Only stages of `missing`
 * are told.
 */
export function listedTitles(
  outline: Outline,
  protocol: CompiledProtocol,
  stages: readonly StageLines[],
  missing: ReadonlySet<Stage>,
): readonly ListedTitle[] {
  if (missing.size === 0) return none;
  const hasLabels = stages.some(({ mark }) => mark.kind === 'label');
  const found = outline.blocks
    .flatMap(block => candidatesIn(block, hasLabels))
    .slice(0, MOST)
    .map(each => ({ ...each, match: matchOf(each.text, protocol) }))
    .map(each => ({ ...each, named: each.match?.term }));
  const language = found.find(({ match }) => match?.language !== undefined)?.match?.language;
  const sure = new Set(
    found.flatMap(({ list, text }) =>
      list !== undefined && protocol.matchStage(text) !== undefined ? [list] : [],
    ),
  );
  const counted = found.filter(({ list }) => list === undefined || sure.has(list));
  const placeOf = (stage: Stage): number => protocol.protocol.stages.indexOf(stage);
  const titles: ListedTitle[] = [];
  let place = -1;
  for (const [at, { named, text, range, isLine, isLabel }] of counted.entries()) {
    const next = counted.slice(at).find(each => each.named !== undefined)?.named;
    const until = next === undefined ? protocol.protocol.stages.length : placeOf(next);
    const isBetween = (stage: Stage): boolean => placeOf(stage) > place && placeOf(stage) < until;
    // Most labels are no titles.
    const mayBeMeant = !isLabel || (place >= 0 && next !== undefined);
    const stage = named ?? (mayBeMeant ? stageMeant(text, protocol, isBetween) : undefined);
    if (stage === undefined) continue;
    if (placeOf(stage) <= place) return none;
    place = placeOf(stage);
    titles.push({ stage, language, range, isLine, isNamed: named !== undefined });
  }
  return titles.length < 2 ? none : titles.filter(({ stage }) => missing.has(stage));
}

function matchOf(text: string, protocol: CompiledProtocol): Match<Stage> | undefined {
  const match = protocol.matchStage(text) ?? protocol.titleWords(text).loose;
  // `Stage 2 (problem)`: a heading would not be one of the stage as it is.
  return match ?? (text.endsWith(')') ? protocol.matchStage(text.replace(/ *\([^()]*\)$/, '')) : undefined);
}

/** The stage of those that may be meant that a text shares most with. */
function stageMeant(
  text: string,
  protocol: CompiledProtocol,
  mayBe: (stage: Stage) => boolean,
): Stage | undefined {
  const [first, second] = protocol.titleWords(text).related.filter(({ stage }) => mayBe(stage));
  return first === undefined || first.weight === second?.weight ? undefined : first.stage;
}

const none: readonly never[] = [];

function candidatesIn(block: Block, hasLabels: boolean): readonly Candidate[] {
  if (block.kind === 'paragraph') return block.lines.flatMap(line => candidateOf(line, hasLabels));
  if (block.kind !== 'list') return none;
  return block.items.flatMap(({ firstParagraph, items, hasOtherContent }) => {
    const [first, second] = firstParagraph;
    if (first === undefined) return [];
    const label = hasLabels ? labelOf(first) : none;
    if (label.length > 0) return label;
    const hasWords = second !== undefined || items.length > 0 || hasOtherContent;
    return hasWords ? [{ ...lineOf(first), isLine: false, list: block }] : [];
  });
}

function candidateOf(line: SourceLine, hasLabels: boolean): readonly Candidate[] {
  if (NUMBERED.test(line.text)) return [lineOf(line)];
  return hasLabels ? labelOf(line) : none;
}

function labelOf(line: SourceLine): readonly Candidate[] {
  const label = readLabel(line);
  return label === undefined
    ? none
    : [{ text: label.title, range: label.range, isLine: false, isLabel: true }];
}

function lineOf({ text, range }: SourceLine): Candidate {
  return { text: withoutSigns(plainText(text)), range, isLine: true, isLabel: false };
}
