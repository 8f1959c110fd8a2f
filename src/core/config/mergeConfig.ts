import type { Config } from './config';

/** `base` with what each of `layers` says, a later one over an earlier one; `rules` are joined rule by rule. */
export function mergeConfig(base: Config, ...layers: readonly Partial<Config>[]): Config {
  let merged = base;
  for (const layer of layers) merged = { ...merged, ...layer, rules: { ...merged.rules, ...layer.rules } };
  return merged;
}
