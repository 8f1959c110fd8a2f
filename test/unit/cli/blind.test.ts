import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith, removeFolders, sessionNotes, snapshot } from './commandRun';

function version(rater: string, code: string): string {
  const front = [
    'protocol: four-stage',
    'kind: transcript',
    'client: K-014',
    'session: 3',
    'date: 2026-03-12',
  ];
  const own = ['transcript: K-014-3', `coder: ${rater}`, 'group: treatment', 'speakers: { Rina: counselor }'];
  return ['---', ...front, ...own, '---', '# K-014', '', `**Rina:** What brings you here? ${code}`, ''].join(
    '\n',
  );
}

function practice(): string {
  return folderWith({
    '.session-notes/config.yaml': 'blind: [group]\n',
    'notes/K-014-3.RA.md': version('RA', '#empathy'),
    'notes/K-014-3.JT.md': version('JT', '#trust'),
  });
}

describe('session-notes blind', () => {
  after(removeFolders);

  it('makes copies that tell nothing of the session, with a key, and can be compared', () => {
    const folder = practice();
    const before = snapshot(join(folder, 'notes'));
    const args = ['blind', 'notes', '--out', 'blinded', '--key', 'private/key.csv'];
    const { exitCode, output, errors } = sessionNotes(folder, args);
    assert.equal(exitCode, 0, errors);
    const names = readdirSync(join(folder, 'blinded')).sort();
    assert.deepEqual(
      output.trim().split('\n').sort(),
      names.map(name => `blinded/${name}`),
    );
    const texts = names.map(name => readFileSync(join(folder, 'blinded', name), 'utf8'));
    for (const text of [...names, ...texts])
      assert.doesNotMatch(text, /K-014|Rina|treatment|2026|session:/, text);
    const key = readFileSync(join(folder, 'private/key.csv'), 'utf8').trim().split(/\r?\n/);
    const originals = texts.map(text => (text.includes('coder: JT') ? 'K-014-3.JT.md' : 'K-014-3.RA.md'));
    assert.deepEqual(
      key.slice(1).sort(),
      names.map((name, at) => `${name},notes/${originals[at]}`),
    );
    assert.match(errors, /fields 4, comments 0, headings and paragraphs outside the turns 1\./);
    assert.deepEqual(snapshot(join(folder, 'notes')), before);
    const compared = sessionNotes(folder, ['agree', 'blinded', '--format', 'json', '--quote']);
    assert.equal(compared.exitCode, 0, compared.errors);
    assert.deepEqual(JSON.parse(compared.output).raters, ['JT', 'RA']);
  });

  it('asks where the key goes, and overwrites neither a key nor a copy', () => {
    const folder = practice();
    assert.equal(sessionNotes(folder, ['blind', 'notes', '--out', 'blinded']).exitCode, 2);
    const args = ['blind', 'notes', '--out', 'blinded', '--key'];
    assert.equal(sessionNotes(folder, [...args, 'key.csv']).exitCode, 0);
    const before = snapshot(folder);
    assert.equal(sessionNotes(folder, [...args, 'key.csv']).exitCode, 2);
    assert.deepEqual(snapshot(folder), before);
    const again = sessionNotes(folder, [...args, 'other.csv']);
    assert.deepEqual([again.exitCode, again.output], [1, '']);
    const copies = [...before].filter(([file]) => file.includes('blinded'));
    assert.deepEqual(
      [...snapshot(folder)].filter(([file]) => file.includes('blinded')),
      copies,
    );
  });
});
