import assert from 'node:assert/strict';
import { join } from 'node:path';
import { folderWith, removeFolders, sessionNotes } from './commandRun';
import { completeNote } from './notes';

/** Two clients: one over two sessions, whose goals are achieved, moved on and new; one with a closed case. */
function practice(): string {
  const counselor = 'counselor: RA';
  return folderWith({
    'C-007/1.md': completeNote(
      { session: 1, date: '2026-01-07', extra: counselor },
      '- [ ] Speak in front of the class ^speak [due:: 2026-03-01] [gas:: -1]\n- [ ] Sleep before eleven\n',
    ),
    'C-007/2.md': completeNote(
      { session: 2, date: '2026-01-14', extra: 'counselor: JT' },
      '- [/] Speak in front of the class ^speak [gas:: 1]\n- [x] Sleep before eleven\n- [h] Join the choir\n',
    ),
    'K-021/1.md': completeNote(
      { client: 'K-021', session: 1, extra: `${counselor}\nclosed: referred` },
      '- [-] Change class [gas:: 1]\n',
    ),
  });
}

interface Listed {
  readonly cases: readonly {
    readonly client: string;
    readonly goals: readonly { readonly text: string; readonly status: string }[];
  }[];
}

function goalsJson(folder: string, ...args: readonly string[]): Listed {
  return JSON.parse(sessionNotes(folder, ['goals', '--format', 'json', ...args]).output);
}

function listed(folder: string, ...args: readonly string[]): readonly string[] {
  return goalsJson(folder, ...args).cases.flatMap(({ client, goals }) => [
    client,
    ...goals.map(({ text, status }) => `  ${status}: ${text}`),
  ]);
}

describe('session-notes goals', () => {
  after(removeFolders);

  it('lists what is open by client', () => {
    assert.deepEqual(listed(practice()), [
      'C-007',
      '  in-progress: Speak in front of the class',
      '  on-hold: Join the choir',
      'K-021',
    ]);
  });

  it('gives all that is known of a case and a goal', () => {
    const [first, second] = JSON.parse(sessionNotes(practice(), ['goals', '--format', 'json']).output).cases;
    assert.deepEqual(first.goals[0], {
      key: '^speak',
      id: 'speak',
      text: 'Speak in front of the class',
      protocol: 'four-stage',
      stage: 'planning',
      kind: 'goal',
      process: false,
      status: 'in-progress',
      due: '2026-03-01',
      gas: 1,
      opened: { file: 'C-007/1.md', line: 10, session: 1, date: '2026-01-07' },
      last: { file: 'C-007/2.md', line: 10, session: 2, date: '2026-01-14' },
      touched: { file: 'C-007/2.md', line: 10, session: 2, date: '2026-01-14' },
      mentions: 2,
    });
    const { goals: _, ...rest } = first;
    assert.deepEqual(rest, {
      client: 'C-007',
      protocols: ['four-stage'],
      sessions: 2,
      closed: false,
      gas: { t: 60, goals: 1 },
    });
    assert.equal(second.closed, true);
    assert.deepEqual(second.gas, { t: 60, goals: 1 });
  });

  it('lists by status, all of them where asked', () => {
    const folder = practice();
    assert.deepEqual(listed(folder, '--status', 'achieved'), [
      'C-007',
      '  achieved: Sleep before eleven',
      'K-021',
    ]);
    const all = listed(folder, '--status', 'all');
    assert.ok(all.includes('  dropped: Change class'));
    // The planning stage is recorded, so the process goals of the stage before it are due.
    assert.ok(all.some(line => line.startsWith('  not-started: ')));
  });

  it('lists one client, however it is spelt', () => {
    assert.deepEqual(listed(practice(), '--client', ' k-021'), ['K-021']);
  });

  it("lists the clients of the counselor that a case's latest note names", () => {
    assert.deepEqual(listed(practice(), '--counselor', 'ra'), ['K-021']);
    assert.deepEqual(listed(practice(), '--counselor', 'JT')[0], 'C-007');
  });

  it('lists the cases of the paths named, made of all their notes', () => {
    const [only, ...others] = goalsJson(practice(), 'C-007/1.md').cases;
    assert.equal(only?.client, 'C-007');
    assert.deepEqual(
      only?.goals.map(({ status }) => status),
      ['in-progress', 'on-hold'],
    );
    assert.deepEqual(others, []);
  });

  it('keeps the cases of different roots apart, each with all its notes', () => {
    const goal = '- [ ] Sleep ^sleep\n';
    const folder = folderWith({
      'north/.session-notes/config.yaml': '',
      'north/a.md': completeNote({ session: 1 }, goal),
      'north/old/b.md': completeNote({ session: 2 }, '- [x] Sleep ^sleep\n'),
      'south/.session-notes/config.yaml': '',
      'south/a.md': completeNote({ session: 1 }, goal),
    });
    assert.deepEqual(listed(folder, '--status', 'achieved', 'north/a.md', 'south'), [
      'C-007',
      '  achieved: Sleep',
      'C-007',
    ]);
  });

  it('tells a client who has no notes from a folder without notes', () => {
    const asked = sessionNotes(practice(), ['goals', '--client', 'nobody']);
    assert.match(asked.output, /check --client/);
    assert.match(
      sessionNotes(folderWith({}), ['goals', '--client', 'nobody']).output,
      /No session notes found/,
    );
  });

  it('lists notes without a client last', () => {
    const folder = folderWith({
      'a.md': completeNote({ client: '' }, '- [ ] Sleep\n'),
      'b.md': completeNote({ client: 'Z-1' }),
    });
    assert.deepEqual(
      goalsJson(folder).cases.map(({ client }) => client),
      ['Z-1', ''],
    );
  });

  it('writes for a person by client and stage, with no control character of a note', () => {
    const folder = folderWith({
      'a.md': completeNote({}, '- [/] Sleep \u001b[31mearly [due:: 2026-03-01]\n'),
    });
    const { output, exitCode } = sessionNotes(folder, ['goals']);
    assert.equal(exitCode, 0);
    assert.equal(
      output,
      [
        'C-007  sessions: 1 · open: 1 · process goals: 0/8',
        '  Planning how to solve the problem',
        '    Sleep \\u001b[31mearly  In progress · due 2026-03-01 · a.md:9',
        '',
      ].join('\n'),
    );
  });

  it('writes for a person in Indonesian', () => {
    const { output } = sessionNotes(practice(), ['goals', '--language', 'id']);
    assert.match(output, /sesi: 2 · terbuka: 2/);
    assert.match(output, /Perencanaan pemecahan masalah/);
  });

  it('tells which notes it could not read, and that the answer is not whole', () => {
    const folder = practice();
    const broken = Buffer.from(completeNote({ client: 'Ren\xe9' }), 'latin1');
    const { exitCode, errors, output } = sessionNotes(
      folderWith({ 'a.md': broken, 'b.md': completeNote() }),
      ['goals', '--format=json'],
    );
    assert.equal(exitCode, 1);
    assert.match(errors, /Not read: a\.md: The file is not text/);
    assert.equal(JSON.parse(output).cases.length, 1);
    assert.equal(sessionNotes(join(folder, 'K-021'), ['goals']).exitCode, 0);
  });

  for (const args of [['--format', 'xml'], ['--status', 'finished'], ['nowhere'], ['--fix']]) {
    it(`cannot run with ${args.join(' ')}`, () => {
      const { exitCode, output, errors } = sessionNotes(practice(), ['goals', ...args]);
      assert.equal(exitCode, 2);
      assert.equal(output, '');
      assert.notEqual(errors, '');
    });
  }
});
