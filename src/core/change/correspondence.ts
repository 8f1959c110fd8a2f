import type { CompiledProtocol } from '../protocol/compiledProtocol';
import type { Section, Stage } from '../protocol/schema';
import { titlesIn } from '../protocol/title';

/** Where in a protocol something stands: in a stage, or in a section of it. */
export interface Slot {
  readonly stage: Stage;
  readonly section?: Section | undefined;
}

type Titled = Pick<Stage, 'title' | 'aliases'>;

/**
 * The stage or section of `to` that corresponds to one of another protocol: by a title or alias that both have, stages
 * first to stages, sections first to those of the stage that theirs goes to. Undefined where nothing does.
 */
export function correspondence({ stage, section }: Slot, to: CompiledProtocol): Slot | undefined {
  const own = stageNamed(stage, to) ?? sectionNamed(stage, to, to.protocol.stages);
  if (section === undefined) return own;
  const inOwn = own?.section === undefined ? own : undefined;
  return (
    (inOwn && sectionNamed(section, to, [inOwn.stage])) ??
    sectionNamed(section, to, to.protocol.stages) ??
    stageNamed(section, to)
  );
}

function stageNamed(titled: Titled, to: CompiledProtocol): Slot | undefined {
  for (const title of titlesIn(titled)) {
    const match = to.matchStage(title);
    if (match !== undefined) return { stage: match.term, section: undefined };
  }
  return undefined;
}

function sectionNamed(titled: Titled, to: CompiledProtocol, stages: readonly Stage[]): Slot | undefined {
  for (const title of titlesIn(titled)) {
    for (const stage of stages) {
      const match = to.matchSection(stage, title);
      if (match !== undefined) return { stage, section: match.term };
    }
  }
  return undefined;
}
