import { message } from '../message';
import { isReadable, type Note } from '../note/note';
import type { CompiledProtocol } from '../protocol/compiledProtocol';
import { applyEdits, lineEndOf } from '../text/textEdit';
import { type Edits, editsOf, type Refusal, refused } from './change';
import { correspondence, type Slot } from './correspondence';
import { frontMatterEdits } from './frontMatterEdits';
import { formBelow, formOfParagraphs, headingForm, type MarkForm, markLine, markOf } from './markForm';
import { type HeadedPart, splitByHeading } from './splitByHeading';
import { withoutPrompt } from './template';

/** What makes of a note one by another protocol. */
export interface ChangedProtocol extends Edits {
  /** The stages and sections that something was moved to, by what they were. */
  readonly moved: readonly { readonly from: Slot; readonly to: Slot }[];
  /** Those that say something and have no place in the other protocol; they stand below the marked heading. */
  readonly left: readonly Slot[];
}

/** How a note is changed. */
interface ChangeOptions {
  /** The language of the headings. */
  readonly language: string;
  /** The heading that stands above what has no place. */
  readonly leftHeading: string;
}

const DEFAULT_LEVEL = 2;

/**
 * The note with what it says moved under the headings of the protocol `to`, in the order of that protocol; what stands
 * outside stages stays before it. What has no place there stands at the end below a marked heading, with its own. Only
 * the titles of the old protocol and its prompts without answers go: no other comment does. Refused for a note that cannot be read whole, whose
 * protocol is not known, and for transcripts.
 */
export function changeProtocol(
  note: Note,
  to: CompiledProtocol,
  options: ChangeOptions,
): ChangedProtocol | Refusal {
  if (!canChange(note)) return refused(message('protocol.change-refused'));
  const { outside, pieces } = splitByHeading(note);
  const placed = pieces.flatMap(piece => {
    const target = correspondence(piece.slot, to);
    return target === undefined ? [] : [{ piece, target }];
  });
  const known = new Set(placed.map(({ piece }) => piece));
  const left = pieces.filter(piece => !known.has(piece) && saysSomething(piece));
  const [first] = note.stages;
  const form = first === undefined ? headingForm(DEFAULT_LEVEL) : formOfParagraphs(first.mark);
  const leftHeading = markOf(options.leftHeading, headingForm(first?.mark.level ?? DEFAULT_LEVEL));
  const parts = [
    ...outside,
    ...stageParts(placed, to, form, options.language),
    ...(left.length === 0 ? [] : [leftHeading, ...left.flatMap(leftParts)]),
  ];
  const { text } = note.outline;
  return {
    ...editsOf([{ range: { start: 0, end: text.length }, newText: joined(note, parts, to) }]),
    moved: placed.map(({ piece, target }) => ({ from: piece.slot, to: target })),
    left: left.map(({ slot }) => slot),
  };
}

function canChange(note: Note): boolean {
  const isWhole = isReadable(note) && note.outline.conflict === undefined;
  return isWhole && note.protocol !== undefined && note.frontMatter.kind !== 'transcript';
}

interface Placed {
  readonly piece: HeadedPart;
  readonly target: Slot;
}

function stageParts(
  placed: readonly Placed[],
  { protocol }: CompiledProtocol,
  form: MarkForm,
  language: string,
): readonly string[] {
  return protocol.stages.flatMap(stage => {
    const own = placed.filter(({ target }) => target.stage === stage);
    if (own.length === 0) return [];
    const contentsOf = (section: Slot['section']) =>
      own.filter(({ target }) => target.section === section).map(({ piece }) => piece.content);
    const sections = stage.sections.filter(section => own.some(({ target }) => target.section === section));
    return [
      markLine(stage, language, form),
      ...contentsOf(undefined),
      ...sections.flatMap(section => [markLine(section, language, formBelow(form)), ...contentsOf(section)]),
    ];
  });
}

/** What has no place keeps its mark; a heading gets one level deeper, so that it stays below the marked one. */
function leftParts({ mark, content }: HeadedPart): readonly string[] {
  return [markOf(mark.title, formBelow(formOfParagraphs(mark))), content];
}

/** A prompt nobody answered is no record; any other comment is the user's. */
function saysSomething({ slot, content }: HeadedPart): boolean {
  return withoutPrompt(content, slot.section ?? slot.stage).trim() !== '';
}

function joined(note: Note, parts: readonly string[], to: CompiledProtocol): string {
  const { text, frontMatter } = note.outline;
  const eol = lineEndOf(text);
  const head = text.slice(0, frontMatter?.range.end ?? (text.startsWith('\ufeff') ? 1 : 0));
  const body = parts.filter(part => part !== '').join(eol + eol);
  const top = applyEdits(head, frontMatterEdits(note, to, eol));
  const lead = top === '' || top === '\ufeff' ? '' : frontMatter === undefined ? eol : eol + eol;
  return `${top}${body === '' ? eol : lead + body + eol}`;
}
