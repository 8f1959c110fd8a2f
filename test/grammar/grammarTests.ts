import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { describeFailure, HostFailure } from '../../scripts/host/failure';
import { repositoryRoot } from '../../scripts/host/paths';
import { stderrProgress } from '../../scripts/host/progress';
import { ensureServerBuild, isServerVersion, serverVersions } from '../../scripts/host/serverBuild';
import { sampleFailures } from './annotatedSample';
import { grammarsOfBuild, loadMarkdown, packagedGrammars } from './markdownGrammars';
import {
  frontMatterDifferences,
  goalsWithoutColour,
  hasProtocolLine,
  kindKeysWithoutColour,
  phrasesWithoutColour,
  statusesWithoutColour,
  tokenDifferences,
} from './promises';

/** A promise, and where it is broken. */
interface TestResult {
  readonly name: string;
  readonly failures: readonly string[];
}

type Markdown = Awaited<ReturnType<typeof loadMarkdown>>;

/**
 * Runs the annotated samples and tests the promises about every Markdown file of the repository. `--vscode 1.139.1`
 * takes Markdown's grammar from that build of VS Code, not from the package tm-grammars. The last line printed is
 * `N passed, N failed`.
 *
 * @returns the exit code: 0 if every test passed and there was at least one
 */
export async function runGrammarTests(args: readonly string[]): Promise<number> {
  const results = await allResults(args);
  for (const { name, failures } of results) {
    console.log([`${failures.length === 0 ? 'ok    ' : 'FAILED'} ${name}`, ...failures].join('\n         '));
  }
  const failed = results.filter(result => result.failures.length > 0).length;
  console.log(`\n${results.length - failed} passed, ${failed} failed`);
  return failed > 0 || results.length === 0 ? 1 : 0;
}

async function allResults(args: readonly string[]): Promise<readonly TestResult[]> {
  try {
    const grammars = await loadMarkdown(await chosenGrammars(args));
    return [...(await sampleResults(grammars)), ...wordResults(grammars), ...fileResults(grammars)];
  } catch (error) {
    return [{ name: 'the grammars load', failures: [describeFailure(error)] }];
  }
}

async function chosenGrammars(args: readonly string[]) {
  const { vscode } = parseArgs({ args: [...args], options: { vscode: { type: 'string' } } }).values;
  if (vscode === undefined) return packagedGrammars();
  if (isServerVersion(vscode)) return grammarsOfBuild(await ensureServerBuild(vscode, stderrProgress()));
  throw new HostFailure(
    `VS Code ${vscode} is not among the builds.`,
    `Choose one of ${serverVersions.join(', ')}.`,
  );
}

function sampleResults({ registry }: Markdown): Promise<readonly TestResult[]> {
  const folder = join(repositoryRoot, 'test', 'grammar', 'samples');
  return Promise.all(
    markdownFiles(folder).map(async path => {
      const { promise, failures } = await sampleFailures(registry, readFileSync(path, 'utf8'));
      return { name: `${promise} (${nameOf(path)})`, failures };
    }),
  );
}

/** Whether the grammar knows what the program knows. */
function wordResults({ coloured }: Markdown): readonly TestResult[] {
  return [
    {
      name: 'each status of a goal is coloured',
      failures: statusesWithoutColour(coloured),
    },
    { name: 'each phrase for what was not addressed is coloured', failures: phrasesWithoutColour(coloured) },
    { name: 'each key that means `kind` makes a transcript', failures: kindKeysWithoutColour(coloured) },
  ];
}

function fileResults({ plain, coloured }: Markdown): readonly TestResult[] {
  const folders = ['examples', 'docs', 'test/fixtures'].map(folder => join(repositoryRoot, folder));
  const files = [...folders.flatMap(markdownFiles), join(repositoryRoot, 'README.md')];
  return files.flatMap(path => {
    const text = readFileSync(path, 'utf8');
    const result = (promise: string, failures: readonly string[]): TestResult => ({
      name: `${nameOf(path)} ${promise}`,
      failures,
    });
    if (!hasProtocolLine(text)) {
      return [result('is coloured as Markdown alone', tokenDifferences(plain, coloured, text))];
    }
    return [
      result('keeps the colours of its front matter', frontMatterDifferences(plain, coloured, text)),
      result('shows the status of each goal', goalsWithoutColour(coloured, text)),
    ];
  });
}

function markdownFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.md'))
    .sort()
    .map(path => join(folder, path));
}

function nameOf(path: string): string {
  return relative(repositoryRoot, path).replaceAll('\\', '/');
}
