import assert from 'node:assert/strict';
import { join } from 'node:path';
import { checkJson, places } from './checkJson';
import { folderWith, removeFolders, sessionNotes } from './commandRun';
import { completeNote, type NoteFields } from './notes';

const goal = '- [ ] Speak up once a week ^speak\n';

/** A note of this session of C-007, a day for each session. */
function note(session: number, goals = '', fields: NoteFields = {}): string {
  return completeNote({ session, date: `2026-02-0${session}`, ...fields }, goals);
}

describe('session-notes check over cases', () => {
  after(removeFolders);

  it('finds what shows only beside other notes', () => {
    const folder = folderWith({
      'a/1.md': note(1, goal),
      'a/2.md': note(2, ''),
      'b/1.md': note(1, goal, { client: 'K-014' }),
      'b/1 (copy).md': note(1, goal, { client: 'K-014' }),
      'b/3.md': note(3, goal, { client: 'K-014', extra: 'closed: resolved' }),
    });
    const report = checkJson(folder);
    assert.deepEqual(places(report), [
      'a/2.md:8 goal-forgotten',
      'b/1.md:1 sync-copy',
      'b/3.md:4 session-sequence',
      'b/3.md:7 closed-with-open-goals',
      'b/3.md:7 process-left-out',
      'b/3.md:7 process-left-out',
      ...['relationship', 'exploration', 'closing'].map(() => 'b/3.md:7 stage-never-recorded'),
    ]);
    assert.deepEqual([report.exitCode, report.errors, report.warnings], [0, 0, 0]);
    const problem = report.problems.find(({ rule }) => rule === 'goal-forgotten');
    assert.deepEqual(problem, {
      file: 'a/2.md',
      rule: 'goal-forgotten',
      severity: 'info',
      message:
        'An open goal of the session before (a/1.md, line 9) is not mentioned here. Carry it over, or say what became of it.',
      line: 8,
      column: 4,
      endLine: 8,
      endColumn: 37,
      protocol: 'four-stage',
      stage: 'planning',
    });
  });

  it('reads all notes of the root for the cases, and reports on those named alone', () => {
    const folder = folderWith({
      '.session-notes/config.yaml': '',
      'a/1.md': note(1, goal),
      'b/2.md': note(2),
      'b/5.md': note(5, goal, { client: 'K-014' }),
      'c/1.md': note(1, goal, { client: 'K-014' }),
      'c/latin.md': Buffer.from(note(9, '', { client: 'Ren\xe9' }), 'latin1'),
    });
    const report = checkJson(folder, 'b');
    assert.deepEqual(places(report), ['b/2.md:8 goal-forgotten', 'b/5.md:4 session-sequence']);
    assert.deepEqual([report.files, report.notes], [2, 2]);
    assert.deepEqual(places(checkJson(folder, 'a')), []);
    assert.deepEqual(places(checkJson(join(folder, 'b'), '.')), [
      '2.md:8 goal-forgotten',
      '5.md:4 session-sequence',
    ]);
  });

  it('keeps the cases of one root apart from those of another', () => {
    const folder = folderWith({
      '.session-notes/config.yaml': '',
      '1.md': note(1, goal),
      'other/.session-notes/config.yaml': 'rules: { session-sequence: off }\n',
      'other/2.md': note(2),
      'other/5.md': note(5),
    });
    assert.deepEqual(places(checkJson(folder)), []);
  });

  it('reads the notes of other counselors, too, and reports on those of the one asked for', () => {
    const folder = folderWith({
      '1.md': note(1, goal, { extra: 'counselor: RA' }),
      '2.md': note(2, '', { extra: 'counselor: JT' }),
      '4.md': note(4, '', { extra: 'counselor: RA' }),
    });
    assert.deepEqual(places(checkJson(folder, '--counselor', 'JT')), []);
    assert.deepEqual(places(checkJson(folder, '--counselor', 'RA')), ['4.md:4 session-sequence']);
  });

  it('judges cases by what --fix has made of the notes', () => {
    const wrong = note(1, '', { date: '4 February 2026' });
    const folder = folderWith({ '1.md': wrong, '2.md': note(2) });
    assert.deepEqual(places(checkJson(folder)), ['1.md:5 invalid-field']);
    assert.deepEqual(places(checkJson(folder, '--fix')), ['2.md:5 session-sequence']);
  });

  it('does as comments and the configuration say', () => {
    const silenced = note(2).replace('## ', '<!-- session-notes-disable-next-line goal-forgotten -->\n## ');
    assert.deepEqual(places(checkJson(folderWith({ '1.md': note(1, goal), '2.md': silenced }))), []);
    const strict = folderWith({
      '.session-notes/config.yaml': 'rules: { goal-forgotten: error }\n',
      '1.md': note(1, goal),
      '2.md': note(2),
    });
    assert.equal(checkJson(strict).exitCode, 1);
  });

  it('shows the other places in text and SARIF, and quotes lines only when asked', () => {
    const folder = folderWith({ 'a/1.md': note(1, goal), 'a/2.md': note(2) });
    const run = (...args: readonly string[]): string => sessionNotes(folder, ['check', ...args]).output;
    assert.match(run(), / {2}→ a\/1\.md:9:7 Last mentioned here\n/);
    assert.doesNotMatch(run(), /\| ##/);
    assert.match(run('--quote'), / \| ## Planning how to solve the problem(?: |\n)/);
    const [result] = JSON.parse(run('--format', 'sarif')).runs[0].results;
    assert.deepEqual(result.relatedLocations, [
      {
        physicalLocation: {
          artifactLocation: { uri: 'a/1.md', uriBaseId: '%SRCROOT%' },
          region: { startLine: 9, startColumn: 7, endLine: 9, endColumn: 34 },
        },
        message: { text: 'Last mentioned here' },
      },
    ]);
    for (const format of ['text', 'json', 'sarif', 'github', 'junit']) {
      assert.doesNotMatch(run('--format', format), /Speak up/);
    }
  });
});
