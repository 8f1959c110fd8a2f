import assert from 'node:assert/strict';
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { unzipSync } from 'fflate';

const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'));
const vsix = resolve(`${name}-${version}.vsix`);
const tarball = resolve(`${name}-${version}.tgz`);

/** An import of more than types; in parentheses the name of the package, without what is imported of it. */
const imported = /^import (?!type )[^;]*?from '((?:@[\w-]+\/)?[\w-]+(?:\.[\w-]+)*)(?:\/[^']*)?';$/gm;

describe('the packages', () => {
  let folder = '';
  let first: readonly string[] = [];

  before(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'session-notes-package-')));
    pack('UTC');
    first = [vsix, tarball].map(digest);
    writeFileSync(join(folder, 'note.session.md'), '---\nprotocol: four-stage\n---\n\n## Opening\n');
    npm('install', '--offline', '--no-audit', '--no-fund', tarball);
  });

  after(() => rmSync(folder, { recursive: true, force: true }));

  it('for npm runs in an empty folder, installed without a network', () => {
    const run = npm('exec', '--offline', '--', name, 'check', '--format', 'json');
    assert.equal(run.status, 1, run.stderr);
    const { notes, problems } = JSON.parse(run.stdout);
    assert.equal(notes, 1);
    assert.ok(problems.some(({ rule }: { rule: string }) => rule === 'missing-stage'));
    assert.equal(npm('exec', '--offline', '--', name, '--version').stdout.trim(), version);
  });

  it('for npm brings one file of code, and no other package', () => {
    const installed = join(folder, 'node_modules');
    assert.deepEqual(readdirSync(installed).filter(isShown), [name]);
    assert.deepEqual(readdirSync(join(installed, name)).sort(), [
      'LICENSE',
      'README.md',
      'ThirdPartyNotices.txt',
      'cli.js',
      'package.json',
    ]);
    const manifest = JSON.parse(readFileSync(join(installed, name, 'package.json'), 'utf8'));
    assert.deepEqual(
      Object.keys(manifest).filter(key => /dependencies|scripts|private/i.test(key)),
      [],
    );
  });

  it('give the license of each package that is imported', () => {
    const ofVsix = Buffer.from(unzipSync(readFileSync(vsix))['extension/dist/ThirdPartyNotices.txt'] ?? []);
    const ofNpm = readFileSync(join(folder, 'node_modules', name, 'ThirdPartyNotices.txt'));
    const lacking = (notices: Buffer, sources: readonly string[]) =>
      importedBy(sources).filter(each => !notices.toString('utf8').includes(`\n${each} `));
    assert.deepEqual(lacking(ofVsix, ['src/core', 'src/l10n', 'src/extension', 'src/webview']), []);
    assert.deepEqual(lacking(ofNpm, ['src/core', 'src/l10n', 'src/cli']), []);
  });

  it('are the same bytes when they are made again, elsewhere', () => {
    pack('Asia/Jakarta');
    assert.deepEqual([vsix, tarball].map(digest), first);
  });

  function pack(timeZone: string): void {
    const run = spawn('tsx', ['scripts/package.mts'], process.cwd(), { TZ: timeZone });
    assert.equal(run.status, 0, `${run.stdout}${run.stderr}`);
  }

  function npm(...args: readonly string[]): SpawnSyncReturns<string> {
    return spawn('npm', args, folder);
  }
});

function spawn(
  command: string,
  args: readonly string[],
  cwd: string,
  more: NodeJS.ProcessEnv = {},
): SpawnSyncReturns<string> {
  // What a surrounding "npm run" says of its own package would be taken for this one's.
  const env = Object.fromEntries(Object.entries(process.env).filter(([key]) => !key.startsWith('npm_')));
  return spawnSync(command, args, {
    cwd,
    env: { ...env, ...more },
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
}

function digest(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

function isShown(file: string): boolean {
  return !file.startsWith('.');
}

/** The names of the packages whose code the files of the folders use. */
function importedBy(folders: readonly string[]): readonly string[] {
  const sources = folders
    .flatMap(folder =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(file => join(folder, file)),
    )
    .filter(file => file.endsWith('.ts'))
    .map(file => readFileSync(file, 'utf8'));
  const names = sources.flatMap(source => [...source.matchAll(imported)].map(([, found = '']) => found));
  return [...new Set(names)].filter(found => found !== 'vscode').sort();
}
