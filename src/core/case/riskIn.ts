import { languages } from '../language/languages';
import { noneReportedPattern } from '../language/languageWords';
import { joinLines } from '../note/joinedLines';
import type { Note, SectionRegion, StageRegion } from '../note/note';
import type { Block } from '../note/outline';
import { readingsOf } from '../note/readings';
import { blocksIn } from '../note/regionBlocks';
import { riskRole } from '../protocol/trackedKind';
import type { Case } from './case';

const NONE = noneReportedPattern(languages);

/** What a note says of risk: `none` where all that it says is that there is none, perhaps with how that was asked. */
export function riskIn(note: Note): 'none' | 'said' | undefined {
  const filled = readingsOf(note)
    .flatMap(({ stages }) => stages)
    .flatMap(riskRegions)
    .filter(({ fullness }) => fullness !== 'empty');
  if (filled.length === 0) return undefined;
  return filled.every(region => saysNone(region, note)) ? 'none' : 'said';
}

/** A stage and those of its sections that are of risk. */
function riskRegions(stage: StageRegion): readonly (StageRegion | SectionRegion)[] {
  const sections = stage.sections.filter(({ section }) => section.role === riskRole);
  return stage.stage.role === riskRole ? [stage, ...sections] : sections;
}

function saysNone({ lines }: StageRegion | SectionRegion, { outline }: Note): boolean {
  const [only, ...others] = blocksIn(outline, lines).filter(
    ({ kind }) => kind !== 'comment' && kind !== 'heading',
  );
  return only !== undefined && others.length === 0 && NONE.test(firstWords(only));
}

function firstWords(block: Block): string {
  if (block.kind === 'paragraph') return joinLines(block.lines).text;
  const [item, ...others] = block.kind === 'list' ? block.items : [];
  return item === undefined || others.length > 0 ? '' : joinLines(item.firstParagraph).text;
}

/** Whether the last thing that is said of risk in some of the cases is not that there is none. */
export function isRiskOpen(cases: readonly Case[]): boolean {
  return cases.some(({ notes }) => notes.findLast(({ risk }) => risk !== undefined)?.risk === 'said');
}
