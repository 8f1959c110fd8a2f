import type { CompiledProtocol, Match, NearTerm } from '../protocol/compiledProtocol';
import type { Stage } from '../protocol/schema';
import { plainText } from '../text/plainText';
import type { TextRange } from '../text/textRange';
import { readLabel } from './labels';
import type { NearMiss, Note } from './note';
import type { Block, SourceLine } from './outline';
import { withoutSigns } from './titleLines';

/** A line, item or label that may be a title. */
interface Candidate {
  /** As it is written; of a label its title alone. */
  readonly text: string;
  readonly range: TextRange;
  /** Whether it is a line by itself, of which a heading would be one. */
  readonly isLine: boolean;
  readonly isLabel: boolean;
  /** The list that it is an item of. */
  readonly list?: Block;
}

/** No note has more titles, and each takes its time. */
const MOST = 300;
const DEFAULT_LEVEL = 2;
/** `C. Rencana`, `**3) Plan**`, `IV. Close`, `• Close`: a numbering or a bullet, words, and no end of a sentence. */
const NUMBERED =
  /^[*_]{0,3}(?:(?:\p{L}|\d{1,2}|[IVX]{2,4}|[ivx]{2,4})[.)]|[•●▪■‣])[ \t\u00a0]+\p{L}.{0,60}[^\s.,;:!?]$/u;

/**
 * Titles among titles: numbered lines, items with words below them, and labels where the note has labels. There are two or
 * more of them, in the order of the stages; of the items of a list one must be a title. One in other words is meant for the
 * stage that it shares most with, of those between the stages that are named before and behind it. Only stages of `missing`
 * are told.
 */
export function listedTitles(note: Note, missing: ReadonlySet<Stage>): readonly NearMiss[] {
  const { protocol, stages } = note;
  if (missing.size === 0 || protocol === undefined) return none;
  const found = candidatesOf(note, protocol);
  const language = found.find(({ match }) => match?.language !== undefined)?.match?.language ?? '';
  const placeOf = (stage: Stage): number => protocol.protocol.stages.indexOf(stage);
  const titles: NearMiss[] = [];
  const level = stages[0]?.mark.level ?? DEFAULT_LEVEL;
  let place = -1;
  for (const [at, { match, text, range, isLine, isLabel }] of found.entries()) {
    const next = found.slice(at).find(each => each.match !== undefined)?.match?.term;
    const until = next === undefined ? protocol.protocol.stages.length : placeOf(next);
    const isBetween = (stage: Stage): boolean => placeOf(stage) > place && placeOf(stage) < until;
    // Most labels are no titles.
    const mayBeMeant = !isLabel || (place >= 0 && next !== undefined);
    const stage = match?.term ?? stageInWords(text, isLabel, mayBeMeant, protocol, isBetween);
    if (stage === undefined) continue;
    if (placeOf(stage) <= place) return none;
    place = placeOf(stage);
    const near: NearTerm = { term: { kind: 'stage', stage }, title: text, language };
    titles.push({ kind: isLine ? kindOfLine(match) : 'meant-label', near, range, level });
  }
  return titles.length < 2 ? none : titles.filter(({ near: { term } }) => missing.has(term.stage));
}

function kindOfLine(match: Match<Stage> | undefined): 'meant' | 'not-a-heading' {
  return match === undefined ? 'meant' : 'not-a-heading';
}

interface Matched extends Candidate {
  readonly match: Match<Stage> | undefined;
}

/** What may be a title, with the stage that it names; of the items of a list, only where one is a title. */
function candidatesOf({ outline, stages }: Note, protocol: CompiledProtocol): readonly Matched[] {
  const hasLabels = stages.some(({ mark }) => mark.kind === 'label');
  const found = outline.blocks.flatMap(block => candidatesIn(block, hasLabels)).slice(0, MOST);
  const all = found.map(inWords);
  const sure = new Set(
    all.flatMap(({ list, text }) =>
      list !== undefined && protocol.matchStage(text) !== undefined ? [list] : [],
    ),
  );
  return all
    .filter(({ list }) => list === undefined || sure.has(list))
    .map(each => ({ ...each, match: matchOf(each.text, protocol) }));
}

/** The candidate with its words alone as its text, without Markdown and the signs around them. */
function inWords(candidate: Candidate): Candidate {
  return candidate.isLabel ? candidate : { ...candidate, text: withoutSigns(plainText(candidate.text)) };
}

function matchOf(text: string, protocol: CompiledProtocol): Match<Stage> | undefined {
  const match = protocol.matchStage(text) ?? protocol.titleWords(text).loose;
  // `Stage 2 (problem)`: a heading would not be one of the stage as it is.
  return match ?? (text.endsWith(')') ? protocol.matchStage(text.replace(/ *\([^()]*\)$/, '')) : undefined);
}

/** The stage that a letter or, where it may be meant, other words are for. */
function stageInWords(
  text: string,
  isLabel: boolean,
  mayBeMeant: boolean,
  protocol: CompiledProtocol,
  mayBe: (stage: Stage) => boolean,
): Stage | undefined {
  const ofLetter = isLabel ? stageOfLetter(text, protocol, mayBe) : undefined;
  return ofLetter ?? (mayBeMeant ? stageMeant(text, protocol, mayBe) : undefined);
}

/** The one required stage of those that may be meant whose title begins with a letter: of `P: … I: … R: … P: …` the last P is the plan. */
function stageOfLetter(
  text: string,
  { protocol }: CompiledProtocol,
  mayBe: (stage: Stage) => boolean,
): Stage | undefined {
  if ([...text].length !== 1) return undefined;
  const begins = (title: string): boolean => title.startsWith(text.toUpperCase());
  const [only, other] = protocol.stages.filter(
    stage => stage.required && mayBe(stage) && Object.values(stage.title).some(begins),
  );
  return other === undefined ? only : undefined;
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
  return { text, range, isLine: true, isLabel: false };
}
