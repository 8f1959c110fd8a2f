import type { CompiledProtocol } from '../protocol/compiledProtocol';
import { readLabel } from './labels';
import type { Note } from './note';
import type { Block } from './outline';

/** Formats with fewer parts may fit by chance. */
const FEWEST_PARTS = 3;
/** No note has more titles that tell, and each takes its time. */
const MOST = 100;

/**
 * The one format that has all its required parts in a note which names none, where that has fewer of those that it is read
 * by: `S: … O: … A: … P: …` is SOAP, whatever the default is.
 */
export function fittingFormat({
  frontMatter,
  outline,
  stages,
  protocolId,
  context,
}: Note): string | undefined {
  if (frontMatter.protocols.length > 0) return undefined;
  const titles = outline.blocks.flatMap(titlesOf).slice(0, MOST);
  if (titles.length < FEWEST_PARTS) return undefined;
  const own = new Set(stages.map(({ stage }) => stage)).size;
  const counts = context.protocols.ids.flatMap(id => {
    const protocol = id === protocolId ? undefined : context.protocols.get(id);
    const count = protocol === undefined ? 0 : partsNamed(protocol, titles);
    return count > own ? { id, count } : [];
  });
  const [best, second] = counts.sort((a, b) => b.count - a.count);
  return best?.count === second?.count ? undefined : best?.id;
}

/** How many parts are named, where none that is required is left out. */
function partsNamed(compiled: CompiledProtocol, titles: readonly string[]): number {
  const { protocol } = compiled;
  const required = protocol.stages.filter(stage => stage.required);
  if (protocol.scope !== 'session' || required.length < FEWEST_PARTS) return 0;
  const named = new Set(titles.flatMap(title => compiled.matchStage(title)?.term ?? []));
  return required.every(stage => named.has(stage)) ? named.size : 0;
}

function titlesOf(block: Block): readonly string[] {
  if (block.kind === 'heading') return [block.title];
  const lines =
    block.kind === 'paragraph'
      ? block.lines
      : block.kind === 'list'
        ? block.items.flatMap(({ firstParagraph }) => firstParagraph.slice(0, 1))
        : [];
  return lines.flatMap(line => readLabel(line)?.title ?? []);
}
