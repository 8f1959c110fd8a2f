import type { CompiledProtocol, HeadingTerm, Match, NearTerm } from '../protocol/compiledProtocol';
import { isAskedOfNote, type Section, type Stage } from '../protocol/schema';
import { plainText } from '../text/plainText';
import { bareLabels } from './bareLabels';
import type { BrokenHeading } from './brokenHeadings';
import type { NearMiss } from './note';
import { type Block, type Outline, type SourceLine, startOfMark } from './outline';
import type { Regions } from './readRegions';
import type { StageLines } from './regions';
import { MOST_COMPARED, titleLines, withoutSigns } from './titleLines';

const DEFAULT_LEVEL = 2;
const DEEPEST_LEVEL = 6;

/** A near miss with what it is a near miss of. */
interface Candidate {
  readonly miss: NearMiss;
  /** The block, where it is a paragraph. */
  readonly block: Block | undefined;
  /** The stage that a heading stands in. */
  readonly within?: Stage | 'none';
}

interface NearMisses {
  readonly nearMisses: readonly NearMiss[];
  /** The paragraphs among them, which are titles and no content. */
  readonly titleParagraphs: ReadonlySet<Block>;
}

/**
 * The near misses of a note: each once for what it misses, the first in the text, and only where that is missing. What
 * is said in a transcript is no title. `covered` are the ids of the stages that are asked of the note; `broken` headings are
 * told by themselves.
 */
export function findNearMisses(
  outline: Outline,
  regions: Regions,
  protocol: CompiledProtocol,
  isTranscript: boolean,
  covered: readonly string[],
  broken: readonly BrokenHeading[],
): NearMisses {
  const missing = new MissingTerms(regions);
  const asked = missingStages(regions, protocol, covered);
  const brokenStages = new Set(broken.map(({ stage }) => stage));
  const candidates = [
    ...regions.unmatched.flatMap(({ heading, within, near }): readonly Candidate[] => {
      const { titleRange: range, level } = heading;
      if (near === undefined) return [];
      const miss: NearMiss = { kind: 'spelling', near, range, level };
      return [{ miss, block: undefined, within: within?.stage ?? 'none' }];
    }),
    ...(isTranscript ? [] : titleParagraphs(outline, regions, protocol, brokenStages)),
    ...shortenedTitles(regions),
    ...uncountedLabels(regions, protocol),
    ...inlineLabels(regions),
    ...(isTranscript ? [] : labelsWithoutForm(outline, protocol, asked)),
    ...(isTranscript ? [] : titlesInOtherWords(outline, protocol, asked, brokenStages)),
  ].sort((a, b) => a.miss.range.start - b.miss.range.start);
  const reported = candidates.filter(({ miss, within }) => missing.take(miss.near.term, within));
  return {
    nearMisses: reported.map(({ miss }) => miss),
    titleParagraphs: new Set(reported.flatMap(({ block }) => (block === undefined ? [] : [block]))),
  };
}

/** Only of sections that are asked for: what nobody misses is not asked about. */
function shortenedTitles({ shortened }: Regions): readonly Candidate[] {
  return shortened.flatMap(({ mark, near }) => {
    if (near.term.kind !== 'section' || !isAskedOfNote(near.term.section)) return [];
    const { level } = mark;
    const miss: NearMiss =
      mark.kind === 'heading'
        ? { kind: 'shortened', near, range: mark.titleRange, level }
        : { kind: 'shortened-label', near, range: { start: startOfMark(mark), end: mark.range.end }, level };
    return [{ miss, block: undefined, within: near.term.stage }];
  });
}

/** Labels that do not count, each of a thing that only one of them names: what is named again and again speaks. */
function uncountedLabels({ uncounted }: Regions, { protocol }: CompiledProtocol): readonly Candidate[] {
  const named = uncounted.flatMap(({ terms }) => terms);
  return uncounted.flatMap(({ label, terms: [term, other] }) => {
    if (term === undefined || other !== undefined || named.indexOf(term) !== named.lastIndexOf(term))
      return [];
    const stage = protocol.stages.find(
      each => each === term || each.sections.some(section => section === term),
    );
    const section = stage?.sections.find(each => each === term);
    if (stage === undefined) return [];
    const near = nearTerm(
      section === undefined ? { kind: 'stage', stage } : { kind: 'section', stage, section },
      label.title,
      { term, language: undefined },
    );
    const range = { start: startOfMark(label), end: label.range.end };
    return [{ miss: { kind: 'label', near, range, level: label.level }, block: undefined }];
  });
}

/** The stages that are asked of the note and that nothing names. */
function missingStages(
  { stages }: Regions,
  protocol: CompiledProtocol,
  covered: readonly string[],
): ReadonlySet<Stage> {
  const present = new Set(stages.map(({ stage }) => stage));
  const isMissing = (stage: Stage): boolean =>
    stage.required && !present.has(stage) && covered.includes(stage.id);
  return new Set(protocol.protocol.stages.filter(isMissing));
}

/** A note that lacks none of the stages that are asked of it is not looked at. */
function labelsWithoutForm(
  outline: Outline,
  protocol: CompiledProtocol,
  missing: ReadonlySet<Stage>,
): readonly Candidate[] {
  return bareLabels(outline, protocol, missing).map(({ stage, title, range }) => {
    const near = nearTerm({ kind: 'stage', stage }, title, { term: stage, language: undefined });
    return { miss: { kind: 'bare-label', near, range, level: DEFAULT_LEVEL }, block: undefined };
  });
}

/** Lines of other words than a title has, of which a heading would be that of its stage; what they say stays content. */
function titlesInOtherWords(
  outline: Outline,
  protocol: CompiledProtocol,
  missing: ReadonlySet<Stage>,
  brokenStages: ReadonlySet<Stage | undefined>,
): readonly Candidate[] {
  if (missing.size === 0) return [];
  const lines = outline.blocks.flatMap(block => lineAlone(block) ?? []).slice(0, MOST_COMPARED);
  return lines.flatMap(({ text, range }): readonly Candidate[] => {
    const { loose } = protocol.titleWords(text);
    if (loose === undefined || !missing.has(loose.term) || brokenStages.has(loose.term)) return [];
    const near = nearTerm({ kind: 'stage', stage: loose.term }, text, loose);
    return [{ miss: { kind: 'not-a-heading', near, range, level: DEFAULT_LEVEL }, block: undefined }];
  });
}

/** No line of other words that is taken for a title is longer, in UTF-16 code units. */
const LONGEST_LOOSE = 60;

/** The first line of a paragraph that is no sentence, and that none goes on from. */
function lineAlone(block: Block): SourceLine | undefined {
  if (block.kind !== 'paragraph') return undefined;
  const [line, next] = block.lines;
  if (line === undefined || line.text.length > LONGEST_LOOSE || /[.,;:!?]$/.test(line.text)) return undefined;
  return /^\p{Ll}/u.test(next?.text ?? '') ? undefined : line;
}

function inlineLabels({ inline }: Regions): readonly Candidate[] {
  return inline.map(({ stage, title, range }) => {
    const near = nearTerm({ kind: 'stage', stage }, title, { term: stage, language: undefined });
    return { miss: { kind: 'inline', near, range, level: DEFAULT_LEVEL }, block: undefined };
  });
}

/** The stages that no heading names, and the sections that none names in a stage that is there. */
class MissingTerms {
  readonly #present: Set<Stage | Section>;

  constructor({ stages }: Regions) {
    const sections = stages.flatMap(region => region.sections.map(({ section }) => section));
    this.#present = new Set<Stage | Section>([...stages.map(({ stage }) => stage), ...sections]);
  }

  /**
   * Whether the term is missing, which it no longer is afterwards. A section is only where its stage is the one that is
   * being read (`within`, where that is said), or is missing itself.
   */
  take(term: HeadingTerm, within: Candidate['within']): boolean {
    const isElsewhere = within !== undefined && within !== term.stage;
    if (term.kind === 'section' && isElsewhere && this.#present.has(term.stage)) return false;
    const named = term.kind === 'stage' ? term.stage : term.section;
    if (this.#present.has(named)) return false;
    this.#present.add(named);
    return true;
  }
}

/** The lines that are only a title of a stage, or of a section of the stage around. */
function titleParagraphs(
  outline: Outline,
  { stages }: Regions,
  protocol: CompiledProtocol,
  brokenStages: ReadonlySet<Stage | undefined>,
): readonly Candidate[] {
  let next = 0;
  const candidateOf = ({ text, range }: SourceLine, block: Block): Candidate | undefined => {
    while (next < stages.length && (stages[next]?.mark.range.start ?? 0) <= range.start) next++;
    const previous = stages[next - 1];
    const within = endsBehind(previous, range.start, outline) ? previous : undefined;
    const near = namedByLine(text, within, protocol);
    if (near === undefined) return undefined;
    if (near.term.kind === 'stage' && brokenStages.has(near.term.stage)) return undefined;
    const level = near.term.kind === 'stage' ? (previous ?? stages[next])?.level : sectionLevel(within);
    const miss: NearMiss = { kind: 'not-a-heading', near, range, level: level ?? DEFAULT_LEVEL };
    return { miss, block: isOneLine(block) ? block : undefined };
  };
  const candidates: Candidate[] = [];
  let compared = 0;
  for (const block of outline.blocks) {
    for (const line of titleLines(block, outline)) {
      if (compared++ === MOST_COMPARED) return candidates;
      const candidate = candidateOf(line, block);
      if (candidate !== undefined) candidates.push(candidate);
    }
  }
  return candidates;
}

function endsBehind(region: StageLines | undefined, offset: number, { lines }: Outline): boolean {
  return region !== undefined && offset < lines.lineStart(region.lines.after);
}

function namedByLine(
  text: string,
  within: StageLines | undefined,
  protocol: CompiledProtocol,
): NearTerm | undefined {
  const near = termNamed(text, within, protocol);
  const bare = near === undefined ? withoutSigns(text) : text;
  return bare === text ? near : termNamed(bare, within, protocol);
}

function isOneLine(block: Block): boolean {
  return block.kind === 'paragraph' && block.lines.length === 1;
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
