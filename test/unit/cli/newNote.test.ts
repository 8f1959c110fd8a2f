import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asNobody, folderWith, removeFolders, sessionNotes, snapshot } from './commandRun';
import { completeNote } from './notes';

const march = ['--date', '2026-03-12'];

/** A client with two sessions, the goals of which go on. */
function practice(): string {
  return folderWith({
    '.session-notes/config.yaml': '',
    'C-007/1.md': completeNote({ session: 1, extra: 'counselor: JT' }, '- [ ] Sleep before eleven\n'),
    'C-007/2.md': completeNote(
      { session: 2, extra: 'counselor: RA' },
      '- [/] Speak in front of the class ^speak [due:: 2026-03-01]\n',
    ),
    'K-021/1.md': completeNote({ client: 'K-021', session: 1 }),
  });
}

function textOf(folder: string, path: string): string {
  return readFileSync(join(folder, path), 'utf8');
}

describe('session-notes new', () => {
  after(removeFolders);

  it("writes the draft of a client's next session, prints its path, and touches no other file", () => {
    const folder = practice();
    const before = snapshot(folder);
    const { exitCode, output, errors } = sessionNotes(folder, ['new', '--client', 'c-007', ...march]);
    assert.deepEqual([exitCode, errors], [0, '']);
    assert.equal(output, 'C-007/2026-03-12-session-3.session.md\n');
    const text = textOf(folder, output.trim());
    assert.ok(
      text.startsWith(`---
protocol: four-stage
client: C-007
session: 3
date: 2026-03-12
counselor: RA
stages: [planning, closing]
status: draft
---
# Session 3

## Planning how to solve the problem

- [>] Sleep before eleven ^cnlvym
- [>] Speak in front of the class [due:: 2026-03-01] ^speak

### Best-fitting solution
`),
      text,
    );
    const after = snapshot(folder);
    for (const [file, state] of before) {
      if (!file.endsWith('C-007')) assert.equal(after.get(file), state, file);
    }
    assert.equal(after.size, before.size + 1);
  });

  it('asks a person for what was not said: client, day and stages, and the format only where nobody said any', () => {
    const folder = practice();
    const typed = ['c-007', '', '12 Maret 2026', 'closing'];
    const known = sessionNotes(folder, ['new', '--language', 'en'], { typed });
    assert.equal(known.output, 'C-007/2026-03-12-session-3.session.md\n');
    assert.match(known.errors, /C-007: 2 sessions, open goals: 2\. Is it this client\?/);
    assert.doesNotMatch(known.errors, /Note format/);
    assert.match(textOf(folder, known.output.trim()), /\nstages: \[closing\]\n/);

    const fresh = sessionNotes(folder, ['new', ...march], { typed: ['', 'nonsense', 'SOAP', ''] });
    assert.equal(fresh.output, 'C-008/2026-03-12-session-1.session.md\n');
    assert.match(textOf(folder, fresh.output.trim()), /^---\nprotocol: soap\n/);
  });

  it('makes nobody a new client by a slip of the pen, and nothing where a question is left', () => {
    const folder = practice();
    const typed = ['C-0007', '', 'C-007', 'y', '', ''];
    assert.match(sessionNotes(folder, ['new'], { typed }).output, /^C-007\//);
    const before = snapshot(folder);
    const { exitCode, output } = sessionNotes(folder, ['new'], { typed: ['C-008', 'y', 'today'] });
    assert.deepEqual([exitCode, output], [2, '']);
    assert.deepEqual(snapshot(folder), before);
  });

  it('asks for whom a format is that was asked for, and keeps it there: it is not asked for again', () => {
    const folder = practice();
    const typed = (range: string): readonly string[] => ['', 'soap', '7', range];
    const everyones = sessionNotes(folder, ['new', ...march], { typed: typed('2') });
    // Without a place for what is one's own, that is not among the choices.
    assert.match(everyones.errors, /\n {2}1 This client \(.*\)\n {2}2 Everyone in this folder \(/);
    assert.match(everyones.errors, /Written to \.session-notes\/config\.yaml\./);
    assert.equal(textOf(folder, '.session-notes/config.yaml'), 'defaultProtocol: soap\n');
    const next = sessionNotes(folder, ['new', ...march], { typed: [''] });
    assert.doesNotMatch(next.errors, /Note format/);
    assert.match(textOf(folder, next.output.trim()), /^---\nprotocol: soap\n/);
  });

  it('keeps a format for my new notes outside the notes, where what the folder says goes before it', () => {
    const folder = practice();
    const own = folderWith({ 'readme.txt': '' });
    const environment = { XDG_CONFIG_HOME: own };
    const mine = { environment, typed: ['', 'soap', '2'] };
    assert.equal(sessionNotes(folder, ['new', ...march], mine).exitCode, 0);
    assert.equal(textOf(own, 'session-notes/config.yaml'), 'defaultProtocol: soap\n');
    assert.equal(textOf(folder, '.session-notes/config.yaml'), '');
    const next = sessionNotes(folder, ['new', ...march], { environment, typed: [''] });
    assert.match(textOf(folder, next.output.trim()), /^---\nprotocol: soap\n/);
    writeFileSync(join(folder, '.session-notes/config.yaml'), 'defaultProtocol: dap\n');
    const other = sessionNotes(folder, ['new', ...march], { environment, typed: [''] });
    assert.match(textOf(folder, other.output.trim()), /^---\nprotocol: dap\n/);
  });

  it('asks which of more than five open goals go on, by their numbers, and takes all where nobody is asked', () => {
    const goals = ['one', 'two', 'three', 'four', 'five', 'six'].map(name => `- [ ] Goal ${name} ^${name}\n`);
    const folder = folderWith({
      '.session-notes/config.yaml': '',
      'C-007/1.md': completeNote({ session: 1 }, goals.join('')),
    });
    const args = ['new', '--client', 'C-007', ...march];
    const carriedBy = (typed: readonly string[] | undefined): readonly string[] => {
      const { output } = sessionNotes(folder, args, typed && { typed });
      return [...textOf(folder, output.trim()).matchAll(/- \[>\] Goal (\w+)/g)].map(([, name = '']) => name);
    };
    const asked = sessionNotes(folder, args, { typed: ['', '9', '6, 2'] });
    assert.match(asked.errors, /Open goals and actions \(6\):\n {2}1 Goal one\n/);
    assert.deepEqual(
      [...textOf(folder, asked.output.trim()).matchAll(/- \[>\] Goal (\w+)/g)].map(([, name]) => name),
      ['two', 'six'],
    );
    assert.deepEqual(carriedBy(['', '-']), []);
    assert.equal(carriedBy(undefined).length, 6);
  });

  it('is a note that check takes, with gaps shown as those of a draft', () => {
    const folder = practice();
    const { output } = sessionNotes(folder, ['new', '--client', 'C-007', ...march]);
    const checked = JSON.parse(sessionNotes(folder, ['check', '--format', 'json', output.trim()]).output);
    assert.deepEqual([checked.notes, checked.drafts, checked.errors, checked.warnings], [1, 1, 0, 0]);
    const rules = checked.problems.map(({ rule }: { readonly rule: string }) => rule);
    assert.ok(rules.includes('empty-stage'));
  });

  it('begins a new case with the first two stages, for the client as written', () => {
    const folder = folderWith({});
    const { output } = sessionNotes(folder, ['new', '--client', '014', '--counselor', 'R: A', ...march]);
    assert.equal(output, '014/2026-03-12-session-1.session.md\n');
    const text = textOf(folder, output.trim());
    assert.match(text, /\nclient: "014"\nsession: 1\ndate: 2026-03-12\ncounselor: "R: A"\n/);
    assert.match(text, /\nstages: \[relationship, exploration\]\n/);
  });

  it('takes stages by id or title, in the order of the protocol', () => {
    const folder = practice();
    const args = ['new', '--client', 'C-007', '--stages', 'Terminasi, relationship', ...march];
    const text = textOf(folder, sessionNotes(folder, args).output.trim());
    assert.match(text, /\nstages: \[relationship, closing\]\n/);
    assert.doesNotMatch(text, /Sleep/);
  });

  it('records that the client did not come', () => {
    const folder = practice();
    const { output } = sessionNotes(folder, ['new', '--client', 'C-007', '--no-show', ...march]);
    assert.match(
      textOf(folder, output.trim()),
      /\nattendance: no-show\nstatus: draft\n---\n# Session 3\n\n\n$/,
    );
  });

  it('is of today unless told otherwise', () => {
    const folder = folderWith({});
    const days = [new Date()];
    const { output } = sessionNotes(folder, ['new', '--client', 'A']);
    days.push(new Date());
    const local = days.map(
      day => `${day.getFullYear()}-${`0${day.getMonth() + 1}`.slice(-2)}-${`0${day.getDate()}`.slice(-2)}`,
    );
    assert.ok(
      local.some(date => output === `A/${date}-session-1.session.md\n`),
      output,
    );
  });

  it('is in the language asked for, else in that of the notes of the case, else in that of messages', () => {
    const folder = practice();
    const heading = (...args: readonly string[]) => {
      const { output } = sessionNotes(folder, ['new', ...march, '--stages', 'planning', ...args], {
        environment: { LANG: 'id_ID.UTF-8' },
      });
      return /^## .*$/m.exec(textOf(folder, output.trim()))?.[0];
    };
    assert.equal(heading('--client', 'C-007'), '## Planning how to solve the problem');
    assert.equal(heading('--client', 'C-007', '--language', 'id'), '## Perencanaan pemecahan masalah');
    assert.equal(heading('--client', 'X-1'), '## Perencanaan pemecahan masalah');
  });

  it('never overwrites: a name that is taken, in upper or lower case, gets a number', () => {
    const folder = practice();
    const taken = {
      '.session-notes/config.yaml': 'fileName: "{date}.session.md"\n',
      '2026-03-12.SESSION.md': 'mine',
      'out/2026-03-12.session.md': 'mine too',
    };
    const other = folderWith(taken);
    const made = [0, 1].map(() => sessionNotes(other, ['new', '--client', 'A', ...march]).output.trim());
    assert.deepEqual(made, ['2026-03-12-2.session.md', '2026-03-12-3.session.md']);
    assert.equal(textOf(other, '2026-03-12.SESSION.md'), 'mine');
    assert.match(textOf(other, made[1] ?? ''), /\nsession: 2\n/);
    const { output } = sessionNotes(other, ['new', '--client', 'A', '--dir', 'out', ...march]);
    assert.equal(output, 'out/2026-03-12-2.session.md\n');
    assert.ok(existsSync(folder));
  });

  it('makes the folder that it is to go to, and reads the case in the workspace around it', () => {
    const folder = practice();
    const { output } = sessionNotes(join(folder, 'K-021'), [
      ...['new', '--client', 'C-007', '--dir', '../new/deep', ...march],
    ]);
    assert.equal(output, '../new/deep/C-007/2026-03-12-session-3.session.md\n');
    assert.match(textOf(folder, 'new/deep/C-007/2026-03-12-session-3.session.md'), /\^speak/);
    const away = join(folderWith({}), 'a/b');
    sessionNotes(folder, ['new', '--client', 'C-007', '--dir', away, ...march]);
    assert.deepEqual(readdirSync(join(away, 'C-007')), ['2026-03-12-session-1.session.md']);
  });

  it('stays in its folder, whatever the client is called', () => {
    const folder = folderWith({ 'in/.session-notes/config.yaml': '' });
    const { output, exitCode } = sessionNotes(join(folder, 'in'), [
      ...['new', '--client=../../x\u001b[31m', ...march],
    ]);
    assert.equal(exitCode, 0);
    assert.equal(output, '-..-x[31m/2026-03-12-session-1.session.md\n');
    assert.deepEqual(readdirSync(folder), ['in']);
  });

  it('follows the protocol of the latest note, or the one asked for', () => {
    const folder = folderWith({
      '.session-notes/protocols/brief.yaml':
        'id: brief\ntitle: { en: Brief }\nstages:\n  - { id: talk, title: { en: Talk } }\n',
      'a.md': '---\nprotocol: brief\nclient: A\nsession: 1\n---\n# Talk\nWords.\n',
    });
    const text = (...args: readonly string[]) =>
      textOf(folder, sessionNotes(folder, ['new', ...args, ...march]).output.trim());
    assert.match(text('--client', 'A'), /^---\nprotocol: brief\n(?:.*\n)*stages: \[talk\]\n/);
    assert.match(text('--client', 'B'), /^---\nprotocol: four-stage\n/);
    assert.match(text('--client', 'C', '--protocol', 'brief'), /^---\nprotocol: brief\n/);
  });

  it('tells which notes it could not read, and writes all the same', () => {
    const folder = folderWith({ 'broken.session.md': Buffer.from('caf\xe9', 'latin1') });
    const { exitCode, output, errors } = sessionNotes(folder, ['new', '--client', 'A', ...march]);
    assert.equal(exitCode, 1);
    assert.match(errors, /Not read: broken\.session\.md/);
    assert.ok(existsSync(join(folder, output.trim())));
  });

  it('says what the next free code is where no client is named', () => {
    const { exitCode, errors } = sessionNotes(practice(), ['new']);
    assert.equal(exitCode, 2);
    assert.match(errors, /--client C-008 /);
    assert.match(sessionNotes(folderWith({}), ['new']).errors, /--client K-001 /);
  });

  it('offers no next code after what may be a name: messages have no words of notes', () => {
    const named = folderWith({ 'a.session.md': '---\nprotocol: soap\nclient: Siti Rahmawati 3\n---\n' });
    const { errors } = sessionNotes(named, ['new']);
    assert.match(errors, /--client K-001 /);
    assert.doesNotMatch(errors, /Siti/);
  });

  const faulty: readonly (readonly string[])[] = [
    ['--client', ' '],
    ['--client', 'A', '--date', '12/3/2026'],
    ['--client', 'A', '--date', '2026-02-30'],
    ['--client', 'A', '--stages', 'planning,unknown'],
    ['--client', 'A', '--stages', ''],
    ['--client', 'A', '--stages', 'planning', '--no-show'],
    ['--client', 'A', '--protocol', 'unknown'],
    ['--client', 'A', '--dir', 'K-021/1.md'],
    ['--client', 'A', '--dir', 'K-021/1.md/deeper'],
    ['--client', 'A', 'K-021'],
    ['--client', 'A', '--format', 'json'],
  ];
  for (const args of faulty) {
    it(`cannot run with ${args.join(' ')}, and leaves nothing behind`, () => {
      const folder = practice();
      const before = snapshot(folder);
      const { exitCode, output, errors } = sessionNotes(folder, ['new', ...args]);
      assert.deepEqual([exitCode, output], [2, '']);
      assert.notEqual(errors, '');
      assert.deepEqual(snapshot(folder), before);
    });
  }

  it('says so where it may not write', () => {
    const folder = folderWith({});
    mkdirSync(join(folder, 'locked'));
    const run = () => sessionNotes(folder, ['new', '--client', 'A', '--dir', 'locked', ...march]);
    const { exitCode, errors } = asNobody(folder, run, { lock: ['locked'], mode: 0o555 });
    assert.equal(exitCode, 2);
    assert.equal(errors, '“locked/A/2026-03-12-session-1.session.md” cannot be written.\n');
  });
});
