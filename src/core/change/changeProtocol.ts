import { message } from '../message';
import { isReadable, type Note } from '../note/note';
import type { CompiledProtocol } from '../protocol/compiledProtocol';
import { applyEdits, lineEndOf } from '../text/textEdit';
import { textStart } from '../text/textStart';
import { type Refusal, refused } from './change';
import type { Slot } from './correspondence';
import { frontMatterEdits, keepsStages } from './frontMatterEdits';
import { formOfParagraphs, headingForm, type MarkForm, markOf } from './markForm';
import { MovedBody } from './movedBody';
import { type Place, placesOf } from './movedPlaces';
import { unstartedGoals, writtenPlace } from './writtenPlace';

/** A stage or section whose words were moved, and where they stand now. */
interface MovedPart {
  readonly from: Slot;
  readonly to: Slot;
  /** Whether it stands there under a heading of its own, as the other protocol has none for it. */
  readonly isOwn: boolean;
}

/** A note by another protocol, without what that protocol asks for besides. */
export interface MovedWords {
  readonly kind: 'moved';
  /** The whole text but for {@link rest}; ends in a line end. */
  readonly text: string;
  /** What is to follow it: what stood last outside the stages, and what has no place; empty where nothing is. */
  readonly rest: string;
  readonly moved: readonly MovedPart[];
  /** Those that say something and have no place in the other protocol; they stand below the marked heading. */
  readonly left: readonly Slot[];
  /** Goals of the old protocol itself that nobody started, and that the other one does not have: their lines go. */
  readonly goalsGone: number;
  /** Whether `stages:` goes, as what it names has no counterpart. */
  readonly stagesGo: boolean;
}

/** How a note is changed. */
export interface ChangeOptions {
  /** The language of the headings. */
  readonly language: string;
  /** The heading that stands above what has no place. */
  readonly leftHeading: string;
}

const DEFAULT_LEVEL = 2;

/**
 * What a note says, moved under the headings of the protocol `to`, in the order of that protocol. A section that has no
 * counterpart stays with its stage under its own heading; what stands outside stages stays behind the stage that it
 * followed; headings keep their distance from those that they stand under. What has no place is told apart. Only the
 * titles of the old protocol, its prompts without answers and its goals that nobody started go. Refused for a note that
 * cannot be read whole, whose protocol is not known, and for transcripts.
 */
export function moveToProtocol(
  note: Note,
  to: CompiledProtocol,
  options: ChangeOptions,
): MovedWords | Refusal {
  if (!canChange(note)) return refused(message('protocol.change-refused'));
  const places = placesOf(note, to);
  const unstarted = unstartedGoals(note);
  const form = stageForm(places);
  const placed = places.map(place => writtenPlace(note, place, to, form, unstarted));
  const body = new MovedBody(to, form, options.language);
  for (const each of placed) body.add(each);
  const left = placed.filter(
    ({ place, words }) => place.part.slot !== undefined && place.target === undefined && words !== '',
  );
  const leftMark = markOf(
    options.leftHeading,
    headingForm(form.kind === 'heading' ? form.level : DEFAULT_LEVEL),
  );
  const leftLines = left.length === 0 ? [] : [leftMark, ...left.flatMap(({ mark, words }) => [mark, words])];
  const eol = lineEndOf(note.outline.text);
  const joined = (parts: readonly string[]) => parts.filter(part => part !== '').join(eol + eol);
  return {
    kind: 'moved',
    text: withFrontMatter(note, to, joined(body.parts), body.stages),
    rest: joined([...body.rest, ...leftLines]),
    moved: placed.flatMap(({ place: { part, target, isOwn }, words }) =>
      part.slot === undefined || target === undefined || words === ''
        ? []
        : [{ from: part.slot, to: target, isOwn }],
    ),
    left: [...new Set(left.flatMap(({ place }) => place.part.slot ?? []))],
    goalsGone: unstarted.length - placed.reduce((count, { goalsKept }) => count + goalsKept, 0),
    stagesGo: note.frontMatter.stages !== undefined && !keepsStages(note, to),
  };
}

function canChange(note: Note): boolean {
  const isWhole = isReadable(note) && note.outline.conflict === undefined;
  return isWhole && note.protocol !== undefined && note.frontMatter.kind !== 'transcript';
}

/** The form of the first mark of a stage: of the note's own protocol, else of one that the other protocol knows. */
function stageForm(places: readonly Place[]): MarkForm {
  const own = places.find(
    ({ part: { slot, mark } }) => mark !== undefined && slot?.section === undefined && slot !== undefined,
  );
  const other = places.find(({ part, target }) => part.mark !== undefined && target !== undefined);
  const mark = (own ?? other)?.part.mark;
  return mark === undefined ? headingForm(DEFAULT_LEVEL) : formOfParagraphs(mark);
}

function withFrontMatter(
  note: Note,
  to: CompiledProtocol,
  body: string,
  stages: ReadonlySet<string>,
): string {
  const { text, frontMatter } = note.outline;
  const eol = lineEndOf(text);
  const head = text.slice(0, frontMatter?.range.end ?? textStart(text));
  const top = applyEdits(head, frontMatterEdits(note, to, stages, eol));
  const lead = top === '' || top === '\ufeff' ? '' : frontMatter === undefined ? eol : eol + eol;
  return `${top}${body === '' ? eol : lead + body + eol}`;
}
