import type { Note } from '../note/note';
import type { Heading, Mark } from '../note/outline';
import type { CompiledProtocol } from '../protocol/compiledProtocol';
import type { Stage } from '../protocol/schema';
import { correspondence, type Slot } from './correspondence';
import { type NotePart, splitByHeading } from './splitByHeading';

/** A part of the note and where it goes. */
export interface Place {
  readonly part: NotePart;
  readonly target: Slot | undefined;
  /** Whether it keeps its heading there. */
  readonly isOwn: boolean;
}

/** The parts of a note in their order, each with its place in the protocol `to`, if it has one. */
export function placesOf(note: Note, to: CompiledProtocol): readonly Place[] {
  const places: Place[] = [];
  /** Where the stage at hand went, and where the last of its words did. */
  let stage: Slot | undefined;
  let last: Slot | undefined;
  for (const part of splitByHeading(note)) {
    const { slot } = part;
    const own = slot && correspondence(slot, to);
    if (slot !== undefined && slot.section === undefined) {
      stage = own;
      last = own;
    }
    if (own !== undefined) {
      if (own.stage === stage?.stage) last = own;
      places.push({ part, target: own, isOwn: false });
    } else if (slot?.section !== undefined && stage !== undefined) {
      places.push({ part, target: last ?? stage, isOwn: true });
    } else {
      places.push(...ownHeadings(note, part, to));
    }
  }
  return places;
}

/** A part without a place, taken apart at the headings in it that the other protocol knows. */
function ownHeadings(note: Note, part: NotePart, to: CompiledProtocol): readonly Place[] {
  const within = ({ range }: Heading) => range.start >= part.range.start && range.end <= part.range.end;
  const headings = note.outline.headings.filter(within);
  const places: Place[] = [];
  let stage: { readonly level: number; readonly slot: Slot } | undefined;
  let current: Stretch = { start: part.range.start, level: undefined, target: undefined, mark: part.mark };
  const close = (end: number) => {
    const { target, mark, start } = current;
    const slot = target === undefined ? part.slot : undefined;
    places.push({ target, isOwn: false, part: { slot, mark, range: { start, end } } });
  };
  for (const heading of headings) {
    const { level, range } = heading;
    if (stage !== undefined && level <= stage.level) stage = undefined;
    const target = namedBy(heading.title, to, stage?.slot.stage);
    if (target === undefined && (current.level === undefined || level > current.level)) continue;
    close(range.start);
    if (target !== undefined) {
      stage ??= { level, slot: target };
      current = { start: range.end, level, target, mark: heading };
    } else {
      current = { start: range.start, level: stage?.level, target: stage?.slot, mark: undefined };
    }
  }
  close(part.range.end);
  return places;
}

/** A stretch of a part up to the next heading that matters. */
interface Stretch {
  readonly start: number;
  /** The level of the heading that it ends with, or a higher one; undefined where no heading ends it. */
  readonly level: number | undefined;
  readonly target: Slot | undefined;
  readonly mark: Mark | undefined;
}

/** What a title names exactly: first a section of the stage that it stands in, then a stage, then a stage's section. */
function namedBy(title: string, to: CompiledProtocol, within: Stage | undefined): Slot | undefined {
  const section = within && to.matchSection(within, title)?.term;
  if (within !== undefined && section !== undefined) return { stage: within, section };
  const stage = to.matchStage(title)?.term;
  if (stage !== undefined) return { stage, section: undefined };
  const { opens } = to.titleWords(title);
  return opens && { stage: opens.stage, section: opens.match.term };
}
