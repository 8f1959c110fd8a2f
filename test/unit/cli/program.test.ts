import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { yamlReaders } from '../../../scripts/bundle/yamlReaders';
import { run } from '../../../src/cli/run';
import type { Terminal } from '../../../src/cli/terminal';
import { folderWith, removeFolders, sessionNotes } from './commandRun';
import { completeNote, noteWithoutStage } from './notes';

const commands = [
  ...['agree', 'blind', 'check', 'correct', 'export', 'goals', 'import', 'new', 'passages', 'protocols'],
];

describe('the program', () => {
  let program = '';

  before(async () => {
    program = join(folderWith({}), 'cli.js');
    await build({
      entryPoints: ['src/cli/main.ts'],
      outfile: program,
      bundle: true,
      platform: 'node',
      plugins: [yamlReaders],
    });
  });
  after(removeFolders);

  it('says so and ends as what could not run where its output cannot be written', () => {
    const folder = folderWith({ 'a.md': completeNote() });
    const onlyRead = openSync(join(folder, 'a.md'), 'r');
    const { status, stderr } = spawnSync(process.execPath, [program, 'check'], {
      cwd: folder,
      stdio: ['ignore', onlyRead, 'pipe'],
      encoding: 'utf8',
    });
    closeSync(onlyRead);
    assert.deepEqual([status, stderr], [2, 'The output could not be written.\n']);
  });

  it('runs as a process: report on standard output, exit code of the check', () => {
    const folder = folderWith({ 'a.md': noteWithoutStage() });
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'check'], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'id_ID.UTF-8' },
    });
    assert.equal(status, 1);
    assert.match(stdout, /a\.md\n.*missing-stage.*\n\nCatatan: 1/);
    assert.equal(stderr, '');
  });

  it('writes nothing to standard output when it cannot run', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, 'check', 'nowhere'], {
      cwd: folderWith({}),
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C' },
    });
    assert.equal(status, 2);
    assert.equal(stdout, '');
    assert.equal(stderr, 'There is no file or folder “nowhere”.\n');
  });

  it('ends quietly when the reader of its output goes away', async () => {
    const names = Array.from({ length: 300 }, (_, at) => `${at}-${'x'.repeat(200)}.md`);
    const folder = folderWith(Object.fromEntries(names.map(name => [name, noteWithoutStage()])));
    const child = spawn(process.execPath, [program, 'check', '--format', 'json'], { cwd: folder });
    child.stdout.destroy();
    let errors = '';
    child.stderr.on('data', chunk => {
      errors += String(chunk);
    });
    const [status] = await once(child, 'close');
    assert.equal(errors, '');
    assert.equal(status, 1);
  });

  for (const language of ['en', 'id']) {
    it(`explains itself and its commands (${language})`, () => {
      for (const command of [[], ...commands.map(name => [name])]) {
        const { exitCode, output, errors } = sessionNotes('/', [
          ...command,
          '--help',
          '--language',
          language,
        ]);
        assert.equal(exitCode, 0);
        assert.match(output, new RegExp(`session-notes ${command[0] ?? '<'}`));
        assert.equal(errors, '');
        assert.ok(output.split('\n').every(line => line.length <= 80));
      }
    });
  }

  it('names every option in its help', () => {
    const { output } = sessionNotes('/', ['check', '-h']);
    const named = ['format', 'fix', 'scaffold', 'max-warnings', 'counselor', 'protocol', 'quote', 'language'];
    for (const option of named) assert.match(output, new RegExp(`--${option}\\b`));
  });

  it('tells its version', () => {
    assert.match(sessionNotes('/', ['--version']).output, /^\d+\.\d+\.\d+\n$/);
  });

  it('answers an error of its own with exit code 2 and where it arose, not with words that it may hold', () => {
    const written: string[] = [];
    const terminal: Terminal = {
      directory: folderWith({ 'a.md': completeNote() }),
      environment: {},
      output: { isTerminal: false, write: text => void written.push(text) },
      errors: {
        get isTerminal(): boolean {
          throw new TypeError('words of a note');
        },
        write: text => void written.push(text),
      },
    };
    assert.equal(run(['check'], terminal), 2);
    assert.match(written.join(''), /^Something went wrong.*\nTypeError\n +at /);
    assert.doesNotMatch(written.join(''), /words of a note/);
  });

  it('shows progress to a person who waits, and clears it', () => {
    const folder = folderWith({ 'a.md': completeNote(), 'b.md': completeNote() });
    const { now } = Date;
    let time = 0;
    Date.now = () => {
      time += 1000;
      return time;
    };
    try {
      assert.equal(
        sessionNotes(folder, ['check'], { isTerminal: true }).errors,
        '\rNotes: 1 …\rNotes: 2 …\r\u001b[K',
      );
      assert.equal(sessionNotes(folder, ['check']).errors, '');
    } finally {
      Date.now = now;
    }
  });
});
