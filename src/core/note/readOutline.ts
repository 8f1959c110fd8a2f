import type { LineIndex } from '../text/lineIndex';
import type { TextRange } from '../text/textRange';
import type { Block, BlockGroups, FrontMatterSource, Heading, Outline } from './outline';

/** An outline whose blocks are listed when they are first asked for. */
export class ReadOutline implements Outline {
  readonly text: string;
  readonly lines: LineIndex;
  readonly frontMatter: FrontMatterSource | undefined;
  readonly groups: BlockGroups;
  readonly tooDeep: TextRange | undefined;
  readonly conflict: TextRange | undefined;

  constructor(read: Omit<Outline, 'blocks' | 'headings'>) {
    this.text = read.text;
    this.lines = read.lines;
    this.frontMatter = read.frontMatter;
    this.groups = read.groups;
    this.tooDeep = read.tooDeep;
    this.conflict = read.conflict;
  }

  get blocks(): readonly Block[] {
    return this.groups.all;
  }

  get headings(): readonly Heading[] {
    return this.groups.headings;
  }
}
