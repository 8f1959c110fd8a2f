import type { CompiledProtocol, NearTerm } from '../protocol/compiledProtocol';
import { formatTitled } from '../protocol/formatNames';
import type { ProtocolSet } from '../protocol/protocolSet';
import type { Choice, Section, Stage } from '../protocol/schema';
import type { PartedLines, TextRange } from '../text/textRange';
import type { BrokenHeading } from './brokenHeadings';
import { knownValue } from './fieldValues';
import type { FrontMatter } from './frontMatter';
import type { GoalMention } from './goalMention';
import type { Block, Heading, Mark, Outline } from './outline';
import type { WrittenScore } from './readScores';
import type { StageNaming } from './regions';
import type { RuleSwitches } from './ruleSwitches';

/**
 * How much a stage or section says: `filled` has content of its own, `not-addressed` says why it has none
 * (`Tidak dibahas: …`), `empty` neither.
 */
export type Fullness = 'filled' | 'not-addressed' | 'empty';

/** A line of a section with choices that names one. */
export interface NamedChoice {
  readonly choice: Choice;
  readonly range: TextRange;
}

/** A section as it stands in a note. */
export interface SectionRegion {
  readonly section: Section;
  readonly mark: Mark;
  /** From the end of the mark to the heading that ends it. */
  readonly body: TextRange;
  /** From the line behind the mark to the end of the region. */
  readonly lines: PartedLines;
  /** What stands in these lines (see {@link blocksIn}). */
  readonly blocks: Iterable<Block>;
  readonly fullness: Fullness;
  /** The choices named in it, in order. */
  readonly choices: readonly NamedChoice[];
}

/** A stage as it stands in a note; the same stage may stand in it more than once. */
export interface StageRegion {
  readonly stage: Stage;
  readonly mark: Mark;
  readonly naming: StageNaming;
  /** Whether its mark names the stage after it too (`A/P:`), which has the sections and goals of both. */
  readonly isShared: boolean;
  /** From the end of the mark to the end of the region, subsections included. */
  readonly body: TextRange;
  /** From the line behind the mark to the end of the region; `blocksIn` gives what stands there. */
  readonly lines: PartedLines;
  /** What stands in those of these lines that are in no section, stretch by stretch; before the first section first. */
  readonly ownBlocks: readonly Iterable<Block>[];
  /** Of all of it, sections included. `empty` also when all its sections are. */
  readonly fullness: Fullness;
  /** Whether the stage itself, directly under its mark, says that it was not addressed. */
  readonly notAddressed: boolean;
  readonly sections: readonly SectionRegion[];
}

/**
 * What nearly names a stage or section: a heading by its letters (`spelling`), a heading or label in a stage with a part of
 * the title of one of its sections (`shortened`, `shortened-label`), a paragraph that is only its title
 * (`not-a-heading`), a label that does not count as one (`label`) or has not the form of one (`bare-label`), one in the
 * middle of a line (`inline`), a line, item or label in other words among titles (`meant`, `meant-label`), or a title in a
 * quote (`quoted`), of an item in an item (`nested`) behind the stamp of a chat (`stamped`) or before words in
 * its heading (`worded`).
 */
export interface NearMiss {
  readonly kind:
    | 'spelling'
    | 'shortened'
    | 'shortened-label'
    | 'not-a-heading'
    | 'label'
    | 'bare-label'
    | 'meant'
    | 'meant-label'
    | 'inline'
    | 'quoted'
    | 'nested'
    | 'stamped'
    | 'worded';
  readonly near: NearTerm;
  /** What is to be replaced: the heading's title, the whole paragraph, or the label. */
  readonly range: TextRange;
  /** The heading level that a paragraph is to get; the heading's own otherwise. */
  readonly level: number;
}

/** A heading at the level of stages that names nothing, neither the title of the note nor said to be the writer's own. */
export interface UnnamedHeading {
  readonly heading: Heading;
  /** The stages that the note lacks and that may be meant: of all such headings this one says most of them. */
  readonly asked: readonly Stage[];
  /** Whether something is written below it. */
  readonly hasWords: boolean;
}

/**
 * A note, read by its protocol. It knows nothing of other notes. One that follows several protocols is read by each of
 * them: the note is that by the first which is known, and `others` are those by the rest.
 */
export interface Note {
  /** By what it was read, so that another text can be read as the same note. */
  readonly context: NoteContext;
  readonly outline: Outline;
  readonly frontMatter: FrontMatter;
  /** The id of the protocol in force: that of the front matter, else the default for its path. */
  readonly protocolId: string;
  /** The same note, read by the other protocols that it names; theirs have no others. */
  readonly others: readonly Note[];
  /** Undefined when there is no protocol with that id; then the note has no stages and goals. */
  readonly protocol: CompiledProtocol | undefined;
  /** In the order of the text. */
  readonly stages: readonly StageRegion[];
  /** All that any of its protocols makes goals of, in the order of the text. */
  readonly goals: readonly GoalMention[];
  /** The tasks that are text where they stand: they count only where a case has a goal with their words. */
  readonly untracked: readonly GoalMention[];
  readonly nearMisses: readonly NearMiss[];
  /** In the order of the text. */
  readonly unnamed: readonly UnnamedHeading[];
  /** The lines that are meant as headings and are none, in order. */
  readonly broken: readonly BrokenHeading[];
  /** Those of the measures of its protocols, in the order of the text. */
  readonly scores: readonly WrittenScore[];
  /**
   * The stages asked of this note: those of `stages:`, else all (of one of several protocols also where `stages:`
   * names only stages of others). Ids, in the order of the protocol.
   */
  readonly coveredStages: readonly string[];
  /** The language of its text: `language:`, else that of most matched headings, if any. */
  readonly language: string | undefined;
  readonly switches: RuleSwitches;
}

/** By what a text is read as a note. */
export interface NoteContext {
  readonly protocols: ProtocolSet;
  /** The protocol of notes that name none. */
  readonly defaultProtocol: string;
  /** What the `^id` is like that a goal gets in it. */
  readonly goalIds?: GoalIdStyle;
  /** The titles (see {@link titleText}) of headings that are the writer's own, whatever they come near. */
  readonly ownHeadings?: ReadonlySet<string>;
  /** Whether tasks outside every stage are goals, as they are where nothing is said. */
  readonly goalsOutside?: boolean;
  /** What items without a box are; where nothing is said, that is asked. */
  readonly items?: PlainItems;
  /** How what its parts ask is put to the writer; where nothing is said, it is shown and not written. */
  readonly prompts?: Prompts;
  /** The roles of parts that the practice requires in every note whose format has such a part. */
  readonly require?: readonly RequiredRole[] | undefined;
}

/** A part that a practice may require whatever the format says. */
export type RequiredRole = 'risk';

/** Whether the practice requires a part because of its role. */
export function isRequiredRole(
  { role }: Pick<Stage | Section, 'role'>,
  { require = [] }: Pick<NoteContext, 'require'>,
): boolean {
  return require.some(each => each === role);
}

/** What items without a box are where goals or actions are tracked: to be asked about, tracked as well, just text. */
export type PlainItems = 'ask' | 'actions' | 'text';

/** How what a part asks is put to the writer: shown while the part is empty, or written into the note as a comment. */
export type Prompts = 'ghost' | 'comments';

/** What a new `^id` of a goal is like: six letters and digits that hold no word, or the first words of the goal. */
export type GoalIdStyle = 'letters' | 'words';

/**
 * Whether what the front matter says can be relied on: two keys for one field are a fault that leaves the rest
 * as it is; with any other, what seems to be missing may only be unread.
 */
export function isFrontMatterSound({ frontMatter }: Note): boolean {
  return frontMatter.faults.every(({ message }) => message.key === 'front-matter.duplicate-key');
}

/** Whether all of the note could be read, so that what is not found in it is not there. */
export function isReadable(note: Note): boolean {
  return isFrontMatterSound(note) && note.outline.tooDeep === undefined;
}

/** Where a problem with a stage or section is shown: the title of its mark, or the whole of a mark without one. */
export function markRange({ range, titleRange }: Mark): TextRange {
  return titleRange.end > titleRange.start ? titleRange : range;
}

/** Where a problem with what the whole note lacks is shown: the opening `---`, else the first line. */
export function frontMatterRange({ outline }: Note): TextRange {
  return outline.frontMatter?.fence ?? outline.lines.lineRange(0);
}

/** Whose stages are asked for: all of them, only headings (transcripts), or none. */
type StageDemand = 'full' | 'headings' | 'none';

/**
 * Whether a note is of a contact of which no stages are asked: a short record of a meeting that was no session. One that
 * names the protocol for its contact is a record by that protocol.
 */
export function isContact({ frontMatter, protocol }: Pick<Note, 'frontMatter' | 'protocol'>): boolean {
  const { contact, protocols } = frontMatter;
  if (contact === undefined) return false;
  return protocols.length === 0 || protocol?.protocol.contact.includes(contact) !== true;
}

/**
 * What is asked of a note as to its stages. Process notes, missed sessions and contacts are exempt, unless the note
 * names the protocol for its contact; a transcript is asked once it has a stage heading; of what cannot be read whole
 * nothing is asked.
 */
export function stageDemand(note: Note): StageDemand {
  const { kind, attendance } = note.frontMatter;
  if (note.protocol === undefined || !isReadable(note)) return 'none';
  if (kind === 'process' || attendance !== 'attended' || isContact(note)) return 'none';
  if (isVisitUnclear(note)) return 'none';
  if (kind === 'note') return 'full';
  return note.stages.length > 0 ? 'headings' : 'none';
}

/**
 * Whether a note says in words that nobody knows what kind of visit it was, or its format as the kind of note, and has
 * nothing of stages: `invalid-field` asks for another word, and most likely no stage is missing.
 */
function isVisitUnclear(note: Note): boolean {
  const { frontMatter, stages } = note;
  if (frontMatter.stages !== undefined || stages.length > 0) return false;
  return frontMatter.entries.some(({ field, values }) => {
    if (field === 'status') return values.some(({ text }) => knownValue('attendance', text) !== undefined);
    if (field === 'kind') return values.some(({ text }) => formatMeant(text, note) !== undefined);
    if (field !== 'attendance' && field !== 'contact') return false;
    return values.some(({ text }) => text.trim() !== '' && knownValue(field, text) === undefined);
  });
}

/** The id of the format that the value of `kind:` names where the note names none: `jenis: home visit`. */
export function formatMeant(kind: string, { frontMatter, context: { protocols } }: Note): string | undefined {
  if (frontMatter.protocols.length > 0 || knownValue('kind', kind) !== undefined) return undefined;
  return formatTitled(kind, protocols);
}
