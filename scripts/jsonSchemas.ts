import { type JsonSchema, toJsonSchema } from '@valibot/to-json-schema';
import { configSchema } from '../src/core/config/configSchema';
import { protocolParts, protocolSchema } from '../src/core/protocol/schema';
import { sharedPartNames } from '../src/core/protocol/sharedParts';
import { isRuleId } from '../src/core/ruleIds';
import { textIn } from '../src/l10n/catalogue';

const DRAFT = 'http://json-schema.org/draft-07/schema#';

/** The published JSON Schemas, as the texts of their files in `schemas/`, by file name. */
export function jsonSchemaFiles(): ReadonlyMap<string, string> {
  return new Map([
    ['protocol.schema.json', textOf(protocolJsonSchema())],
    ['config.schema.json', textOf(configJsonSchema())],
  ]);
}

function textOf(schema: JsonSchema): string {
  return `${JSON.stringify(schema, null, 2)}\n`;
}

function configJsonSchema(): JsonSchema {
  const schema = toJsonSchema(configSchema, { typeMode: 'input', ignoreActions: ['check'] });
  return {
    $schema: DRAFT,
    $id: idOf('config'),
    title: 'Session Notes configuration',
    ...withRuleTexts(schema),
  };
}

/** What other programs may call a schema: a name, as there is no address that will always be its. */
function idOf(schema: string): string {
  return `urn:session-notes:schema:${schema}`;
}

/** The schema with what each rule finds. */
function withRuleTexts(schema: JsonSchema): JsonSchema {
  const { rules } = schema.properties ?? {};
  if (typeof rules !== 'object' || rules.properties === undefined) return schema;
  const properties = Object.entries(rules.properties).map(([rule, level]) => [
    rule,
    typeof level === 'object' && isRuleId(rule)
      ? { description: textIn('en', `rule.${rule}`), ...level }
      : level,
  ]);
  const described = { ...rules, properties: Object.fromEntries(properties) };
  return { ...schema, properties: { ...schema.properties, rules: described } };
}

/**
 * A protocol that `extends` another names what it changes and leaves the rest out, which the schema of one file
 * cannot look up: it asks for ids, and the loader for titles, once the whole has been put together.
 */
function protocolJsonSchema(): JsonSchema {
  const { $defs, ...schema } = toJsonSchema(protocolSchema, {
    typeMode: 'input',
    ignoreActions: ['trim', 'finite'],
    definitions: protocolParts,
    overrideRef: ({ referenceId }) => `#/definitions/${referenceId}`,
  });
  const definitions = Object.entries($defs ?? {}).map(([name, part]) => [
    name,
    typeof part === 'boolean' ? part : withInclusion(name, withoutRequiredTitle(part)),
  ]);
  return {
    $schema: DRAFT,
    $id: idOf('protocol'),
    title: 'Session Notes protocol',
    ...withoutRequiredTitle(schema),
    anyOf: [{ required: ['title'] }, { required: ['extends'] }],
    definitions: Object.fromEntries(definitions),
  };
}

/** The lists that shared parts may stand in hold these. */
const includable: ReadonlySet<string> = new Set(['stage', 'field', 'measure']);

/** In place of a stage, a field or a measure, a part may be included that several protocols share. */
function withInclusion(name: string, schema: JsonSchema): JsonSchema {
  if (!includable.has(name)) return schema;
  const { required: _, ...rest } = schema;
  const include = {
    enum: [...sharedPartNames],
    description: 'A part that several protocols share, which stands here.',
  } satisfies JsonSchema;
  return {
    ...rest,
    properties: { ...schema.properties, include },
    anyOf: [{ required: ['id'] }, { required: ['include'] }],
  };
}

function withoutRequiredTitle(schema: JsonSchema): JsonSchema {
  const { required, ...rest } = schema;
  return required ? { ...rest, required: required.filter(key => key !== 'title' && key !== 'max') } : schema;
}
