import assert from 'node:assert/strict';
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderWith, removeFolders, sessionNotes } from './commandRun';

const fixtures = 'test/fixtures/transcripts/agreement';
const versions = ['K-030-1.RA.md', 'K-030-1.JT.md', 'K-030-2.RA.md', 'K-030-2.JT.md'];

/** A folder with the transcripts of the fixtures in `transcripts/`. */
function practice(...files: readonly string[]): string {
  const folder = folderWith({ 'notes/ordinary.md': '# No note\n' });
  for (const file of files) cpSync(join(fixtures, file), join(folder, 'transcripts', file));
  return folder;
}

function agreeJson(folder: string, ...args: readonly string[]) {
  const { output, errors, exitCode } = sessionNotes(folder, [
    'agree',
    '--quote',
    '--format',
    'json',
    ...args,
  ]);
  assert.equal(exitCode, 0, errors);
  return JSON.parse(output);
}

describe('session-notes agree', () => {
  after(removeFolders);

  it('tells how many codes of a version are not read', () => {
    const text = (rater: string, code: string): string =>
      `---\nprotocol: four-stage\nkind: transcript\ntranscript: t\ncoder: ${rater}\nspeakers: { RA: counselor }\n---\n[0:01] **RA:** Halo. #empathy\n\n[0:02] **RA:** Ya. ${code}\n`;
    const folder = folderWith({ 'a.md': text('RA', '#empathy'), 'b.md': text('JT', '#Empathy.') });
    const { errors, exitCode } = sessionNotes(folder, ['agree', '--language', 'en']);
    assert.deepEqual(
      [exitCode, errors],
      [
        0,
        'b.md: codes and marks that are not read, so that they count for nobody: 1. Problems, or session-notes check, tell where.\n',
      ],
    );
  });

  it('gives coverage and measures overall, by code and by transcript, as JSON', () => {
    const json = agreeJson(practice(...versions));
    const { overall, codes, transcripts, ...rest } = json;
    assert.deepEqual(
      { on: rest.on, unit: rest.unit, uncoded: rest.uncoded, raters: rest.raters, units: rest.units },
      { on: 'codes', unit: 'turn', uncoded: 'missing', raters: ['JT', 'RA'], units: 13 },
    );
    assert.deepEqual(rest.coverage, { all: 9, some: 2, none: 2, outside: 0 });
    // Seven of nine; κ = (9·7 − 13) / (81 − 13), α = 1 − 17·4 / 268, both by hand.
    assert.equal(overall.percent, 7 / 9);
    close(overall.kappa, 50 / 68);
    close(overall.alpha, 1 - 68 / 268);
    assert.equal(overall.alphaInterval.length, 2);
    assert.deepEqual(overall, json.readings.missing);
    assert.deepEqual(
      codes.find(({ code }: { readonly code: string }) => code === 'trust'),
      {
        code: 'trust',
        percent: 5 / 6,
        kappa: 0,
        alpha: 0,
        // pₐ = 5/6; πₖ = 1/12 and 11/12, so that pₑ = 22/144.
        ac1: (5 / 6 - 22 / 144) / (1 - 22 / 144),
        count: [0, 1],
        units: 6,
        percentInterval: [0.5, 1],
        kappaInterval: null,
        alphaInterval: null,
        ac1Interval: [0.2, 1],
        why: { alphaInterval: 'too-few-units', kappaInterval: 'too-few-units' },
      },
    );
    assert.deepEqual(
      transcripts.map(({ transcript, units, percent }: Record<string, unknown>) => [
        transcript,
        units,
        percent,
      ]),
      [
        ['K-030-1', 8, 3 / 5],
        ['K-030-2', 5, 1],
      ],
    );
  });

  it('names the disagreements with a line for each rater', () => {
    const { disagreements } = agreeJson(practice(...versions));
    assert.deepEqual(disagreements[1], {
      file: 'transcripts/K-030-1.JT.md',
      lines: [28, 28],
      codes: [['openness'], ['trust']],
      transcript: 'K-030-1',
      files: ['transcripts/K-030-1.JT.md', 'transcripts/K-030-1.RA.md'],
    });
    assert.equal(disagreements.length, 4);
  });

  it('compares stages, characters, roles and readings as asked', () => {
    const folder = practice(...versions);
    const stages = agreeJson(folder, '--on', 'stage');
    assert.deepEqual(
      stages.codes.map(({ code }: { readonly code: string }) => code),
      ['relationship', 'exploration'],
    );
    assert.equal(stages.overall.percent, 12 / 13);
    assert.equal(agreeJson(folder, '--role', 'counselor').units, 7);
    assert.equal(agreeJson(folder, '--role', 'client, counselor').units, 13);
    const value = agreeJson(folder, '--uncoded', 'value');
    assert.equal(value.overall.percent, 9 / 13);
    assert.deepEqual(value.overall, value.readings.value);
    assert.equal(agreeJson(folder, '--unit', 'character').units, 471);
  });

  it('takes files, folders and globs, in any order, and any number of raters', () => {
    const folder = practice(...versions, 'K-030-1.SN.md');
    const named = agreeJson(folder, ...versions.map(file => `transcripts/${file}`));
    assert.deepEqual(named.raters, ['JT', 'RA']);
    assert.deepEqual(agreeJson(folder, ...[...versions].reverse().map(file => `transcripts/${file}`)), named);
    assert.deepEqual(agreeJson(folder, 'transcripts/*.{RA,JT}.md'), named);
    assert.deepEqual(agreeJson(folder, '**/K-030-?.[JR]*.md'), named);
    const three = agreeJson(folder, 'transcripts');
    assert.deepEqual(three.raters, ['JT', 'RA', 'SN']);
    assert.equal(three.overall.kappa, null);
    assert.equal(three.overall.why.kappa, 'not-two-raters');
    assert.equal(typeof three.overall.alpha, 'number');
  });

  it('refuses versions whose words differ, and quotes them only where asked', () => {
    const folder = practice('K-030-2.RA.md', 'words-differ.md');
    const { exitCode, output, errors } = sessionNotes(folder, ['agree']);
    assert.deepEqual([exitCode, output], [2, '']);
    assert.equal(
      errors,
      'The words of a transcript differ: transcripts/K-030-2.RA.md:20 and transcripts/words-differ.md:20. ' +
        'Raters are compared on the same words only: Correct Words brings the copies together.\n',
    );
    assert.match(
      sessionNotes(folder, ['agree', '--quote']).errors,
      /^The words of “K-030-2” differ.*\n {2}Dua kali, hebat!\n {2}Dua kali hebat!\n$/,
    );
  });

  it('says what a measure that is undefined lacks, and never 0 or 1', () => {
    const lines = (coder: string) =>
      `---\nprotocol: four-stage\nkind: transcript\ntranscript: t\ncoder: ${coder}\n---\nKonselor: Ya. #empathy\n`;
    const folder = folderWith({ 'a.md': lines('A'), 'b.md': lines('B') });
    const { overall } = agreeJson(folder);
    assert.deepEqual(
      [overall.percent, overall.kappa, overall.alpha, overall.alphaInterval],
      [1, null, null, null],
    );
    assert.equal(overall.why.alpha, 'one-category');
    assert.match(sessionNotes(folder, ['agree']).output, /– no value: everything has the same code/);
  });

  it('leaves out notes, process notes and what has no second rater, and says which transcripts', () => {
    const folder = practice('K-030-1.RA.md', 'K-030-1.JT.md', 'K-030-2.RA.md');
    const { output, errors, exitCode } = sessionNotes(folder, ['agree', '--format', 'json']);
    assert.equal(exitCode, 0);
    assert.equal(JSON.parse(output).transcripts.length, 1);
    assert.equal(
      errors,
      'Left out: transcripts/K-030-2.RA.md: no other rater has a version of this transcript. Copy for Rater makes one.\n',
    );
    const one = sessionNotes(practice('K-030-1.RA.md'), ['agree']);
    assert.equal(one.exitCode, 2);
    assert.match(one.errors, /nothing to compare/);
  });

  it('does not count what raters made together as a rating', () => {
    const folder = practice('K-030-1.RA.md', 'K-030-1.JT.md', 'K-030-1.consensus.md');
    const { output, errors } = sessionNotes(folder, ['agree', '--format', 'json']);
    assert.equal(JSON.parse(output).raters.length, 2);
    assert.match(errors, /K-030-1\.consensus\.md: raters made it together/);
  });

  it('refuses what cannot be asked', () => {
    const folder = practice(...versions);
    for (const args of [
      ['--on', 'goals'],
      ['--unit', 'word'],
      ['--uncoded', 'zero'],
      ['--role', 'parent'],
      ['nothing-*.md'],
    ]) {
      const { exitCode, output } = sessionNotes(folder, ['agree', ...args]);
      assert.deepEqual([exitCode, output], [2, ''], args.join(' '));
    }
  });

  it("gives the α of Krippendorff's reference data for transcripts coded as in these", () => {
    // A row a unit, a column a rater; Krippendorff (2011), section C.
    const units = [
      '11-1',
      '2232',
      '3333',
      '3333',
      '2222',
      '1234',
      '4444',
      '1121',
      '2222',
      '-555',
      '--11',
      '--3-',
    ];
    const raters = ['A', 'B', 'C', 'D'];
    const files = raters.map((rater, place) => {
      const turns = units.map((values, at) => {
        const value = values.charAt(place);
        return `Konselor: Ya ${at}.${value === '-' ? '' : ` #value${value}`}\n`;
      });
      const front = `---\nprotocol: four-stage\nkind: transcript\ntranscript: c\ncoder: ${rater}\n---\n`;
      return [`${rater}.md`, front + turns.join('\n')] as const;
    });
    const { overall, coverage } = agreeJson(folderWith(Object.fromEntries(files)));
    assert.equal(overall.alpha.toFixed(4), '0.7434');
    assert.deepEqual(coverage, { all: 8, some: 4, none: 0, outside: 0 });
  });

  it('writes CSV with a row for each reading, transcript and code', () => {
    const { output } = sessionNotes(practice(...versions), ['agree', '--quote', '--format', 'csv']);
    const [header, ...rows] = output.split('\r\n').map(row => row.split(','));
    assert.deepEqual(header?.slice(-2), ['count_JT', 'count_RA']);
    assert.equal(header?.[0], 'scope');
    assert.deepEqual(
      rows.filter(row => row.length > 1).map(row => row.slice(0, 3).join('/')),
      [
        'overall//',
        'overall//',
        'transcript/K-030-1/',
        'transcript/K-030-2/',
        'role//client',
        'role//counselor',
        'code//verbal-communication',
        'code//reinforcement',
        'code//empathy',
        'code//responsibility',
        'code//trust',
        'code//freedom',
        'code//openness',
      ],
    );
    assert.ok(rows.filter(row => row.length > 1).every(row => row.length === header?.length));
  });

  it('writes for a person, coverage first, in Indonesian too', () => {
    const { output } = sessionNotes(practice(...versions), ['agree', '--quote', '--language', 'id']);
    const [title, summary, coverage] = output.split('\n');
    assert.equal(title, 'Kesepakatan: JT, RA');
    assert.equal(summary, 'kode · giliran: 13 · dari: client, counselor · transkrip: 2');
    assert.equal(coverage, 'dikodekan oleh semua: 9 · oleh sebagian: 2 · tidak oleh siapa pun: 2');
    assert.ok(!output.includes('menatap'), 'words of the transcript');
  });

  it('changes no file', () => {
    const folder = practice(...versions);
    const before = versions.map(file => readFileSync(join(folder, 'transcripts', file), 'utf8'));
    sessionNotes(folder, ['agree']);
    assert.deepEqual(
      versions.map(file => readFileSync(join(folder, 'transcripts', file), 'utf8')),
      before,
    );
  });
});

function close(actual: number, expected: number): void {
  assert.ok(Math.abs(actual - expected) < 1e-9, `${actual} is not ${expected}`);
}
