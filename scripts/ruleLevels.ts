import { defaultSeverities, type RuleId, rulesOnRequest } from '../src/core/ruleIds';
import type { Wording } from '../src/extension/contributions/commandEntry';

/** Whether a rule is off unless a note format asks for it. */
export function isOnRequest(rule: RuleId): boolean {
  return rulesOnRequest.some(asked => asked === rule);
}

/** How strictly a rule is taken where nothing is set, in words. */
export function usualLevel(rule: RuleId): Wording {
  const level = `\`${defaultSeverities[rule]}\``;
  return isOnRequest(rule)
    ? {
        en: `Where nothing is set, it is off; where a note format asks for it, ${level}.`,
        id: `Bila tidak diatur, aturan ini mati; bila format catatan memintanya, ${level}.`,
      }
    : { en: `Where nothing is set: ${level}.`, id: `Bila tidak diatur: ${level}.` };
}
