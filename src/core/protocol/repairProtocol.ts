import { wrongParents } from './codeParents';
import type { Code, Protocol } from './schema';

/**
 * The protocol without what would mislead those who use it: of things with the same id all but the first, and
 * parents that cannot be followed.
 */
export function repairProtocol(protocol: Protocol): Protocol {
  const wrong = wrongParents([...protocol.stages.flatMap(stage => stage.techniques), ...protocol.codes]);
  const seen = new Set<string>();
  const sound = (codes: readonly Code[]): readonly Code[] =>
    unique(codes, seen).map(code => (wrong.has(code.id) ? { ...code, parent: undefined } : code));
  return {
    ...protocol,
    roles: unique(protocol.roles),
    fields: unique(protocol.fields).map(field => ({ ...field, choices: unique(field.choices) })),
    stages: unique(protocol.stages).map(stage => ({
      ...stage,
      sections: unique(stage.sections).map(section => ({ ...section, choices: unique(section.choices) })),
      goals: unique(stage.goals),
      techniques: sound(stage.techniques),
    })),
    codes: sound(protocol.codes),
  };
}

/** The things whose id is not in `seen`, to which it is added. */
function unique<Thing extends { readonly id: string }>(
  things: readonly Thing[],
  seen = new Set<string>(),
): readonly Thing[] {
  return things.filter(({ id }) => {
    const isNew = !seen.has(id);
    seen.add(id);
    return isNew;
  });
}
