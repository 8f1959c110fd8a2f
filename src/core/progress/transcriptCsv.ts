import { type CsvOptions, type CsvValue, csvText } from '../text/csv';
import type { TranscriptProfile } from './transcriptProfile';

const header = ['transcript', 'rater', 'stage', 'measure', 'key', 'value'];

/**
 * The profile of a transcript as CSV, a row for each number: in each stage how many turns there are (`turns`), how many
 * words each role says (`words`) and how often each code is applied (`code`). An empty stage is none; so is an empty
 * role.
 */
export function transcriptCsv(
  file: string,
  { rater, roles, stages, codes }: TranscriptProfile,
  options?: CsvOptions,
): string {
  const rows = stages.flatMap(({ stage, turns, words }, at) => {
    const row = (measure: string, key: string | undefined, value: number): readonly CsvValue[] => [
      file,
      rater,
      stage,
      measure,
      key,
      value,
    ];
    return [
      row('turns', undefined, turns),
      ...roles.map(({ role }, index) => row('words', role, words[index] ?? 0)),
      ...codes.map(({ code, counts }) => row('code', code, counts[at] ?? 0)),
    ];
  });
  return csvText([header, ...rows], options);
}
