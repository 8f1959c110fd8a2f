import { message } from '../message';
import type { GoalMention } from '../note/goalMention';
import { isReadable, type Note } from '../note/note';
import type { Heading, Mark } from '../note/outline';
import type { CompiledProtocol } from '../protocol/compiledProtocol';
import type { Stage } from '../protocol/schema';
import { applyEdits, lineEndOf } from '../text/textEdit';
import { textStart } from '../text/textStart';
import { type Refusal, refused } from './change';
import { correspondence, type Slot } from './correspondence';
import { frontMatterEdits, keepsStages } from './frontMatterEdits';
import { formBelow, formOfParagraphs, headingForm, type MarkForm, markLine, markOf } from './markForm';
import { type NotePart, splitByHeading, wordsOfPart } from './splitByHeading';
import { withoutPrompt } from './template';

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
const DEEPEST_LEVEL = 6;

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
  const placed = places.flatMap(place => writtenPlace(note, place, to, form, unstarted));
  const body = new Body(to, form, options.language);
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

/** A part of the note and where it goes. */
interface Place {
  readonly part: NotePart;
  readonly target: Slot | undefined;
  /** Whether it keeps its heading there. */
  readonly isOwn: boolean;
}

function placesOf(note: Note, to: CompiledProtocol): readonly Place[] {
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

/** The form of the first mark of a stage: of the note's own protocol, else of one that the other protocol knows. */
function stageForm(places: readonly Place[]): MarkForm {
  const own = places.find(
    ({ part: { slot, mark } }) => mark !== undefined && slot?.section === undefined && slot !== undefined,
  );
  const other = places.find(({ part, target }) => part.mark !== undefined && target !== undefined);
  const mark = (own ?? other)?.part.mark;
  return mark === undefined ? headingForm(DEFAULT_LEVEL) : formOfParagraphs(mark);
}

/** A place with its words as they stand there. */
interface WrittenPlace {
  readonly place: Place;
  /** The mark that it brings; empty where it stands under that of the other protocol. */
  readonly mark: string;
  /** Empty where nothing is said. */
  readonly words: string;
  /** How many of the goals that nobody started the other protocol has too. */
  readonly goalsKept: number;
}

function writtenPlace(
  note: Note,
  place: Place,
  to: CompiledProtocol,
  form: MarkForm,
  unstarted: readonly GoalMention[],
): readonly WrittenPlace[] {
  const { part, target, isOwn } = place;
  const { slot, mark, range } = part;
  const own = unstarted.filter(goal => goal.range.start >= range.start && goal.range.end <= range.end);
  const kept = own.filter(
    ({ text }) => target !== undefined && to.matchGoal(target.stage, text) !== undefined,
  );
  const without = own.filter(goal => !kept.includes(goal));
  const bringsMark = mark !== undefined && slot !== undefined && (isOwn || target === undefined);
  const markForm = bringsMark ? ownForm(mark, target, form) : targetForm(target, form);
  const deeper = mark?.kind === 'heading' && markForm?.kind === 'heading' ? markForm.level - mark.level : 0;
  const all = wordsOfPart(note, part, { deeper, without });
  const says = slot === undefined ? all : withoutPrompt(all, slot.section ?? slot.stage);
  const words = says.trim() === '' ? '' : all;
  return [
    {
      place,
      mark: bringsMark && markForm !== undefined ? markOf(mark.title, markForm) : '',
      words,
      goalsKept: kept.length,
    },
  ];
}

/** The form of the mark that a part without a counterpart keeps: beside the sections, or below the marked heading. */
function ownForm(mark: Mark, target: Slot | undefined, form: MarkForm): MarkForm {
  const own = formOfParagraphs(mark);
  if (own.kind === 'label' || form.kind === 'label') return formBelow(own);
  if (target === undefined) return headingForm(Math.min(Math.max(own.level, form.level) + 1, DEEPEST_LEVEL));
  return formBelow(form);
}

function targetForm(target: Slot | undefined, form: MarkForm): MarkForm | undefined {
  if (target === undefined) return undefined;
  return target.section === undefined ? form : formBelow(form);
}

/** The goals of the protocol itself that stand unticked on a line of their own, with nothing behind or beneath them. */
function unstartedGoals({ goals, outline: { text, lines } }: Note): readonly GoalMention[] {
  return goals.filter(({ protocolGoal, marker, line, markerRange }) => {
    if (protocolGoal === undefined || marker !== ' ') return false;
    const { start, end } = lines.lineRange(line);
    const source = text.slice(start, end);
    const next = lines.lineRange(line + 1);
    const below = /^([ \t]*)\S/.exec(text.slice(next.start, next.end))?.[1]?.length ?? 0;
    const isPlain = /^[ \t]*[-*+][ \t]+\[ \][^^[\](#📅]*$/u.test(source) && markerRange.start < end;
    return isPlain && below <= (/^[ \t]*/.exec(source)?.[0].length ?? 0);
  });
}

/** The parts of the note as they come together, by where they go. */
class Body {
  readonly #to: CompiledProtocol;
  readonly #form: MarkForm;
  readonly #language: string;
  readonly #top: string[] = [];
  readonly #written = new Map<string, string[]>();
  readonly #behind = new Map<string, string[]>();
  readonly #rest: string[] = [];
  #last: Stage | undefined;
  #hasStage = false;

  constructor(to: CompiledProtocol, form: MarkForm, language: string) {
    this.#to = to;
    this.#form = form;
    this.#language = language;
  }

  add({ place: { part, target }, mark, words }: WrittenPlace): void {
    if (target !== undefined) {
      this.#hasStage = true;
      if (words === '') return;
      this.#last = target.stage;
      append(this.#written, keyOf(target), mark, words);
    } else if (part.slot !== undefined) {
      this.#hasStage = true;
    } else if (this.#last !== undefined) {
      append(this.#behind, this.#last.id, words);
    } else {
      (this.#hasStage ? this.#rest : this.#top).push(words);
    }
  }

  /** The ids of the stages that something stands in. */
  get stages(): ReadonlySet<string> {
    const { stages } = this.#to.protocol;
    return new Set(stages.filter(stage => this.#stageParts(stage).length > 0).map(({ id }) => id));
  }

  get parts(): readonly string[] {
    const stages = this.#to.protocol.stages.flatMap(stage => [
      ...this.#stageParts(stage),
      ...(this.#behind.get(stage.id) ?? []),
    ]);
    return [...this.#top, ...stages];
  }

  /** What stood outside the stages behind one that has no place. */
  get rest(): readonly string[] {
    return this.#rest;
  }

  #stageParts(stage: Stage): readonly string[] {
    const direct = this.#written.get(keyOf({ stage, section: undefined })) ?? [];
    const sections = stage.sections.flatMap(section => {
      const words = this.#written.get(keyOf({ stage, section }));
      return words === undefined ? [] : [markLine(section, this.#language, formBelow(this.#form)), ...words];
    });
    if (direct.length === 0 && sections.length === 0) return [];
    return [markLine(stage, this.#language, this.#form), ...direct, ...sections];
  }
}

function keyOf({ stage, section }: Slot): string {
  return `${stage.id}/${section?.id ?? ''}`;
}

function append(lists: Map<string, string[]>, key: string, ...values: readonly string[]): void {
  const list = lists.get(key) ?? [];
  list.push(...values);
  lists.set(key, list);
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
