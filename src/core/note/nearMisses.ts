import type { CompiledProtocol, HeadingTerm, Match, NearTerm } from '../protocol/compiledProtocol';
import type { Section, Stage } from '../protocol/schema';
import { plainText } from '../text/plainText';
import type { NearMiss } from './note';
import type { Block, Outline, Paragraph, SourceLine } from './outline';
import type { Regions, StageLines } from './regions';

/** No title is longer, in UTF-16 code units of Markdown source. */
const LONGEST_TITLE = 200;
const DEFAULT_LEVEL = 2;
const DEEPEST_LEVEL = 6;

/** A near miss with what it is a near miss of. */
interface Candidate {
  readonly miss: NearMiss;
  /** The block, where it is a paragraph. */
  readonly block: Block | undefined;
}

interface NearMisses {
  readonly nearMisses: readonly NearMiss[];
  /** The paragraphs among them, which are titles and no content. */
  readonly titleParagraphs: ReadonlySet<Block>;
}

/**
 * The near misses of a note: each once for what it misses, the first in the text, and only where that is missing. What
 * is said in a transcript is no title.
 */
export function findNearMisses(
  outline: Outline,
  regions: Regions,
  protocol: CompiledProtocol,
  isTranscript: boolean,
): NearMisses {
  const missing = new MissingTerms(regions);
  const candidates = [
    ...regions.nearHeadings.map(({ heading, near }): Candidate => {
      const { titleRange: range, level } = heading;
      return { miss: { kind: 'spelling', near, range, level }, block: undefined };
    }),
    ...(isTranscript ? [] : titleParagraphs(outline, regions, protocol)),
  ].sort((a, b) => a.miss.range.start - b.miss.range.start);
  const reported = candidates.filter(({ miss }) => missing.take(miss.near.term));
  return {
    nearMisses: reported.map(({ miss }) => miss),
    titleParagraphs: new Set(reported.flatMap(({ block }) => (block === undefined ? [] : [block]))),
  };
}

/** The stages that no heading names, and the sections that none names in a stage that is there. */
class MissingTerms {
  readonly #present: Set<Stage | Section>;

  constructor({ stages }: Regions) {
    const sections = stages.flatMap(region => region.sections.map(({ section }) => section));
    this.#present = new Set<Stage | Section>([...stages.map(({ stage }) => stage), ...sections]);
  }

  /** Whether the term is missing; it no longer counts as missing afterwards. */
  take(term: HeadingTerm): boolean {
    const named = term.kind === 'stage' ? term.stage : term.section;
    if (this.#present.has(named)) return false;
    this.#present.add(named);
    return true;
  }
}

/** The top-level paragraphs that are only a title of a stage, or of a section of the stage that they stand in. */
function titleParagraphs(
  { blocks, lines }: Outline,
  { stages }: Regions,
  protocol: CompiledProtocol,
): readonly Candidate[] {
  const candidates: Candidate[] = [];
  let next = 0;
  for (const block of blocks) {
    while (next < stages.length && (stages[next]?.mark.range.start ?? 0) <= block.range.start) next++;
    const line = titleLine(block);
    if (line === undefined) continue;
    const previous = stages[next - 1];
    const isWithin = previous !== undefined && block.range.start < lines.lineStart(previous.lines.after);
    const within = isWithin ? previous : undefined;
    const near = termNamed(line.text, within, protocol);
    if (near === undefined) continue;
    const level = near.term.kind === 'stage' ? (previous ?? stages[next])?.level : sectionLevel(within);
    const miss: NearMiss = { kind: 'not-a-heading', near, range: line.range, level: level ?? DEFAULT_LEVEL };
    candidates.push({ miss, block });
  }
  return candidates;
}

function titleLine(block: Block): SourceLine | undefined {
  if (block.kind !== 'paragraph') return undefined;
  const { lines }: Paragraph = block;
  const [line] = lines;
  return lines.length === 1 && line !== undefined && line.text.length <= LONGEST_TITLE ? line : undefined;
}

function termNamed(
  title: string,
  within: StageLines | undefined,
  protocol: CompiledProtocol,
): NearTerm | undefined {
  const section = within && protocol.matchSection(within.stage, title);
  if (within !== undefined && section !== undefined) {
    return nearTerm({ kind: 'section', stage: within.stage, section: section.term }, title, section);
  }
  const stage = protocol.matchStage(title);
  return stage && nearTerm({ kind: 'stage', stage: stage.term }, title, stage);
}

/** The title stands as the note has it, less the marks that made it look like a heading. */
function nearTerm(
  term: HeadingTerm,
  title: string,
  { term: { title: titles }, language }: Match<Stage | Section>,
): NearTerm {
  const known = language ?? ('en' in titles ? 'en' : Object.keys(titles)[0]) ?? 'en';
  return { term, title: plainText(title).replace(/ *:$/, ''), language: known };
}

function sectionLevel(within: StageLines | undefined): number | undefined {
  if (within === undefined) return undefined;
  return within.sections[0]?.mark.level ?? Math.min(within.level + 1, DEEPEST_LEVEL);
}
