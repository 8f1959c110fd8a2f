import { wrongParents } from './codeParents';
import type { AtLeast, Code, Protocol } from './schema';

/**
 * The protocol without what would mislead those who use it: of things with the same id all but the first,
 * and what refers to a thing that is not there or cannot be followed.
 */
export function repairProtocol(protocol: Protocol): Protocol {
  const wrong = wrongParents([...protocol.stages.flatMap(stage => stage.techniques), ...protocol.codes]);
  const seen = new Set<string>();
  const sound = (codes: readonly Code[]): readonly Code[] =>
    unique(codes, seen).map(code => (wrong.has(code.id) ? { ...code, parent: undefined } : code));
  return {
    ...protocol,
    roles: unique(protocol.roles),
    fields: unique(protocol.fields).map(field => ({
      ...field,
      requiredWith: field.requiredWith.filter(id => protocol.stages.some(stage => stage.id === id)),
      choices: unique(field.choices),
    })),
    measures: unique(protocol.measures).filter(({ min, max }) => min < max),
    atLeast: satisfiable(protocol.atLeast, protocol.stages),
    stages: unique(protocol.stages).map(stage => ({
      ...stage,
      sections: unique(stage.sections).map(section => ({ ...section, choices: unique(section.choices) })),
      goals: unique(stage.goals),
      techniques: sound(stage.techniques),
      atLeast: satisfiable(stage.atLeast, stage.sections),
    })),
    codes: sound(protocol.codes),
  };
}

/** The sets less the members that are not there; none asks for more than are left. */
function satisfiable(
  sets: readonly AtLeast[],
  things: readonly { readonly id: string }[],
): readonly AtLeast[] {
  return sets.flatMap(({ count, of }) => {
    const members = of.filter(id => things.some(thing => thing.id === id));
    return members.length === 0 ? [] : [{ count: Math.min(count, members.length), of: members }];
  });
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
