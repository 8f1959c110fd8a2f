import { parseGrammarTestCase, runGrammarTestCase } from 'vscode-tmgrammar-test/dist/unit/index';

type Registry = Parameters<typeof runGrammarTestCase>[0];

/** What an annotated sample promises, and the places where the grammar breaks it. */
export interface SampleResult {
  readonly promise: string;
  readonly failures: readonly string[];
}

/** Runs a sample in the format of vscode-tmgrammar-test; the description in its first line is the promise. */
export async function sampleFailures(registry: Registry, text: string): Promise<SampleResult> {
  const sample = parseGrammarTestCase(text);
  const promise = sample.metadata.description;
  if (sample.assertions.length === 0) return { promise, failures: ['asserts nothing'] };
  const failures = await runGrammarTestCase(registry, sample);
  return {
    promise,
    failures: failures.map(failure => {
      const place = `line ${failure.line + 1}, ${failure.start}-${failure.end}`;
      const missing = failure.missing.length > 0 ? ` lacks ${failure.missing.join(' ')}` : '';
      const unexpected = failure.unexpected.length > 0 ? ` has ${failure.unexpected.join(' ')}` : '';
      return `${place}:${missing}${unexpected} in ${failure.actual.join(' ')}`;
    }),
  };
}
