import type { Note, SectionRegion, StageRegion } from '../note/note';
import { readingsOf } from '../note/readings';
import { hintIn } from '../protocol/hint';
import type { Section, Stage } from '../protocol/schema';
import { onOneLine } from '../text/onOneLine';
import type { LineRange } from '../text/textRange';

/** A stage or section in which nothing is written yet. */
interface EmptyPart {
  /** The note, read by the format that the part is of. */
  readonly reading: Note;
  readonly stage: Stage;
  /** The section of the stage, where the part is one. */
  readonly section: SectionRegion | undefined;
  /** What it asks, in one short line. */
  readonly hint: string;
  /** The line at whose end the hint stands: blank, an item without words, or that of its mark. 0-based. */
  readonly line: number;
  /** Its blank lines and that of the hint, for whoever points there; 0-based, in order. */
  readonly lines: readonly number[];
}

/** Nothing, or an item that has no words yet. */
const BLANK = /^\s*$/;
const EMPTY_ITEM = /^\s*(?:[-*+•]|\d{1,9}[.)])\s*(?:\[[^\]]{0,2}\]\s*)?$/;

/**
 * The empty parts of a note that ask something, in order. One that holds its prompt as a comment asks by that; a stage
 * asks where it has no sections that do. In transcripts there are none.
 *
 * @param language that of the hints of a note in which nothing tells its own
 */
export function emptyParts(note: Note, language: string): readonly EmptyPart[] {
  if (note.frontMatter.kind === 'transcript') return [];
  const spoken = note.language ?? language;
  const parts = readingsOf(note)
    .flatMap(reading => reading.stages.flatMap(region => emptyRegions(reading, region)))
    .flatMap(region => emptyPart(region, spoken) ?? []);
  // A mark that serves two stages has one place to write on.
  const byLine = new Map(parts.toReversed().map(part => [part.line, part]));
  return [...byLine.values()].sort((a, b) => a.line - b.line);
}

interface EmptyRegion extends Pick<EmptyPart, 'reading' | 'stage' | 'section'> {
  readonly region: StageRegion | SectionRegion;
}

function emptyRegions(reading: Note, region: StageRegion): readonly EmptyRegion[] {
  const { stage, sections, fullness } = region;
  if (sections.length === 0)
    return fullness === 'empty' ? [{ reading, stage, section: undefined, region }] : [];
  return sections
    .filter(section => section.fullness === 'empty')
    .map(section => ({ reading, stage, section, region: section }));
}

function emptyPart({ region, ...part }: EmptyRegion, language: string): EmptyPart | undefined {
  const { mark, lines } = region;
  const term = part.section?.section ?? part.stage;
  const hint = hintIn(term, language);
  if (hint === undefined) return undefined;
  const texts = textsOf(part.reading.outline, lines);
  if (isAskedInWords(term, texts)) return undefined;
  const blank = texts.flatMap((text, at) => (BLANK.test(text) ? [lines.first + at] : []));
  const line = hintLine(texts, lines.first) ?? mark.line;
  return { ...part, hint, line, lines: [...new Set([...blank, line])].sort((a, b) => a - b) };
}

function textsOf({ text, lines }: Note['outline'], { first, after }: LineRange): readonly string[] {
  return Array.from({ length: Math.max(0, after - first) }, (_, at) => {
    const { start, end } = lines.lineRange(first + at);
    return text.slice(start, end);
  });
}

function isAskedInWords({ prompt = {} }: Stage | Section, texts: readonly string[]): boolean {
  const whole = onOneLine(texts.join(' '));
  return Object.values(prompt).some(words => whole.includes(onOneLine(words)));
}

/** The first item without words; else, behind what stands there, the second blank line, or the only one. */
function hintLine(texts: readonly string[], first: number): number | undefined {
  const item = texts.findIndex(text => EMPTY_ITEM.test(text));
  if (item >= 0) return first + item;
  const words = texts.findLastIndex(text => !BLANK.test(text));
  const blank = texts.length - words - 1;
  if (blank === 0) return undefined;
  return first + words + Math.min(blank, 2);
}
