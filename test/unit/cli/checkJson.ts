import { sessionNotes } from './commandRun';

/** What `check` puts out as JSON, as far as the tests look at it. */
export interface Report {
  readonly files: number;
  readonly notes: number;
  readonly drafts: number;
  readonly errors: number;
  readonly warnings: number;
  readonly problems: readonly {
    readonly file: string;
    readonly rule: string;
    readonly line: number;
    readonly message: string;
  }[];
}

/** Runs `check` in `folder` and reads its report. */
export function checkJson(
  folder: string,
  ...args: readonly string[]
): Report & { readonly exitCode: number } {
  const { exitCode, output } = sessionNotes(folder, ['check', '--format', 'json', ...args]);
  return { exitCode, ...JSON.parse(output) };
}

/** Where which rule flagged something, `file:line rule`. */
export function places({ problems }: Report): readonly string[] {
  return problems.map(({ file, line, rule }) => `${file}:${line} ${rule}`);
}
