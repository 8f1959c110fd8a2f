import { stageInsertionPlace } from '../../change/insertionPlace';
import { message } from '../../message';
import { fittingFormat } from '../../note/fittingFormat';
import { frontMatterRange, markRange, stageDemand } from '../../note/note';
import type { Stage } from '../../protocol/schema';
import { unitWords } from '../../protocol/unit';
import { mayBePartial } from '../gaps';
import type { Fix } from '../problem';
import type { Finding, Rule, RuleContext } from '../rule';
import { unmetStageSets } from '../unmetSets';

/** What mends that stages are missing. */
export interface StageMending {
  /** All of them, told as one. */
  readonly ofAll: (stages: readonly Stage[], context: RuleContext) => readonly Fix[];
  readonly ofOne: (stage: Stage, context: RuleContext) => readonly Fix[];
  /** Those of a set of which the note has too few. */
  readonly ofSet: (absent: readonly Stage[], context: RuleContext) => readonly Fix[];
}

/**
 * A required stage that nothing names, or a set of stages of which the note has too few. Where they are only counted, nothing
 * mends them.
 */
export function missingStage(mending?: StageMending): Rule {
  return {
    id: 'missing-stage',
    check(context) {
      const { missingStages } = context.gaps;
      const fitting = missingStages.length === 0 ? undefined : fittingFormat(context.note);
      if (fitting !== undefined) return [otherFormat(fitting, missingStages, context, mending)];
      const isOne = context.together && missingStages.length > 0 && mayBePartial(context.note);
      const single = isOne
        ? [togetherOf(missingStages, context, mending)]
        : missingStages.map(stage => findingOf(stage, context, mending));
      return [...single, ...setFindings(context, mending)];
    },
  };
}

/** The format that is taken for granted asks for none of what is written, which is well written by another one. */
function otherFormat(
  id: string,
  stages: readonly Stage[],
  context: RuleContext,
  mending: StageMending | undefined,
): Finding {
  const { note } = context;
  const format = note.context.protocols.get(id)?.protocol.title ?? id;
  return {
    message: message('problem.missing-stage.other-format', { format, id }),
    range: frontMatterRange(note),
    gap: true,
    maxSeverity: 'warning',
    fixes: () => mending?.ofAll(stages, context) ?? [],
  };
}

function setFindings(context: RuleContext, mending: StageMending | undefined): readonly Finding[] {
  const { note, gaps } = context;
  if (stageDemand(note) !== 'full') return [];
  return unmetStageSets(note, gaps).map(({ count, terms, absent }) => ({
    message: message('problem.missing-stage.of-set', {
      count,
      stages: terms.map(({ title }) => title),
      ...unitWords(note.protocol?.protocol),
    }),
    range: frontMatterRange(note),
    gap: true,
    fixes: () => mending?.ofSet(absent, context) ?? [],
  }));
}

/** All that is absent, as one question: the session may not have been about it. */
function togetherOf(
  stages: readonly Stage[],
  context: RuleContext,
  mending: StageMending | undefined,
): Finding {
  return {
    message: message('problem.missing-stage.together', { stages: stages.map(({ title }) => title) }),
    range: frontMatterRange(context.note),
    gap: true,
    // It asks; what is written is well written.
    maxSeverity: 'warning',
    fixes: () => mending?.ofAll(stages, context) ?? [],
  };
}

function findingOf(stage: Stage, context: RuleContext, mending: StageMending | undefined): Finding {
  const { note } = context;
  const { after } = stageInsertionPlace(note, stage);
  // In a transcript only a person can say where a stage began.
  const isTranscript = note.frontMatter.kind === 'transcript';
  return {
    message: message('problem.missing-stage', { stage: stage.title, ...unitWords(note.protocol?.protocol) }),
    range: after === undefined ? frontMatterRange(note) : markRange(after),
    stage: stage.id,
    gap: true,
    fixes: () => (isTranscript ? [] : (mending?.ofOne(stage, context) ?? [])),
    ...(isTranscript && { maxSeverity: 'info' }),
  };
}
