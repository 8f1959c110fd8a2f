import { caseReadings, sectionKey } from '../../case/caseNote';
import { type Message, message, type Titles } from '../../message';
import type { Protocol } from '../../protocol/schema';
import { closedProtocols, closingPlace } from '../caseNotes';
import type { CaseContext, CaseFinding, CaseRule } from '../caseRule';

/**
 * What the format of a case that closes has the process do and no note of the case does: its own goals that nobody
 * touched, and the parts that it asks of the case.
 */
export const processLeftOut: CaseRule = {
  id: 'process-left-out',
  check(context) {
    return closedProtocols(context).flatMap(protocol => [
      ...told('problem.process-left-out', untouchedGoals(protocol, context), protocol, context),
      ...told('problem.process-left-out.parts', unsaidSections(protocol, context), protocol, context),
    ]);
  },
};

function untouchedGoals({ id, stages }: Protocol, { ofCase }: CaseContext): readonly Titles[] {
  const waiting = ofCase.goals.filter(({ status, protocol }) => status === 'not-started' && protocol === id);
  return stages.flatMap(stage =>
    stage.goals
      .filter(goal => waiting.some(each => each.stage === stage.id && each.protocolGoal === goal.id))
      .map(({ title }) => title),
  );
}

/** A stage that is not recorded at all is told of by another rule. */
function unsaidSections({ id, stages }: Protocol, { ofCase, record }: CaseContext): readonly Titles[] {
  const recorded = stages.filter(stage => ofCase.recordedStages.get(id)?.has(stage.id));
  const said = new Set(record.flatMap(caseReadings).flatMap(({ recordedSections }) => recordedSections));
  return recorded.flatMap(stage =>
    stage.sections
      .filter(section => section.required === 'case' && !said.has(sectionKey(stage, section)))
      .map(({ title }) => title),
  );
}

function told(
  key: 'problem.process-left-out' | 'problem.process-left-out.parts',
  titles: readonly Titles[],
  { id }: Protocol,
  { newest }: CaseContext,
): readonly CaseFinding[] {
  if (titles.length === 0) return [];
  const said: Message = message(key, { titles });
  return [{ note: newest, message: said, range: closingPlace(newest), protocol: id, gap: true }];
}
