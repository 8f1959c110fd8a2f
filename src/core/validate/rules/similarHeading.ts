import { message } from '../../message';
import { commentsIn } from '../../note/comments';
import type { NearMiss } from '../../note/note';
import type { RuleId } from '../../ruleIds';
import type { TextRange } from '../../text/textRange';
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
    fixes: [spelling ? renaming(nearMiss, context) : makingHeading(nearMiss, context)],
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

function renaming({ near: { title }, range }: NearMiss, context: RuleContext): Fix {
  return {
    title: message('fix.rename-heading', { title }),
    safety: 'safe',
    edits: [{ range, newText: withComments(title, range, context) }],
  };
}

function makingHeading({ near: { title }, range, level }: NearMiss, context: RuleContext): Fix {
  return {
    title: message('fix.make-heading', { title }),
    safety: 'safe',
    edits: [{ range, newText: `${'#'.repeat(level)} ${withComments(title, range, context)}` }],
  };
}

/** A comment that the user wrote beside the title stays there. */
function withComments(title: string, range: TextRange, { note }: RuleContext): string {
  return [title, ...commentsIn(note.outline.text, range)].join(' ');
}
