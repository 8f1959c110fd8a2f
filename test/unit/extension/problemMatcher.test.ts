import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { sessionNotes } from '../cli/commandRun';

interface Pattern {
  readonly regexp: string;
  readonly file?: number;
  readonly line?: number;
  readonly column?: number;
  readonly severity?: number;
  readonly code?: number;
  readonly message?: number;
  readonly loop?: boolean;
}

/** A problem as the command line gives it to programs. */
interface Reported {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly severity: string;
  readonly rule: string;
  readonly message: string;
}

interface Found {
  readonly file: string;
  readonly line: string;
  readonly column: string;
  readonly severity: string;
  readonly code: string;
  readonly message: string;
}

const { contributes } = JSON.parse(readFileSync('package.json', 'utf8'));
const [matcher] = contributes.problemMatchers;
const [fileLine, problemLine]: readonly [Pattern, Pattern] = matcher.pattern;

/** What VS Code reads from an output by the two patterns of the matcher, of which the second one goes on. */
function problemsIn(output: string): readonly Found[] {
  const found: Found[] = [];
  let file: string | undefined;
  for (const line of output.split('\n')) {
    const problem = new RegExp(problemLine.regexp).exec(line);
    if (file !== undefined && problem !== null) {
      const part = (of: number | undefined): string => problem[of ?? -1] ?? '';
      found.push({
        file,
        line: part(problemLine.line),
        column: part(problemLine.column),
        severity: part(problemLine.severity),
        code: part(problemLine.code),
        message: part(problemLine.message),
      });
    } else {
      file = new RegExp(fileLine.regexp).exec(line)?.[fileLine.file ?? -1];
    }
  }
  return found;
}

describe('the problem matcher $session-notes', () => {
  for (const folder of ['examples', 'test/fixtures/notes', 'test/fixtures/transcripts/coded']) {
    it(`reads every problem that session-notes check says of ${folder}, and nothing else`, () => {
      for (const args of [[], ['--quote']]) {
        const json = sessionNotes('.', ['check', folder, '--format', 'json', '--language', 'en', ...args]);
        const { problems }: { readonly problems: readonly Reported[] } = JSON.parse(json.output);
        assert.ok(problems.length > 3);
        const text = sessionNotes('.', ['check', folder, '--language', 'en', ...args]);
        const found = problemsIn(text.output);
        assert.deepEqual(
          found.map(({ message, ...where }) => where),
          problems.map(({ file, line, column, severity, rule }) => ({
            file,
            line: String(line),
            column: String(column),
            severity,
            code: rule,
          })),
        );
        // Behind it stand the words that it is about, where they are asked for, and what it is related to.
        assert.deepEqual(
          problems.filter(({ message }, at) => !found[at]?.message.startsWith(message)),
          [],
        );
      }
    });
  }

  it('reads the same problems in Indonesian', () => {
    const places = ['id', 'en'].map(language => {
      const { output } = sessionNotes('.', ['check', 'test/fixtures/notes', '--language', language]);
      return problemsIn(output).map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`);
    });
    assert.deepEqual(places[0], places[1]);
  });
});
