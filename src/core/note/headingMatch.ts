import type { CompiledProtocol, Match } from '../protocol/compiledProtocol';
import type { Section, Stage } from '../protocol/schema';
import type { Mark } from './outline';

/** The stage that a mark stands in. */
export interface EnclosingStage {
  readonly stage: Stage;
  readonly level: number;
}

/** What a mark names, and the language of the title that it matched, where the wording tells it. */
type MarkMatch =
  | { readonly kind: 'stages'; readonly stages: readonly Stage[]; readonly language: string | undefined }
  | { readonly kind: 'section'; readonly section: Section; readonly language: string | undefined };

/**
 * What a mark names exactly. One that is deeper than the current stage is matched first against the sections of that
 * stage, then against stages; any other one first against stages, and against the sections only at the stage's own
 * level. Sections match only inside their stage.
 */
export function matchMark(
  { title, level }: Mark,
  current: EnclosingStage | undefined,
  protocol: CompiledProtocol,
): MarkMatch | undefined {
  if (current === undefined || level < current.level) return stagesNamed(title, protocol);
  return level > current.level
    ? (sectionNamed(title, current.stage, protocol) ?? stagesNamed(title, protocol))
    : (stagesNamed(title, protocol) ?? sectionNamed(title, current.stage, protocol));
}

/** `S (Subjective)`: a title with another one of the same stage in brackets. */
const TWICE = /^(?<title>[^()]{1,80}?) *\((?<other>[^()]{1,80})\)$/;

function stagesNamed(title: string, protocol: CompiledProtocol): MarkMatch | undefined {
  const match = protocol.matchStage(title) ?? stageNamedTwice(title, protocol);
  const matches = match === undefined ? protocol.matchStages(title) : [match];
  if (matches === undefined) return undefined;
  return { kind: 'stages', stages: matches.map(({ term }) => term), language: matches[0]?.language };
}

function stageNamedTwice(written: string, protocol: CompiledProtocol): Match<Stage> | undefined {
  const { title, other } = (written.endsWith(')') && TWICE.exec(written)?.groups) || {};
  const match = title === undefined ? undefined : protocol.matchStage(title);
  const again = match && other !== undefined ? protocol.matchStage(other) : undefined;
  return again?.term === match?.term ? again : undefined;
}

function sectionNamed(title: string, stage: Stage, protocol: CompiledProtocol): MarkMatch | undefined {
  const match = protocol.matchSection(stage, title);
  return match && { kind: 'section', section: match.term, language: match.language };
}
