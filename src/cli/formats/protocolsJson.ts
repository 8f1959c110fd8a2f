import { termsOf } from '../../core/protocol/codebook';
import type { Protocol, Section, Stage } from '../../core/protocol/schema';
import { safeJson } from '../terminal';

/** A protocol that notes may name. */
export interface ListedProtocol {
  readonly protocol: Protocol;
  /** Its file, relative to the working directory with `/`; undefined for one that comes with the program. */
  readonly file: string | undefined;
}

/** The protocols with what each needs as JSON, for programs. */
export function formatProtocolsJson(listed: readonly ListedProtocol[]): string {
  return `${safeJson({ protocols: listed.map(fieldsOf) }, 2)}\n`;
}

function fieldsOf({ protocol, file }: ListedProtocol): object {
  const { id, version, title, source, scope, kind, order, rules, atLeast, stages } = protocol;
  return {
    id,
    ...(version !== undefined && { version: String(version) }),
    title,
    languages: Object.keys(title),
    ...(file === undefined ? { builtin: true } : { builtin: false, file }),
    ...(source !== undefined && { source }),
    scope,
    kind,
    order,
    rules,
    fields: protocol.fields.map(({ id: field, type, required, requiredWith }) => ({
      id: field,
      type,
      required,
      requiredWith,
    })),
    stages: stages.map(stageOf),
    atLeast,
    codes: termsOf(protocol).map(code => code.id),
  };
}

function stageOf({ id, title, required, repeatable, minLength, sections, atLeast, goals }: Stage): object {
  return {
    id,
    title,
    required,
    repeatable,
    ...(minLength !== undefined && { minLength }),
    sections: sections.map(sectionOf),
    atLeast,
    goals: goals.map(goal => goal.id),
  };
}

function sectionOf({ id, title, required, repeatable, minLength, tracks, choices }: Section): object {
  return {
    id,
    title,
    required,
    repeatable,
    ...(minLength !== undefined && { minLength }),
    tracks,
    choices: choices.map(choice => choice.id),
  };
}
