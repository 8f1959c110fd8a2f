import type { CompiledProtocol } from '../protocol/compiledProtocol';
import type { Section, Stage } from '../protocol/schema';
import type { Heading } from './outline';

/** The stage that a heading stands in. */
export interface EnclosingStage {
  readonly stage: Stage;
  readonly level: number;
}

/** What a heading names, and the language of the title that it matched, where the wording tells it. */
type HeadingMatch =
  | { readonly kind: 'stage'; readonly stage: Stage; readonly language: string | undefined }
  | { readonly kind: 'section'; readonly section: Section; readonly language: string | undefined };

/**
 * What a heading names. One that is deeper than the current stage is matched first against the sections of that
 * stage, then against stages; any other one first against stages, and against the sections only at the stage's own
 * level. Sections match only inside their stage.
 */
export function matchHeading(
  { title, level }: Heading,
  current: EnclosingStage | undefined,
  protocol: CompiledProtocol,
): HeadingMatch | undefined {
  if (current === undefined || level < current.level) return stageNamed(title, protocol);
  return level > current.level
    ? (sectionNamed(title, current.stage, protocol) ?? stageNamed(title, protocol))
    : (stageNamed(title, protocol) ?? sectionNamed(title, current.stage, protocol));
}

function stageNamed(title: string, protocol: CompiledProtocol): HeadingMatch | undefined {
  const match = protocol.matchStage(title);
  return match && { kind: 'stage', stage: match.term, language: match.language };
}

function sectionNamed(title: string, stage: Stage, protocol: CompiledProtocol): HeadingMatch | undefined {
  const match = protocol.matchSection(stage, title);
  return match && { kind: 'section', section: match.term, language: match.language };
}
