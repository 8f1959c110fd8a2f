import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Corpus } from './targets';

const folders = [
  'examples',
  'test/fixtures/notes',
  'test/fixtures/builtins',
  'test/fixtures/transcripts',
  'test/fuzz/corpus',
];
const importEndings: readonly string[] = [
  ...['vtt', 'srt', 'sbv', 'cha', 'eaf', 'exb', 'textgrid', 'csv', 'json', 'rtf', 'html', 'txt', 'qdc'],
];
const longest = 20_000;

/** What is fuzzed begins with: examples, fixtures, the formats that come with the program, and what once broke it. */
export function readCorpus(): Corpus {
  const files = folders.flatMap(filesIn).filter(([, text]) => text.length <= longest);
  const ending = (path: string): string => path.slice(path.lastIndexOf('.') + 1).toLowerCase();
  const texts = (...endings: readonly string[]): readonly string[] =>
    files.filter(([path]) => endings.includes(ending(path))).map(([, text]) => text);
  return {
    notes: texts('md'),
    formats: [...filesIn('protocols'), ...filesIn('test/fixtures/protocols')].map(([, text]) => text),
    configurations: [
      'rules: { missing-stage: warning }\n',
      'files: ["**/*.md"]\nexclude: ["a/**"]\n',
      'protocols: { "a/**": soap }\nlanguage: id\n',
    ],
    imports: files.flatMap(([path, text]) =>
      importEndings.includes(ending(path)) ? [[ending(path), text] as const] : [],
    ),
  };
}

function filesIn(folder: string): readonly (readonly [path: string, text: string])[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort()
    .map(path => [path, readFileSync(path, 'utf8')] as const);
}
