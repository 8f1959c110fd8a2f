import type { CompiledProtocol } from '../protocol/compiledProtocol';
import { isAside, type Stage } from '../protocol/schema';
import { titleText } from '../protocol/title';
import { applyEdits, type TextEdit } from '../text/textEdit';
import type { PartedLines, TextRange } from '../text/textRange';
import { brokenHeadings } from './brokenHeadings';
import type { FrontMatter } from './frontMatter';
import { fullest, fullnessOf, type IsIdle } from './fullness';
import type { GoalMention } from './goalMention';
import { statusOfMarker } from './markers';
import { namedChoices } from './namedChoices';
import { findNearMisses } from './nearMisses';
import { isRequiredRole, type Note, type NoteContext, type SectionRegion, type StageRegion } from './note';
import type { Block, Heading, Outline } from './outline';
import { parseOutline } from './parseOutline';
import { type ReadFrontMatter, readFrontMatter } from './readFrontMatter';
import { type ReadTasks, TaskReader } from './readGoals';
import { joinReadings } from './readings';
import { readRegions } from './readRegions';
import { readScores } from './readScores';
import { blocksIn, eachBlockIn, outerLines, ownLines } from './regionBlocks';
import { exactMarkStarts, type SectionLines, type StageLines } from './regions';
import { readRuleSwitches } from './ruleSwitches';
import { readTrailingRun } from './trailingRun';
import { unnamedHeadings } from './unnamedHeadings';

/**
 * Reads a note by the protocols that it names. Takes any text; never throws. `before` is an older version of the same
 * note, of which only what changed since is read.
 */
export function parseNote(text: string, context: NoteContext, before?: Note): Note {
  const outline = parseOutline(text, before?.outline);
  const frontMatters = readFrontMatter(outline, context);
  const switches = readRuleSwitches(outline);
  const [first, ...rest] = frontMatters;
  const known = frontMatters.flatMap(({ protocol }) => protocol ?? []);
  const scores = readScores(outline, first.frontMatter, known);
  const isOneOfSeveral = rest.length > 0;
  const read = ({ frontMatter, protocolId, protocol }: ReadFrontMatter): Note => {
    const part = protocol === undefined ? nothingRead(frontMatter) : partBy(protocol, frontMatter);
    return {
      context,
      outline,
      frontMatter,
      protocolId,
      protocol,
      switches,
      scores,
      others: [],
      stages: part.stages,
      goals: part.goals,
      untracked: part.untracked,
      nearMisses: part.nearMisses,
      unnamed: part.unnamed,
      broken: part.broken,
      coveredStages: part.coveredStages,
      language: part.language,
    };
  };
  const partBy = (protocol: CompiledProtocol, frontMatter: FrontMatter): ProtocolPart => {
    const others = known.filter(other => other !== protocol);
    const isOwn = ownHeadings(outline, context, others);
    return readByProtocol({ outline, frontMatter, protocol, context, isOneOfSeveral, isOwn });
  };
  const note = read(first);
  return rest.length === 0 ? note : joinReadings(note, rest.map(read));
}

/** Another text, read as the same note. */
export function reread({ context }: Note, text: string): Note {
  return parseNote(text, context);
}

/** The note with `edits`, whose ranges are those of its text. */
export function edited(note: Note, edits: readonly TextEdit[]): Note {
  return edits.length === 0 ? note : reread(note, applyEdits(note.outline.text, edits));
}

/** Whether a heading is known to be none of the protocol: the writer said so, or another protocol of the note has it. */
function ownHeadings(
  outline: Outline,
  { ownHeadings: own = new Set() }: NoteContext,
  others: readonly CompiledProtocol[],
): (heading: Heading) => boolean {
  const known = new Set(others.flatMap(protocol => exactMarkStarts(outline, protocol)));
  return ({ title, range }) => known.has(range.start) || (own.size > 0 && own.has(titleText(title)));
}

/** What is read by one protocol. */
interface Source {
  readonly outline: Outline;
  readonly frontMatter: FrontMatter;
  readonly protocol: CompiledProtocol;
  readonly context: NoteContext;
  readonly isOneOfSeveral: boolean;
  isOwn(heading: Heading): boolean;
}

type ProtocolPart = Pick<
  Note,
  'stages' | 'goals' | 'untracked' | 'nearMisses' | 'unnamed' | 'broken' | 'coveredStages' | 'language'
>;

/** Of a note whose protocol nobody knows. */
function nothingRead({ language }: FrontMatter): ProtocolPart {
  return {
    stages: [],
    goals: [],
    untracked: [],
    nearMisses: [],
    unnamed: [],
    broken: [],
    coveredStages: [],
    language,
  };
}

function readByProtocol(source: Source): ProtocolPart {
  const { outline, frontMatter, protocol, isOneOfSeveral, isOwn } = source;
  const isTranscript = frontMatter.kind === 'transcript';
  const regions = readRegions(outline, protocol, { hasLabels: !isTranscript, isOwn });
  const covered = coveredStages(frontMatter, protocol, isOneOfSeveral, source.context);
  const broken = isTranscript ? [] : brokenHeadings(outline, protocol);
  const { nearMisses, titleParagraphs } = findNearMisses(
    outline,
    regions,
    protocol,
    isTranscript,
    covered,
    broken,
  );
  // A transcript tells what was said; the goals are in the note of its session.
  const reading = { outline, protocol, titleParagraphs, blocksIn: isTranscript ? eachBlockIn : blocksIn };
  const stages = regions.stages.map(region => stageRegion(region, reading));
  const { goals, untracked } = isTranscript ? noTasks : tasksOf(stages, source);
  return {
    stages,
    goals,
    untracked,
    nearMisses,
    unnamed: unnamedHeadings(outline, regions, protocol, covered),
    broken,
    coveredStages: covered,
    language: frontMatter.language ?? mostFrequent(regions.languages),
  };
}

/** What it takes to tell what stands in a region. */
interface Reading {
  readonly outline: Outline;
  readonly protocol: CompiledProtocol;
  /** The paragraphs that are titles and no content. */
  readonly titleParagraphs: ReadonlySet<Block>;
  /** The blocks of these lines, which may be looked at more than once. */
  blocksIn(outline: Outline, lines: PartedLines): Iterable<Block>;
}

function stageRegion(region: StageLines, reading: Reading): StageRegion {
  const { outline } = reading;
  const isIdle = notStarted(region.stage, reading.protocol);
  const ownBlocks = ownLines(region).map(lines => reading.blocksIn(outline, lines));
  const [lead = [], ...others] = ownBlocks.map(blocks => contentOf(blocks, reading));
  const sections = region.sections.map(section => sectionRegion(section, reading, isIdle));
  const own = [lead, ...others].map(blocks => fullnessOf(blocks, isIdle));
  return {
    mark: region.mark,
    body: bodyOf(region, outline),
    lines: region.lines,
    ownBlocks,
    stage: region.stage,
    naming: region.naming,
    isShared: region.isShared,
    fullness: fullest([...own, ...sections.map(({ fullness }) => fullness)]),
    notAddressed: fullnessOf(beforeHeading(lead), isIdle) === 'not-addressed',
    sections,
  };
}

function sectionRegion(region: SectionLines, reading: Reading, isIdle: IsIdle): SectionRegion {
  const { section, lines } = region;
  const { outline, protocol } = reading;
  const blocks = reading.blocksIn(outline, lines);
  return {
    mark: region.mark,
    body: bodyOf(region, outline),
    lines,
    blocks,
    section,
    fullness: fullnessOf(contentOf(blocks, reading), isIdle),
    choices: namedChoices(blocks, section, protocol),
  };
}

/** Whether a task is a goal of the stage's own without a mark on it: it stands there to be done, and says nothing yet. */
function notStarted(stage: Stage, protocol: CompiledProtocol): IsIdle {
  return ({ marker, paragraph: { text }, wordsStart }) => {
    if (stage.goals.length === 0 || statusOfMarker(marker) !== 'open') return false;
    const run = readTrailingRun(text, wordsStart);
    return protocol.matchGoal(stage, text.slice(run.wordsStart, run.wordsEnd)) !== undefined;
  };
}

function bodyOf({ mark, lines }: SectionLines | StageLines, outline: Outline): TextRange {
  return { start: mark.range.end, end: outline.lines.lineStart(lines.after) };
}

function contentOf(blocks: Iterable<Block>, { titleParagraphs }: Reading): Iterable<Block> {
  return titleParagraphs.size === 0 ? blocks : [...blocks].filter(block => !titleParagraphs.has(block));
}

function* beforeHeading(blocks: Iterable<Block>): Generator<Block, void, undefined> {
  for (const block of blocks) {
    if (block.kind === 'heading') return;
    yield block;
  }
}

const noTasks: ReadTasks = { goals: [], untracked: [] };

function tasksOf(
  stages: readonly StageRegion[],
  { outline, frontMatter, protocol, context }: Source,
): ReadTasks {
  const { goalsOutside = true, items } = context;
  const isPrivate = frontMatter.kind === 'process';
  const tasks = new TaskReader({
    protocol,
    lines: outline.lines,
    isPrivate,
    takesItems: items === 'actions',
  });
  if (goalsOutside) for (const lines of outerLines(outline, stages)) tasks.read(blocksIn(outline, lines));
  for (const { isShared, stage, ownBlocks, sections } of stages) {
    // What two stages share is read once, by the first of them.
    if (isShared) continue;
    for (const blocks of ownBlocks) tasks.read(blocks, stage);
    for (const { section, blocks } of sections) tasks.read(blocks, stage, section);
  }
  return { goals: tasks.goals.sort(byPlace), untracked: tasks.untracked.sort(byPlace) };
}

function byPlace(a: GoalMention, b: GoalMention): number {
  return a.range.start - b.range.start;
}

/**
 * Unknown names in `stages:` are the validator's; they narrow what is asked all the same, save where they may all be
 * stages of another protocol of the note.
 */
function coveredStages(
  { stages }: FrontMatter,
  compiled: CompiledProtocol,
  isOneOfSeveral: boolean,
  context: NoteContext,
): readonly string[] {
  const { stages: own } = compiled.protocol;
  const all = own.map(({ id }) => id);
  if (stages === undefined) return all;
  const named = new Set(stages.map(({ value }) => compiled.stageByName(value)?.id));
  // A practice that requires risk does so of every session.
  const covered = own
    .filter(stage => named.has(stage.id) || (isAside(stage) && isRequiredRole(stage, context)))
    .map(({ id }) => id);
  return covered.length === 0 && isOneOfSeveral ? all : covered;
}

function mostFrequent(languages: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const language of languages) counts.set(language, (counts.get(language) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
