import { firstIndex } from '../text/firstIndex';
import type { Block, BlockGroups, Heading } from './outline';
import { maySwitchRules } from './ruleSwitches';
import { shiftBlock } from './shiftBlock';

/** As many blocks are in a group at most, so that few are moved with one that is asked for. */
const MOST = 64;

/** The blocks of a text as they were read, and again where some changed. */
export class ReadGroups implements BlockGroups {
  readonly length: number;
  readonly #groups: readonly BlockGroup[];
  /** The index of the first block of each group. */
  readonly #firsts: readonly number[];
  #all: readonly Block[] | undefined;
  #headings: readonly Heading[] | undefined;

  private constructor(groups: readonly BlockGroup[], all?: readonly Block[]) {
    let length = 0;
    this.#firsts = groups.map(group => {
      length += group.length;
      return length - group.length;
    });
    this.length = length;
    this.#groups = groups;
    this.#all = all;
  }

  /** All `blocks` of `text`. */
  static of(blocks: readonly Block[], text: string): ReadGroups {
    return new ReadGroups(grouped(blocks, maySwitchRules(text) ? text : ''), blocks);
  }

  get all(): readonly Block[] {
    this.#all ??= this.slice(0, this.length);
    return this.#all;
  }

  get headings(): readonly Heading[] {
    this.#headings ??= this.#groups.flatMap(({ headings }) => headings);
    return this.#headings;
  }

  get switching(): readonly Block[] {
    return this.#groups.flatMap(group => (group.maySwitch ? group.blocks : none));
  }

  startAt(index: number): number | undefined {
    const at = this.#groupOf(index);
    return this.#groups[at]?.startAt(index - (this.#firsts[at] ?? 0));
  }

  firstFrom(offset: number): number {
    return firstIndex(this.length, index => (this.startAt(index) ?? 0) >= offset);
  }

  slice(from: number, to: number): readonly Block[] {
    const blocks: Block[] = [];
    for (let at = this.#groupOf(from); at < this.#groups.length; at++) {
      const first = this.#firsts[at] ?? 0;
      if (first >= to) break;
      // One list that grows: a transcript has very many blocks.
      for (const block of this.#groups[at]?.within(from - first, to - first) ?? none) blocks.push(block);
    }
    return blocks;
  }

  *reaching(offset: number): Generator<Block, void, undefined> {
    let at = firstIndex(this.#groups.length, group => (this.#groups[group]?.end ?? 0) >= offset);
    for (; at < this.#groups.length; at++) {
      for (const block of this.#groups[at]?.blocks ?? none) if (block.range.end >= offset) yield block;
    }
  }

  replaced(
    { from, to, put }: { readonly from: number; readonly to: number; readonly put: readonly Block[] },
    { by, lines }: { readonly by: number; readonly lines: number },
    text: string,
  ): BlockGroups {
    const first = this.#groupOf(from);
    const after = to < this.length ? this.#groupOf(to) + 1 : this.#groups.length;
    const behind = this.slice(to, this.#firsts[after] ?? this.length);
    const beside = [
      ...this.slice(this.#firsts[first] ?? 0, from),
      ...put,
      ...shiftedBlocks(behind, by, lines),
    ];
    return new ReadGroups([
      ...this.#groups.slice(0, first),
      ...grouped(beside, text),
      ...this.#groups.slice(after).map(group => group.moved(by, lines)),
    ]);
  }

  /** The index of the group that has the block at `index`; the last where there is none. */
  #groupOf(index: number): number {
    return Math.max(0, firstIndex(this.#firsts.length, at => (this.#firsts[at] ?? 0) > index) - 1);
  }
}

class BlockGroup {
  /** Whether a comment that switches rules may be among them. */
  readonly maySwitch: boolean;
  /** As they were read. */
  readonly #read: readonly Block[];
  readonly #hasHeadings: boolean;
  readonly #by: number;
  readonly #lines: number;
  /** Where they stand now. */
  #blocks: readonly Block[] | undefined;

  constructor(read: readonly Block[], hasHeadings: boolean, maySwitch: boolean, by = 0, lines = 0) {
    this.maySwitch = maySwitch;
    this.#read = read;
    this.#hasHeadings = hasHeadings;
    this.#by = by;
    this.#lines = lines;
  }

  get length(): number {
    return this.#read.length;
  }

  get end(): number {
    return (this.#read.at(-1)?.range.end ?? 0) + this.#by;
  }

  get blocks(): readonly Block[] {
    this.#blocks ??= shiftedBlocks(this.#read, this.#by, this.#lines);
    return this.#blocks;
  }

  get headings(): readonly Heading[] {
    return this.#hasHeadings ? this.blocks.filter(isHeading) : none;
  }

  startAt(index: number): number | undefined {
    const start = this.#read[index]?.range.start;
    return start === undefined ? undefined : start + this.#by;
  }

  within(from: number, to: number): readonly Block[] {
    return from <= 0 && to >= this.length ? this.blocks : this.blocks.slice(Math.max(0, from), to);
  }

  moved(by: number, lines: number): BlockGroup {
    if (by === 0 && lines === 0) return this;
    return new BlockGroup(this.#read, this.#hasHeadings, this.maySwitch, this.#by + by, this.#lines + lines);
  }
}

const none: readonly never[] = [];

function isHeading(block: Block): block is Heading {
  return block.kind === 'heading';
}

function shiftedBlocks(blocks: readonly Block[], by: number, lines: number): readonly Block[] {
  return by === 0 && lines === 0 ? blocks : blocks.map(block => shiftBlock(block, by, lines));
}

/** Groups of about the same length, so that what is written beside each other does not lie in ever more of them. */
function grouped(blocks: readonly Block[], text: string): readonly BlockGroup[] {
  const count = Math.ceil(blocks.length / MOST);
  const groups: BlockGroup[] = [];
  for (let at = 0; at < count; at++) {
    const [from, to] = [at, at + 1].map(each => Math.round((each * blocks.length) / count));
    groups.push(groupOf(count === 1 ? blocks : blocks.slice(from, to), text));
  }
  return groups;
}

function groupOf(blocks: readonly Block[], text: string): BlockGroup {
  const stretch = text.slice(blocks[0]?.range.start, blocks.at(-1)?.range.end);
  return new BlockGroup(blocks, blocks.some(isHeading), maySwitchRules(stretch));
}
