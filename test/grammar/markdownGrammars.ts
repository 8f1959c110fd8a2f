import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createRegistryFromGrammars } from 'vscode-tmgrammar-test/dist/common/index';
import { repositoryRoot } from '../../scripts/host/paths';
import type { ServerBuild } from '../../scripts/host/serverBuild';

/** One TextMate grammar as its JSON text. */
interface GrammarText {
  readonly scopeName: string;
  readonly content: string;
}

/** Markdown's scope name, which the tests tokenize by. */
export const markdown = 'text.html.markdown';

const ownScope = 'markdown.session-notes.injection';
const ownPath = join(repositoryRoot, 'syntaxes', 'session-notes.tmLanguage.json');

/** Markdown with and without this extension's colours, from the same grammars. */
export async function loadMarkdown(grammars: readonly GrammarText[]) {
  const own = { scopeName: ownScope, content: readFileSync(ownPath, 'utf8') };
  const plainRegistry = registryOf(grammars);
  const registry = registryOf(grammars, own);
  const [plain, coloured] = await Promise.all([
    plainRegistry.loadGrammar(markdown),
    registry.loadGrammar(markdown),
  ]);
  if (plain === null || coloured === null) throw new Error(`there is no grammar for ${markdown}`);
  return { registry, plain, coloured };
}

export type Grammar = Awaited<ReturnType<typeof loadMarkdown>>['plain'];

/** VS Code's Markdown and what it embeds in front matter and inline HTML, from the package tm-grammars. */
export function packagedGrammars(): readonly GrammarText[] {
  const require = createRequire(join(repositoryRoot, 'package.json'));
  const names = ['markdown', 'yaml', 'html', 'html-derivative'];
  return names.map(name => readGrammar(require.resolve(`tm-grammars/grammars/${name}.json`)));
}

/** The same from a build of VS Code. */
export function grammarsOfBuild(build: ServerBuild): readonly GrammarText[] {
  const extensions = join(dirname(dirname(build.entry)), 'extensions');
  return ['markdown-basics', 'yaml', 'html'].flatMap(extension => {
    const folder = join(extensions, extension, 'syntaxes');
    return readdirSync(folder).flatMap(file =>
      file.endsWith('.tmLanguage.json') ? [readGrammar(join(folder, file))] : [],
    );
  });
}

function readGrammar(path: string): GrammarText {
  const content = readFileSync(path, 'utf8');
  const grammar: unknown = JSON.parse(content);
  const isNamed = typeof grammar === 'object' && grammar !== null && 'scopeName' in grammar;
  if (!isNamed || typeof grammar.scopeName !== 'string') throw new Error(`${path} is no grammar`);
  return { scopeName: grammar.scopeName, content };
}

function registryOf(grammars: readonly GrammarText[], injection?: GrammarText) {
  const own = injection === undefined ? [] : [injection];
  const all = [...grammars, ...own];
  return createRegistryFromGrammars(
    [...all, ...standIns(all)].map(({ scopeName, content }) => ({
      grammar: {
        path: `${scopeName}.json`,
        scopeName,
        ...(scopeName === ownScope ? { injectTo: [markdown] } : {}),
      },
      content,
    })),
  );
}

/** Empty grammars for all that the given ones include: the languages of code fences do not matter here. */
function standIns(grammars: readonly GrammarText[]): readonly GrammarText[] {
  const known = new Set(grammars.map(grammar => grammar.scopeName));
  const included = grammars.flatMap(({ content }) =>
    [...content.matchAll(/"include":\s*"((?:source|text)\.[^"#]+)/g)].flatMap(([, scope]) => scope ?? []),
  );
  return [...new Set(included)]
    .filter(scope => !known.has(scope))
    .map(scopeName => ({ scopeName, content: JSON.stringify({ scopeName, patterns: [] }) }));
}
