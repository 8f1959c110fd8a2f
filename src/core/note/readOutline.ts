import type { LineIndex } from '../text/lineIndex';
import type { TextRange } from '../text/textRange';
import type { Block, BlockGroup, FrontMatterSource, Heading, Outline } from './outline';

/** An outline whose blocks are listed when they are first asked for. */
export class ReadOutline implements Outline {
  #headings: readonly Heading[] | undefined;

  #blocks: readonly Block[] | undefined;

  /** `blocks`, where they are listed already, are those of the groups. */
  constructor(
    readonly text: string,
    readonly lines: LineIndex,
    readonly frontMatter: FrontMatterSource | undefined,
    readonly groups: readonly BlockGroup[],
    readonly tooDeep: TextRange | undefined,
    readonly conflict: TextRange | undefined,
    blocks?: readonly Block[],
  ) {
    this.#blocks = blocks;
  }

  get blocks(): readonly Block[] {
    this.#blocks ??= this.groups.flatMap(({ blocks }) => blocks);
    return this.#blocks;
  }

  get headings(): readonly Heading[] {
    this.#headings ??= this.groups
      .filter(({ hasHeading }) => hasHeading)
      .flatMap(({ blocks }) => blocks.filter(isHeading));
    return this.#headings;
  }
}

function isHeading(block: Block): block is Heading {
  return block.kind === 'heading';
}
