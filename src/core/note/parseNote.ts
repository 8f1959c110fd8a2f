import type { CompiledProtocol } from '../protocol/compiledProtocol';
import { applyEdits, type TextEdit } from '../text/textEdit';
import type { FrontMatter } from './frontMatter';
import { fullest, fullnessOf } from './fullness';
import type { GoalMention } from './goalMention';
import { namedChoices } from './namedChoices';
import { findNearMisses } from './nearMisses';
import type { Note, NoteContext, SectionRegion, StageRegion } from './note';
import type { Block, Outline } from './outline';
import { parseHeadings } from './parseHeadings';
import { parseOutline } from './parseOutline';
import { type ReadFrontMatter, readFrontMatter } from './readFrontMatter';
import { readGoals } from './readGoals';
import { joinReadings } from './readings';
import { readRegions, type SectionBlocks, type StageBlocks } from './regions';
import { readRuleSwitches } from './ruleSwitches';

/**
 * Reads a note by the protocols that it names. Takes any text; never throws. `before` is an older version of the same
 * note, which saves work where it is long.
 */
export function parseNote(text: string, context: NoteContext, before?: Note): Note {
  const { outline, frontMatters } = readOutline(text, context, before);
  const switches = readRuleSwitches(outline);
  const [first, ...rest] = frontMatters;
  const read = ({ frontMatter, protocolId, protocol }: ReadFrontMatter): Note => {
    const common = { context, outline, frontMatter, protocolId, switches, others: [] };
    if (protocol !== undefined) {
      const isOneOfSeveral = rest.length > 0;
      return { ...common, protocol, ...readByProtocol(outline, frontMatter, protocol, isOneOfSeveral) };
    }
    const { language } = frontMatter;
    return { ...common, protocol, stages: [], goals: [], nearMisses: [], coveredStages: [], language };
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

/** From this length on, in UTF-16 code units, the blocks of a transcript are read with its turns, piece by piece. */
const LONG = 64 * 1024;

/** The outline and the front matter; of a long transcript only the headings are told apart. */
function readOutline(
  text: string,
  context: NoteContext,
  before: Note | undefined,
): { readonly outline: Outline; readonly frontMatters: ReturnType<typeof readFrontMatter> } {
  if (text.length >= LONG) {
    const wasLong = before !== undefined && before.outline.text.length >= LONG && isTranscript(before);
    const outline = parseHeadings(text, wasLong ? before.outline : undefined);
    const frontMatters = readFrontMatter(outline, context);
    if (isTranscript(frontMatters[0])) return { outline, frontMatters };
  }
  const outline = parseOutline(text);
  return { outline, frontMatters: readFrontMatter(outline, context) };
}

function isTranscript({ frontMatter }: Pick<Note, 'frontMatter'>): boolean {
  return frontMatter.kind === 'transcript';
}

type ProtocolPart = Pick<Note, 'stages' | 'goals' | 'nearMisses' | 'coveredStages' | 'language'>;

function readByProtocol(
  { text, blocks }: Outline,
  frontMatter: FrontMatter,
  protocol: CompiledProtocol,
  isOneOfSeveral: boolean,
): ProtocolPart {
  const regions = readRegions(blocks, text.length, protocol);
  const { nearMisses, titleParagraphs } = findNearMisses(blocks, regions, protocol);
  const isContent = (block: Block): boolean => !titleParagraphs.has(block);
  return {
    stages: regions.stages.map(region => stageRegion(region, protocol, isContent)),
    // A transcript tells what was said; the goals are in the note of its session.
    goals:
      frontMatter.kind === 'transcript' ? [] : regions.stages.flatMap(region => goalsOf(region, protocol)),
    nearMisses,
    coveredStages: coveredStages(frontMatter, protocol, isOneOfSeveral),
    language: frontMatter.language ?? mostFrequent(regions.languages),
  };
}

function stageRegion(
  region: StageBlocks,
  protocol: CompiledProtocol,
  isContent: (block: Block) => boolean,
): StageRegion {
  const { stage, heading, end } = region;
  const sections = region.sections.map(section => sectionRegion(section, protocol, isContent));
  const own = fullnessOf(region.own.filter(isContent));
  return {
    stage,
    heading,
    body: { start: heading.range.end, end },
    fullness: fullest([own, ...sections.map(({ fullness }) => fullness)]),
    notAddressed: fullnessOf(region.lead.filter(isContent)) === 'not-addressed',
    sections,
  };
}

function sectionRegion(
  { section, heading, blocks, end }: SectionBlocks,
  protocol: CompiledProtocol,
  isContent: (block: Block) => boolean,
): SectionRegion {
  return {
    section,
    heading,
    body: { start: heading.range.end, end },
    fullness: fullnessOf(blocks.filter(isContent)),
    choices: namedChoices(blocks, section, protocol),
  };
}

function goalsOf({ stage, own, sections }: StageBlocks, protocol: CompiledProtocol): readonly GoalMention[] {
  const goals = [
    ...readGoals(own, { protocol, stage, section: undefined }),
    ...sections.flatMap(({ section, blocks }) => readGoals(blocks, { protocol, stage, section })),
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
