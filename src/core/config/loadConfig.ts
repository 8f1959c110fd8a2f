import type * as v from 'valibot';
import { message } from '../message';
import { isRuleId } from '../ruleIds';
import type { YamlFault } from '../yaml/parseYaml';
import { readYaml } from '../yaml/readYaml';
import { validateNode } from '../yaml/validateNode';
import { type Config, type RuleLevel, type Stated, statedOf } from './config';
import { configSchema } from './configSchema';

/** The longest configuration file that is read, in UTF-16 code units. */
const MAX_LENGTH = 64 * 1024;

/** A configuration file, read. */
interface LoadedConfig {
  /** What the file says, without what is wrong in it. */
  readonly config: Partial<Config>;
  /** In the order of the text. */
  readonly faults: readonly YamlFault[];
}

/** Loads the YAML text of `.session-notes/config.yaml`; an empty one says nothing. Never throws. */
export function loadConfig(text: string): LoadedConfig {
  const { root, faults } = readYaml(text, MAX_LENGTH);
  if (!root) return { config: {}, faults };
  if (root.kind !== 'map') {
    return { config: {}, faults: [{ range: root.range, message: message('schema.expected-map') }] };
  }
  const { output, faults: wrong } = validateNode(root, configSchema);
  const all = [...faults, ...wrong].sort((a, b) => a.range.start - b.range.start);
  return {
    config: output ? configOf(output) : {},
    faults: all.map(({ range, message: said }) => ({ range, message: said })),
  };
}

function configOf(output: v.InferOutput<typeof configSchema>): Partial<Config> {
  const { rules, files, exclude, defaultProtocol, protocols, language, fileName } = output;
  const { goalIds, items, prompts, ownHeadings, blind, require, ask } = output;
  const stated: Stated = {
    rules: rules && levelsOf(rules),
    files,
    exclude,
    defaultProtocol,
    protocols: protocols && Object.entries(protocols),
    language,
    fileName,
    goalIds,
    'goals.outside': output['goals.outside'],
    items,
    prompts,
    ownHeadings,
    blind,
    require,
    ask,
  };
  return statedOf(stated);
}

function levelsOf(rules: Readonly<Record<string, RuleLevel | undefined>>): Config['rules'] {
  const levels: Partial<Record<keyof Config['rules'], RuleLevel>> = {};
  for (const [rule, level] of Object.entries(rules)) {
    if (isRuleId(rule) && level !== undefined) levels[rule] = level;
  }
  return levels;
}
