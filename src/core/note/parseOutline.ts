import { indexLines } from '../text/lineIndex';
import { groupsOf } from './blockGroups';
import { readBody } from './bodyBlocks';
import { bodyStart } from './bodyLines';
import { findConflict } from './conflict';
import { findFrontMatter } from './frontMatterSource';
import type { Block, Outline } from './outline';
import { ReadOutline } from './readOutline';
import { reparseOutline } from './reparseOutline';

/**
 * The blocks of a text as CommonMark sees them. Takes any text, with or without a byte order mark, front matter
 * and a final line end; never throws. What is nested deeper than `MAX_NESTING` is not read, and `tooDeep` says so.
 * With the outline of an older version, only what changed is read; the result is the same.
 */
export function parseOutline(text: string, before?: Outline): Outline {
  return (before && reparseOutline(before, text)) ?? parseWhole(text);
}

function parseWhole(text: string): Outline {
  const lines = indexLines(text);
  const frontMatter = findFrontMatter(text, lines);
  const { blocks, tooDeep } = readBody(text, lines, bodyStart(text, lines, frontMatter));
  const groups = groupsOf(blocks, text);
  return new ReadOutline(text, lines, frontMatter, groups, tooDeep, findConflict(text), blocks);
}

/** The blocks of a text without front matter, as CommonMark sees them. */
export function parseBlocks(text: string): readonly Block[] {
  return readBody(text, indexLines(text), 0).blocks;
}
