import type { Section, Stage } from '../protocol/schema';
import { type Tracking, trackingOf } from '../protocol/trackedKind';
import type { Note } from './note';
import type { Block, ListItem } from './outline';
import { markedItems, plainItems } from './plainItems';
import { readingsOf, tasksOf } from './readings';

/** An item without a box in a part whose format says what is tracked there. */
export interface PlainItem {
  readonly item: ListItem;
  readonly kind: Tracking['kind'];
  readonly stage: string;
  readonly section: string | undefined;
}

/** The items without a box where goals or actions are tracked, list by list; none of what a format tracks as it is. */
export function plainLists(note: Note): readonly (readonly PlainItem[])[] {
  if (note.frontMatter.kind !== 'note') return [];
  const lists = readingsOf(note).flatMap(reading =>
    reading.stages.flatMap(region => [
      ...region.ownBlocks.flatMap(blocks => listsIn(reading, blocks, region.stage, undefined)),
      ...region.sections.flatMap(({ section, blocks }) => listsIn(reading, blocks, region.stage, section)),
    ]),
  );
  // Most notes have none, and nothing to be told apart.
  if (lists.every(list => list.length === 0)) return [];
  const taken = new Set(tasksOf(note).map(({ line }) => line));
  const seen = new Set<number>();
  return lists
    .map(list =>
      list.filter(({ item: { line } }) => {
        const isNew = !taken.has(line) && !seen.has(line);
        seen.add(line);
        return isNew;
      }),
    )
    .filter(list => list.length > 0);
}

function listsIn(
  { outline }: Note,
  blocks: Iterable<Block>,
  stage: Stage,
  section: Section | undefined,
): readonly (readonly PlainItem[])[] {
  const tracking = trackingOf(stage, section);
  if (tracking?.isStated !== true) return [];
  const { kind } = tracking;
  const lineOf = (offset: number): number => outline.lines.positionAt(offset).line;
  return [...blocks].flatMap(block => {
    if (block.kind !== 'list' && block.kind !== 'paragraph') return [];
    const items = block.kind === 'list' ? plainItems(block.items) : markedItems(block, lineOf);
    return [items.map(item => ({ item, kind, stage: stage.id, section: section?.id }))];
  });
}
