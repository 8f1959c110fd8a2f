import type { CompiledProtocol } from '../protocol/compiledProtocol';
import { titleText } from '../protocol/title';
import { applyEdits, type TextEdit } from '../text/textEdit';
import { brokenHeadings } from './brokenHeadings';
import { formLines } from './formLines';
import type { FrontMatter } from './frontMatter';
import { fullest, fullnessOf } from './fullness';
import type { GoalMention } from './goalMention';
import { namedChoices } from './namedChoices';
import { findNearMisses } from './nearMisses';
import type { Note, NoteContext, SectionRegion, StageRegion } from './note';
import type { Block, Heading, Outline } from './outline';
import { parseOutline } from './parseOutline';
import { type ReadFrontMatter, readFrontMatter } from './readFrontMatter';
import { readGoals } from './readGoals';
import { joinReadings } from './readings';
import { readRegions } from './readRegions';
import { blocksIn, ownLines } from './regionBlocks';
import { exactMarkStarts, type SectionLines, type StageLines } from './regions';
import { readRuleSwitches } from './ruleSwitches';
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
  const isOneOfSeveral = rest.length > 0;
  const read = ({ frontMatter, protocolId, protocol }: ReadFrontMatter): Note => {
    const common = { context, outline, frontMatter, protocolId, switches, others: [] };
    if (protocol !== undefined) {
      const others = frontMatters.flatMap(other =>
        other.protocol === protocol ? [] : (other.protocol ?? []),
      );
      const isOwn = ownHeadings(outline, context, others);
      return {
        ...common,
        protocol,
        ...readByProtocol({ outline, frontMatter, protocol, isOneOfSeveral, isOwn }),
      };
    }
    const { language } = frontMatter;
    return {
      ...common,
      protocol,
      stages: [],
      goals: [],
      nearMisses: [],
      unnamed: [],
      broken: [],
      formLines: [],
      coveredStages: [],
      language,
    };
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

interface ToRead {
  readonly outline: Outline;
  readonly frontMatter: FrontMatter;
  readonly protocol: CompiledProtocol;
  readonly isOneOfSeveral: boolean;
  isOwn(heading: Heading): boolean;
}

type ProtocolPart = Pick<
  Note,
  'stages' | 'goals' | 'nearMisses' | 'unnamed' | 'broken' | 'formLines' | 'coveredStages' | 'language'
>;

function readByProtocol(toRead: ToRead): ProtocolPart {
  const { outline, frontMatter, protocol, isOneOfSeveral, isOwn } = toRead;
  const isTranscript = frontMatter.kind === 'transcript';
  const regions = readRegions(outline, protocol, { hasLabels: !isTranscript, isOwn });
  const covered = coveredStages(frontMatter, protocol, isOneOfSeveral);
  const { nearMisses, titleParagraphs } = findNearMisses(outline, regions, protocol, isTranscript);
  const reading = { outline, protocol, titleParagraphs };
  return {
    stages: regions.stages.map(region => stageRegion(region, reading)),
    // A transcript tells what was said; the goals are in the note of its session.
    goals: isTranscript ? [] : regions.stages.flatMap(region => goalsOf(region, reading)),
    nearMisses,
    unnamed: unnamedHeadings(outline, regions, protocol, covered),
    broken: isTranscript ? [] : brokenHeadings(outline, protocol),
    formLines: isTranscript ? [] : formLines(outline, frontMatter, protocol),
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
}

function stageRegion(region: StageLines, reading: Reading): StageRegion {
  const { outline, titleParagraphs } = reading;
  const [lead = [], ...others] = ownLines(region).map(lines =>
    blocksIn(outline, lines).filter(block => !titleParagraphs.has(block)),
  );
  const sections = region.sections.map(section => sectionRegion(section, reading));
  const own = [lead, ...others].map(fullnessOf);
  return {
    ...placeOf(region, outline),
    stage: region.stage,
    naming: region.naming,
    isShared: region.isShared,
    fullness: fullest([...own, ...sections.map(({ fullness }) => fullness)]),
    notAddressed: fullnessOf(beforeHeading(lead)) === 'not-addressed',
    sections,
  };
}

function sectionRegion(region: SectionLines, { outline, protocol, titleParagraphs }: Reading): SectionRegion {
  const { section, lines } = region;
  const blocks = blocksIn(outline, lines);
  return {
    ...placeOf(region, outline),
    section,
    fullness: fullnessOf(blocks.filter(block => !titleParagraphs.has(block))),
    choices: namedChoices(blocks, section, protocol),
  };
}

function placeOf(
  { mark, lines }: SectionLines | StageLines,
  outline: Outline,
): Pick<StageRegion, 'mark' | 'body' | 'lines'> {
  return { mark, body: { start: mark.range.end, end: outline.lines.lineStart(lines.after) }, lines };
}

function beforeHeading(blocks: readonly Block[]): readonly Block[] {
  const heading = blocks.findIndex(({ kind }) => kind === 'heading');
  return heading < 0 ? blocks : blocks.slice(0, heading);
}

function goalsOf(region: StageLines, { outline, protocol }: Reading): readonly GoalMention[] {
  const { stage, sections, isShared } = region;
  if (isShared) return [];
  const own = ownLines(region).flatMap(lines => blocksIn(outline, lines));
  const goals = [
    ...readGoals(own, { protocol, stage, section: undefined }),
    ...sections.flatMap(({ section, lines }) =>
      readGoals(blocksIn(outline, lines), { protocol, stage, section }),
    ),
  ];
  return goals.sort((a, b) => a.range.start - b.range.start);
}

/**
 * Unknown names in `stages:` are the validator's; they narrow what is asked all the same, save where they may all be
 * stages of another protocol of the note.
 */
function coveredStages(
  { stages }: FrontMatter,
  compiled: CompiledProtocol,
  isOneOfSeveral: boolean,
): readonly string[] {
  const all = compiled.protocol.stages.map(({ id }) => id);
  if (stages === undefined) return all;
  const named = new Set(stages.map(({ value }) => compiled.stageByName(value)?.id));
  const covered = all.filter(id => named.has(id));
  return covered.length === 0 && isOneOfSeveral ? all : covered;
}

function mostFrequent(languages: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const language of languages) counts.set(language, (counts.get(language) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
