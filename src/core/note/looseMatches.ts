import type { CompiledProtocol } from '../protocol/compiledProtocol';
import type { Section, Stage } from '../protocol/schema';
import type { Mark } from './outline';

/** A stage that a mark names otherwise than exactly, and the section that it names with it, if it does. */
export interface LooseMatch {
  readonly stage: Stage;
  readonly section: Section | undefined;
  readonly language: string | undefined;
}

/**
 * What marks that name nothing exactly are taken for: the stage that they name in words of their own, or, where nothing
 * else names its stage (`named` holds those that are named exactly, or misspelt), the section that opens it. A label names nothing
 * loosely.
 */
export function looseMatches(
  marks: readonly Mark[],
  named: ReadonlySet<Stage>,
  protocol: CompiledProtocol,
): ReadonlyMap<Mark, LooseMatch> {
  const read = marks.map(mark => ({ mark, ...protocol.titleWords(mark.title) }));
  const loose = read.flatMap(({ mark, opens, loose }) =>
    opens === undefined && loose !== undefined && mark.kind === 'heading' ? [loose.term] : [],
  );
  const taken = new Set([...named, ...loose]);
  const matches = new Map<Mark, LooseMatch>();
  for (const { mark, opens, loose } of read) {
    if (opens !== undefined && !taken.has(opens.stage)) {
      const { term: section, language } = opens.match;
      matches.set(mark, { stage: opens.stage, section, language });
    } else if (loose !== undefined && mark.kind === 'heading') {
      matches.set(mark, { stage: loose.term, section: undefined, language: loose.language });
    }
  }
  return matches;
}
