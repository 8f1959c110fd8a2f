import { insertStage, stageInsertionPlace } from '../../change/insertion';
import { message } from '../../message';
import { frontMatterRange, markRange, stageDemand } from '../../note/note';
import type { Stage } from '../../protocol/schema';
import type { Fix } from '../problem';
import type { Finding, Rule, RuleContext } from '../rule';
import { unmetStageSets } from '../unmetSets';

/** A required stage that no heading names, or a set of stages of which the note has too few. */
export const missingStage: Rule = {
  id: 'missing-stage',
  check(context) {
    return [...context.gaps.missingStages.map(stage => findingOf(stage, context)), ...setFindings(context)];
  },
};

function setFindings({ note, gaps, language }: RuleContext): readonly Finding[] {
  if (stageDemand(note) !== 'full') return [];
  return unmetStageSets(note, gaps).map(({ count, terms, absent }) => ({
    message: message('problem.missing-stage.of-set', { count, stages: terms.map(({ title }) => title) }),
    range: frontMatterRange(note),
    gap: true,
    fixes: absent.map(stage => insertion(stage, note, language)),
  }));
}

function findingOf(stage: Stage, { note, language }: RuleContext): Finding {
  const { after } = stageInsertionPlace(note, stage);
  // In a transcript only a person can say where a stage began.
  const isTranscript = note.frontMatter.kind === 'transcript';
  return {
    message: message('problem.missing-stage', { stage: stage.title }),
    range: after === undefined ? frontMatterRange(note) : markRange(after),
    stage: stage.id,
    gap: true,
    fixes: isTranscript ? [] : [insertion(stage, note, language)],
    ...(isTranscript && { maxSeverity: 'info' }),
  };
}

function insertion(stage: Stage, note: RuleContext['note'], language: string): Fix {
  const { edits, caret } = insertStage(note, stage, language);
  const title = message('fix.insert-stage', { stage: stage.title });
  return { title, safety: 'suggestion', edits, caret };
}
