import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { packedFiles } from '../../../scripts/packable';
import { formats } from '../../../src/cli/formats/formats';
import { exportFormats } from '../../../src/core/exchange/exporters/exportTranscripts';
import { commands } from '../../../src/extension/contributions/commands';
import { settings } from '../../../src/extension/contributions/settings';
import { views } from '../../../src/extension/contributions/views';
import { textIn } from '../../../src/l10n/catalogue';
import { linksOf, pageAt, pages } from './pages';

const index = 'docs/README.md';
/** Pages for those who change the program; CONTRIBUTING.md links to them. */
const forMaintainers = /^docs\/(?:architecture\.md|glossary\.md|decisions\/)/;
/** The commands of the command line: each has a help of its own. */
const commandNames = Object.keys(JSON.parse(readFileSync('l10n/bundle.l10n.json', 'utf8'))).flatMap(
  key => /^cli\.help\.(\w+)$/.exec(key)?.[1] ?? [],
);
const written = (path: string) => pages.has(path) && path.startsWith('docs/');
const linked = [...new Set(linksOf(index).map(({ path }) => path))].filter(written);
const handWritten = linked.filter(path => !pageAt(path).includes('Written by `npm run generate`'));

function areNamed(names: readonly string[], paths: readonly string[]): void {
  const text = paths.map(pageAt).join('\n');
  assert.deepEqual(
    names.filter(name => !text.includes(name)),
    [],
  );
}

describe('the documentation', () => {
  it('has an index that leads to every page for users, those on rules by their own list', () => {
    const reached = new Set([index, ...linked, ...linksOf('docs/rules/README.md').map(({ path }) => path)]);
    const users = [...pages.keys()].filter(path => written(path) && !forMaintainers.test(path));
    assert.ok(users.length > 50);
    assert.deepEqual(
      users.filter(path => !reached.has(path)),
      [],
    );
  });

  it('has an index in Indonesian that leads on, too', () => {
    assert.ok(linksOf(index).some(({ path }) => path === 'docs/README.id.md'));
    assert.ok(new Set(linksOf('docs/README.id.md').map(({ path }) => path)).size > 15);
  });

  it('names every command, setting and view, in both languages, and the rest in the words of a page of its own', () => {
    areNamed(Object.keys(commands), linked);
    areNamed(
      Object.values(commands).flatMap(({ title }) => Object.values(title)),
      linked,
    );
    areNamed(Object.keys(settings), linked);
    const names = Object.values(views).map(({ name }) => `*${textIn('en', name)}*`);
    areNamed(names, handWritten);
    areNamed(
      Object.values(views).map(({ name }) => `*${textIn('id', name)}*`),
      ['docs/README.id.md', ...handWritten],
    );
  });

  it('names every command of the command line, and everything that it writes', () => {
    assert.ok(commandNames.length >= 10);
    const page = ['docs/command-line.md'];
    areNamed(
      commandNames.map(name => `| \`${name}\` |`),
      page,
    );
    areNamed(
      Object.keys(formats).map(name => `- **${name}**`),
      page,
    );
    const text = pageAt('docs/command-line.md').toLowerCase().replaceAll(' lines', 'l');
    const names: Readonly<Record<string, string>> = { vtt: 'webvtt' };
    for (const format of [...exportFormats, 'fhir'])
      assert.ok(text.includes(names[format] ?? format), format);
  });

  it('comes with the extension, with all that it links to', async () => {
    const packed = new Set(await packedFiles('.'));
    const users = [...pages.keys()].filter(path => written(path) && !forMaintainers.test(path));
    const needed = [...users, ...users.flatMap(linksOf).map(({ path }) => path)];
    const isPacked = (path: string) =>
      packed.has(path) || (path.endsWith('/') && [...packed].some(each => each.startsWith(path)));
    assert.deepEqual(
      [...new Set(needed)].filter(path => !isPacked(path)),
      [],
    );
  });
});
