import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith, removeFolders, sessionNotes, snapshot } from './commandRun';

function copy(rater: string, turn: string, id = 't-1'): string {
  const front = ['protocol: four-stage', 'kind: transcript', `transcript: ${id}`, `coder: ${rater}`];
  return ['---', ...front, 'speakers: { K1: counselor }', '---', '', `**K1:** ${turn}`, ''].join('\r\n');
}

describe('session-notes correct', () => {
  after(removeFolders);

  it('gives copies the words of another, and leaves their codes and line ends', () => {
    const folder = folderWith({
      'a.md': copy('RA', 'Saya kalut di sana #empathy'),
      'b.md': copy('JT', 'Saya {==takut==}{>>#trust ya<<} di sana #openness'),
    });
    const { exitCode, output, errors } = sessionNotes(folder, ['correct', 'b.md', '--like', 'a.md']);
    assert.deepEqual([exitCode, output, errors], [0, 'b.md: turns corrected: 1\n', '']);
    const text = readFileSync(join(folder, 'b.md'), 'utf8');
    assert.ok(text.includes('**K1:** Saya {==kalut==}{>>#trust ya<<} di sana #openness\r\n'), text);
    assert.match(text, /\r\ncorrections: \[turn 1 on \d{4}-\d\d-\d\d\]\r\n/);
  });

  it('writes nothing where a copy is of another transcript, and names the file without its words', () => {
    const folder = folderWith({
      'a.md': copy('RA', 'Saya kalut di sana'),
      'b.md': copy('JT', 'Lain sekali', 't-2'),
      'c.md': '# No transcript\n',
    });
    const before = snapshot(folder);
    const { exitCode, output, errors } = sessionNotes(folder, ['correct', 'b.md', 'c.md', '--like', 'a.md']);
    assert.deepEqual([exitCode, output], [1, '']);
    assert.match(errors, /^b\.md: Nothing was written: both files must have the same transcript: id\.\n$/);
    assert.deepEqual(snapshot(folder), before);
  });

  it('does not run without copies, a source, or with a folder of several as the source', () => {
    const folder = folderWith({ 'a.md': copy('RA', 'Ya'), 'b.md': copy('JT', 'Ya') });
    const runs = [['a.md'], ['--like', 'a.md'], ['a.md', '--like', '.'], ['a.md', '--like', 'a.md']];
    assert.deepEqual(
      runs.map(args => sessionNotes(folder, ['correct', ...args]).exitCode),
      [2, 2, 2, 2],
    );
  });
});
