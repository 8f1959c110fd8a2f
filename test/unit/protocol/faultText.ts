import type { YamlFault } from '../../../src/core/yaml/parseYaml';

/** A fault as `message key, its arguments, the text that it marks`, for comparison in tests. */
export type FaultText = readonly [key: string, args: Readonly<Record<string, unknown>>, marked: string];

/** The faults of a text in this form. */
export function faultTexts(text: string, faults: readonly YamlFault[]): readonly FaultText[] {
  return faults.map(({ range, message }) => [
    message.key,
    message.args ?? {},
    text.slice(range.start, range.end),
  ]);
}
