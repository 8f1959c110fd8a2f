import assert from 'node:assert/strict';
import { folderWith, removeFolders, sessionNotes } from './commandRun';
import { completeNote } from './notes';

type Row = Readonly<Record<string, string>>;

/** Reads CSV by RFC 4180: an independent reader, for what the program writes. */
function readCsv(text: string): readonly Row[] {
  const records: string[][] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  let record: string[] = [];
  while (field.lastIndex < text.length) {
    const at = field.lastIndex;
    const match = field.exec(text);
    assert.ok(match, `no field at ${at}: ${text.slice(at, at + 40)}`);
    record.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] !== '\r\n') continue;
    records.push(record);
    record = [];
  }
  const [header = [], ...rows] = records;
  return rows.map(row => {
    assert.equal(row.length, header.length);
    return Object.fromEntries(header.map((name, at) => [name, row[at] ?? '']));
  });
}

function rowsOf(folder: string, ...args: readonly string[]): readonly Row[] {
  const { output, exitCode } = sessionNotes(folder, ['goals', '--format', 'csv', ...args]);
  assert.equal(exitCode, 0);
  return readCsv(output);
}

function pick(rows: readonly Row[], ...columns: readonly string[]): readonly (readonly string[])[] {
  return rows.map(row => columns.map(column => row[column] ?? '?'));
}

describe('session-notes goals as CSV', () => {
  after(removeFolders);

  it('has a row for each goal and session, with the status after it', () => {
    const folder = folderWith({
      'K/1.md': completeNote(
        { session: 1, date: '2026-01-07' },
        '- [ ] Sleep ^sleep [gas:: -1] [due:: 2026-02-01]\n',
      ),
      'K/2.md': completeNote(
        { session: 2, date: '2026-01-14' },
        '- [/] Sleep ^sleep\n- [ ] Eat\n- [?] Sleep ^sleep [gas:: +1]\n',
      ),
      'K/3.md': completeNote({ session: 3, date: '2026-01-21' }, '- [?] Sleep more ^sleep\n'),
    });
    assert.deepEqual(
      pick(rowsOf(folder), 'session', 'date', 'line', 'goal', 'status', 'gas', 'due', 'status_now'),
      [
        ['1', '2026-01-07', '9', 'Sleep more', 'open', '-1', '2026-02-01', 'in-progress'],
        ['2', '2026-01-14', '11', 'Sleep more', 'in-progress', '1', '2026-02-01', 'in-progress'],
        ['3', '2026-01-21', '9', 'Sleep more', 'in-progress', '', '2026-02-01', 'in-progress'],
        ['2', '2026-01-14', '10', 'Eat', 'open', '', '', 'open'],
      ],
    );
  });

  it('says nothing of the words of notes where others may read along: no goal, day, level or client', () => {
    const folder = folderWith({
      'K/1.md': completeNote({ session: 1 }, '- [ ] Sleep ^sleep [gas:: -1] [due:: 2026-02-01]\n'),
    });
    const args = ['goals', '--format', 'csv'];
    const rows = readCsv(sessionNotes(folder, args, { environment: { CI: 'true' } }).output);
    assert.deepEqual(pick(rows, 'id', 'status', 'goal', 'gas', 'due', 'role'), [
      ['sleep', 'open', '', '', '', ''],
    ]);
    const told = pick(rowsOf(folder), 'goal', 'gas', 'due');
    assert.deepEqual(told, [['Sleep', '-1', '2026-02-01']]);
  });

  it('has one for a session of which there are sync copies, and one without session for what is not started', () => {
    const note = completeNote({}, '- [ ] Sleep ^sleep\n');
    const folder = folderWith({ 'a.md': note, 'a copy.md': note });
    assert.equal(rowsOf(folder).length, 1);
    const waiting = rowsOf(folder, '--status', 'not-started');
    assert.equal(waiting.length, 8);
    assert.deepEqual(pick(waiting.slice(0, 1), 'session', 'file', 'status', 'process', 'role'), [
      ['', '', 'not-started', 'TRUE', 'counselor'],
    ]);
  });

  it('quotes what CSV would read otherwise, in UTF-8 with CRLF, and shows control characters', () => {
    const client = 'K, "1"';
    const folder = folderWith({
      'a.md': completeNote({ client: '\'K, "1"\'' }, '- [ ] Täglich, "gut" \u001b[31m; = 1 ^täglich\n'),
    });
    const { output } = sessionNotes(folder, ['goals', '--format', 'csv']);
    assert.ok(!output.startsWith('\ufeff'));
    assert.ok(output.endsWith('\r\n'));
    assert.doesNotMatch(output.replaceAll('\r\n', ''), /\p{Cc}/u);
    assert.deepEqual(pick(readCsv(output), 'client', 'goal', 'key'), [
      [client, 'Täglich, "gut" \\u001b[31m; = 1', '^täglich'],
    ]);
  });

  it('says of a case whether it is closed, and keeps its columns where nothing is listed', () => {
    const folder = folderWith({
      'a.md': completeNote({ extra: 'closed: resolved' }, '- [x] Sleep ^sleep\n'),
    });
    assert.deepEqual(
      pick(
        rowsOf(folder, '--status', 'all', 'a.md').filter(({ id }) => id === 'sleep'),
        'case_closed',
      ),
      [['TRUE']],
    );
    const { output } = sessionNotes(folderWith({}), ['goals', '--format', 'csv']);
    assert.match(output, /^client,session,date,.*\r\n$/);
  });
});
