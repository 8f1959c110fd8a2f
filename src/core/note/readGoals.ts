import type { CompiledProtocol } from '../protocol/compiledProtocol';
import type { Section, Stage } from '../protocol/schema';
import { isReview, type Tracking, trackingOf, unstatedTracking } from '../protocol/trackedKind';
import type { LineIndex } from '../text/lineIndex';
import { isCarriedUntouched } from './carriedState';
import type { GoalFieldId } from './goalFieldKeys';
import type { GoalField, GoalMention } from './goalMention';
import { dueValue, gasValue, referenceValue, weightValue } from './goalValues';
import { carriedMarker } from './markers';
import type { Block, ListItem, Paragraph, Quote } from './outline';
import { markedItems, plainItems } from './plainItems';
import { isWithoutWords, readTaskItem, readTaskLines, type TaskItem, taskWithoutBox } from './taskItem';
import { type FieldPiece, type RunPiece, readKnownFields, readTrailingRun } from './trailingRun';

/** What holds for all tasks of a note. */
interface TaskSource {
  readonly protocol: CompiledProtocol;
  readonly lines: LineIndex;
  /** Whether tasks are goals only where something besides says so, as in a process note. */
  readonly isPrivate: boolean;
  /** Whether items without a box are tasks, too, where the format says what is tracked. */
  readonly takesItems: boolean;
}

/** The tasks of a note or of a part of it, in the order of the text. */
export interface ReadTasks {
  readonly goals: readonly GoalMention[];
  /** Those that are text where they stand, so that they are goals only where a case knows them as such. */
  readonly untracked: readonly GoalMention[];
}

/** Boxes besides the one that begins the words; a link is none. */
const OTHER_BOX = /\[[ xX]\](?![([:])|[☐☑☒]/u;

/** Collects the tasks of a note, part by part. */
export class TaskReader implements ReadTasks {
  readonly goals: GoalMention[] = [];
  readonly untracked: GoalMention[] = [];
  readonly #source: TaskSource;
  #stage: Stage | undefined;
  #section: Section | undefined;
  #tracking: Tracking | undefined;
  #blockStart = 0;

  constructor(source: TaskSource) {
    this.#source = source;
  }

  /** Reads the tasks among `blocks`, which stand in the stage, in the section of it, or outside every stage. */
  read(blocks: Iterable<Block>, stage?: Stage, section?: Section): void {
    this.#stage = stage;
    this.#section = section;
    this.#tracking = stage === undefined ? unstatedTracking : trackingOf(stage, section);
    for (const block of blocks) {
      this.#blockStart = block.range.start;
      this.#read(block, 0);
    }
  }

  #read(block: Block | Quote['content'][number], depth: number): void {
    if (block.kind === 'list') this.#readItems(block.items, depth);
    else if (block.kind === 'paragraph') this.#readParagraph(block, depth);
    else if (block.kind === 'quote') for (const each of block.content) this.#read(each, depth);
  }

  #readParagraph(paragraph: Paragraph, depth: number): void {
    const { lines } = paragraph;
    if (depth === 0 && this.#takesItems()) {
      const lineOf = (offset: number): number => this.#source.lines.positionAt(offset).line;
      for (const { firstParagraph, line } of markedItems(paragraph, lineOf))
        this.#add(taskWithoutBox(firstParagraph), line, depth);
    }
    const tasks = readTaskLines(lines, 0);
    if (tasks.length === 0) return;
    const first = this.#source.lines.positionAt(lines[0]?.range.start ?? 0).line;
    for (const task of tasks) this.#add(task, first, depth);
  }

  #readItems(items: readonly ListItem[], depth: number): void {
    const plain = depth === 0 && this.#takesItems() ? new Set(plainItems(items)) : noItems;
    for (const item of items) {
      const isGoal = this.#readOwn(item, depth, plain.has(item));
      const inner = isGoal ? depth + 1 : depth;
      this.#readItems(item.items, inner);
      for (const quote of item.quotes) this.#read(quote, inner);
    }
  }

  /** Whether the item itself is a goal. */
  #readOwn({ firstParagraph, line }: ListItem, depth: number, isPlain: boolean): boolean {
    const task = isPlain ? taskWithoutBox(firstParagraph) : readTaskItem(firstParagraph);
    const isGoal = task !== undefined && this.#add(task, line, depth);
    for (const other of readTaskLines(firstParagraph, 1)) this.#add(other, line, isGoal ? depth + 1 : depth);
    return isGoal;
  }

  #takesItems(): boolean {
    const { takesItems, isPrivate } = this.#source;
    return takesItems && !isPrivate && this.#tracking?.isStated === true;
  }

  /** Whether it is a goal; `line` is that of its paragraph. */
  #add(task: TaskItem, line: number, depth: number): boolean {
    const mention = this.#mentionOf(task, line, depth);
    if (mention === undefined) return false;
    const isGoal = this.#isTracked(mention) || isNamed(mention);
    if (isGoal) this.goals.push(mention);
    else if (!this.#isChoice(mention)) this.untracked.push(mention);
    return isGoal;
  }

  #isTracked({ text }: GoalMention): boolean {
    return this.#tracking !== undefined && !this.#source.isPrivate && !OTHER_BOX.test(text);
  }

  /** What names a choice is asked for as it stands. */
  #isChoice({ text }: GoalMention): boolean {
    const section = this.#section;
    if (section === undefined || section.choices.length === 0) return false;
    return this.#source.protocol.matchChoice(section, text) !== undefined;
  }

  #mentionOf(task: TaskItem, line: number, depth: number): GoalMention | undefined {
    const { marker, markerRange, box, nearly, paragraph, lineInParagraph } = task;
    const { wordsStart, wordsEnd, pieces } = readTrailingRun(paragraph.text, task.wordsStart);
    const among = readKnownFields(paragraph.text, wordsStart, wordsEnd);
    const text = wordsWithout(among, paragraph.text, wordsStart, wordsEnd);
    const id = pieces.findLast(piece => piece.kind === 'id');
    if (isWithoutWords(text) && id === undefined) return undefined;
    const { protocol } = this.#source;
    const stage = this.#stage;
    const { kind, isStated } = this.#tracking ?? unstatedTracking;
    const fields = fieldsOf(among, pieces, task);
    const { due, role, gas, weight, replaces, reworded, client } = valuesOf(fields);
    return {
      kind,
      saysKind: isStated,
      isAtHome: this.#tracking !== undefined,
      isReview: isReview(stage, this.#section),
      marker,
      markerRange,
      box,
      carried: marker === carriedMarker || isCarriedUntouched(task),
      nearly,
      text,
      range: paragraph.sourceRange(task.wordsStart, paragraph.text.length),
      textRange: paragraph.sourceRange(wordsStart, wordsEnd),
      line: line + lineInParagraph,
      id: id?.id,
      idRange: id && paragraph.sourceRange(id.start, id.end),
      fields,
      tags: pieces.length === 0 ? none : pieces.flatMap(piece => (piece.kind === 'tag' ? piece.tag : [])),
      due,
      role,
      gas,
      weight,
      replaces,
      reworded,
      client,
      protocol: protocol.protocol.id,
      stage: stage?.id,
      section: this.#section?.id,
      protocolGoal: stage && protocol.matchGoal(stage, text)?.id,
      depth,
      blockStart: this.#blockStart,
    };
  }
}

const noItems: ReadonlySet<ListItem> = new Set();
/** Most goals have neither fields nor tags. */
const none: readonly never[] = [];

/** Whether a task says itself that it is to be followed. */
function isNamed({ id, fields }: GoalMention): boolean {
  return id !== undefined || fields.some(({ field }) => field === 'due');
}

/** The words without the fields among them. */
function wordsWithout(among: readonly FieldPiece[], text: string, start: number, end: number): string {
  if (among.length === 0) return text.slice(start, end);
  let words = '';
  let done = start;
  for (const piece of among) {
    words += text.slice(done, piece.start);
    done = piece.end;
  }
  return (words + text.slice(done, end)).replace(/[ \t]+/g, ' ').trim();
}

function fieldsOf(
  among: readonly FieldPiece[],
  pieces: readonly RunPiece[],
  task: TaskItem,
): readonly GoalField[] {
  const written = pieces.some(({ kind }) => kind === 'field');
  if (!written && among.length === 0) return none;
  return [...among, ...pieces].flatMap(piece => (piece.kind === 'field' ? fieldOf(piece, task) : []));
}

function fieldOf(
  { key, field, value, start, end, valueStart }: FieldPiece,
  { paragraph }: TaskItem,
): GoalField {
  const valueRange = paragraph.sourceRange(valueStart, valueStart + value.length);
  return { key, field, value, range: paragraph.sourceRange(start, end), valueRange };
}

const noValues: Values = {
  due: undefined,
  role: undefined,
  gas: undefined,
  weight: undefined,
  replaces: undefined,
  reworded: false,
  client: undefined,
};

type Values = Pick<GoalMention, 'due' | 'role' | 'gas' | 'weight' | 'replaces' | 'reworded' | 'client'>;

function valuesOf(fields: readonly GoalField[]): Values {
  if (fields.length === 0) return noValues;
  const written = (id: GoalFieldId): string => fields.findLast(({ field }) => field === id)?.value ?? '';
  return {
    due: dueValue(written('due')),
    role: written('role') || undefined,
    gas: gasValue(written('gas')),
    weight: weightValue(written('weight')),
    replaces: referenceValue(written('replaces')),
    reworded: written('reworded') !== '',
    client: written('client') || undefined,
  };
}
