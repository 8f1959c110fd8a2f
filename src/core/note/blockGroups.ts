import { firstIndex } from '../text/firstIndex';
import type { Block, BlockGroup } from './outline';
import { maySwitchRules } from './ruleSwitches';
import { shiftBlock } from './shiftBlock';

/** As many blocks are in a group at most: with one that changed, those of its group are read again. */
const MOST = 16;

class ReadGroup implements BlockGroup {
  /** As they were read. */
  readonly #read: readonly Block[];
  readonly #by: number;
  readonly #lines: number;
  #blocks: readonly Block[] | undefined;

  constructor(
    read: readonly Block[],
    readonly hasHeading: boolean,
    readonly maySwitch: boolean,
    by: number,
    lines: number,
  ) {
    this.#read = read;
    this.#by = by;
    this.#lines = lines;
  }

  get start(): number {
    return (this.#read[0]?.range.start ?? 0) + this.#by;
  }

  get blocks(): readonly Block[] {
    const [by, lines] = [this.#by, this.#lines];
    const isThere = by === 0 && lines === 0;
    this.#blocks ??= isThere ? this.#read : this.#read.map(block => shiftBlock(block, by, lines));
    return this.#blocks;
  }

  moved(by: number, lines: number): BlockGroup {
    if (by === 0 && lines === 0) return this;
    const { hasHeading, maySwitch } = this;
    return new ReadGroup(this.#read, hasHeading, maySwitch, this.#by + by, this.#lines + lines);
  }
}

/** The groups of blocks that stand in `text`. */
export function groupsOf(blocks: readonly Block[], text: string): readonly BlockGroup[] {
  const groups: BlockGroup[] = [];
  for (let at = 0; at < blocks.length; at += MOST) {
    const group = blocks.slice(at, at + MOST);
    const stretch = text.slice(group[0]?.range.start, group.at(-1)?.range.end);
    const hasHeading = group.some(({ kind }) => kind === 'heading');
    groups.push(new ReadGroup(group, hasHeading, maySwitchRules(stretch), 0, 0));
  }
  return groups;
}

/** The index of the first of the groups, which follow each other, that starts at `offset` or after it. */
export function firstGroupFrom(groups: readonly BlockGroup[], offset: number): number {
  return firstIndex(groups.length, at => (groups[at]?.start ?? 0) >= offset);
}
