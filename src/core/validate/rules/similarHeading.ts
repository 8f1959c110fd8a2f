import { message } from '../../message';
import type { NearMiss } from '../../note/note';
import type { RuleId } from '../../ruleIds';
import type { Fix } from '../problem';
import type { Finding, Rule, RuleContext } from '../rule';

/** A heading that nearly names a stage or section, or a paragraph that is only its title. */
export const similarHeading: Rule = {
  id: 'similar-heading',
  check(context) {
    return context.gaps.nearMisses.map(nearMiss => findingOf(nearMiss, context));
  },
};

function findingOf(nearMiss: NearMiss, context: RuleContext): Finding {
  const { term, title } = nearMiss.near;
  const severityOf = missedRule(nearMiss, context);
  const spelling = nearMiss.kind === 'spelling';
  return {
    message: message(spelling ? 'problem.similar-heading' : 'problem.similar-heading.paragraph', { title }),
    range: nearMiss.range,
    stage: term.stage.id,
    ...(term.kind === 'section' && { section: term.section.id }),
    ...(severityOf !== undefined && { severityOf }),
    gap: true,
    fixes: [spelling ? renaming(nearMiss) : makingHeading(nearMiss)],
  };
}

/** The rule that would report the gap; none where nothing is asked for that the heading could be. */
function missedRule({ near: { term } }: NearMiss, { note, gaps }: RuleContext): RuleId | undefined {
  if (term.kind === 'stage') {
    const { id, required } = term.stage;
    const isAsked = note.protocol?.protocol.scope === 'session' && note.coveredStages.includes(id);
    return required && isAsked ? 'missing-stage' : undefined;
  }
  const isOpened = gaps.openedStages.some(({ stage }) => stage.id === term.stage.id);
  return term.section.required && isOpened ? 'missing-section' : undefined;
}

function renaming({ near: { title }, range }: NearMiss): Fix {
  return {
    title: message('fix.rename-heading', { title }),
    safety: 'safe',
    edits: [{ range, newText: title }],
  };
}

function makingHeading({ near: { title }, range, level }: NearMiss): Fix {
  return {
    title: message('fix.make-heading', { title }),
    safety: 'safe',
    edits: [{ range, newText: `${'#'.repeat(level)} ${title}` }],
  };
}
