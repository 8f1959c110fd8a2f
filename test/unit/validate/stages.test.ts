import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/text/textEdit';
import { closing, noteWith, placesOf, planning, problemsOf } from './support';

const planned = ['stages: [planning]'];
const both = ['stages: [planning, closing]'];

describe('missing stages', () => {
  it('are reported on the heading that each would follow', () => {
    const text = noteWith(['# Sesi 3', ...planning]);
    assert.deepEqual(placesOf(text), ['missing-stage:7', 'missing-stage:7', 'missing-stage:8']);
    assert.deepEqual(
      problemsOf(text).map(({ stage, severity, protocol }) => [stage, severity, protocol]),
      [
        ['relationship', 'error', 'four-stage'],
        ['exploration', 'error', 'four-stage'],
        ['closing', 'error', 'four-stage'],
      ],
    );
  });

  it('are reported on the opening line where no heading precedes their place', () => {
    assert.deepEqual(placesOf(noteWith(planning, ['stages: [exploration, planning]'])), ['missing-stage:1']);
  });

  it('are only those that `stages:` says the session covered', () => {
    assert.deepEqual(placesOf(noteWith(planning, planned)), []);
    assert.deepEqual(placesOf(noteWith(planning, both)), ['missing-stage:8']);
  });

  it('are not asked for after a missed session, of other contacts, nor of process notes', () => {
    for (const line of ['attendance: no-show', 'attendance: cancelled', 'contact: parent', 'kind: process']) {
      assert.deepEqual(placesOf(noteWith(['Catatan singkat.', '## Rapport'], [line])), [], line);
    }
  });

  it('are asked for when an attendance or contact is none that counts', () => {
    const text = noteWith(planning, [...both, 'contact: pigeon']);
    assert.deepEqual(placesOf(text), ['invalid-field:7', 'missing-stage:9']);
  });

  it('are hints in a draft', () => {
    const [problem] = problemsOf(noteWith(planning, [...both, 'status: draft']));
    assert.equal(problem?.severity, 'hint');
  });

  it('are hints in a file without a word', () => {
    const severities = problemsOf('\n').map(({ severity }) => severity);
    assert.deepEqual(new Set(severities), new Set(['hint']));
  });

  it('are an information in a transcript, once it has a stage heading', () => {
    const head = ['kind: transcript', ...both];
    assert.deepEqual(placesOf(noteWith(['**Konseli:** ya'], head)), []);
    const text = noteWith(['## Rencana pemecahan masalah', '## Perencanaan pemecahan masalah'], head);
    assert.deepEqual(placesOf(text), ['missing-stage:9']);
    assert.equal(problemsOf(text)[0]?.severity, 'info');
    assert.deepEqual(problemsOf(text)[0]?.fixes, []);
  });
});

describe('an empty stage', () => {
  it('is reported at its heading, and its sections are not', () => {
    const text = noteWith(
      ['## Rencana pemecahan masalah', '### Solusi yang paling tepat', '- [ ]', '***'],
      planned,
    );
    assert.deepEqual(placesOf(text), ['empty-stage:8']);
    assert.equal(problemsOf(text)[0]?.severity, 'error');
  });

  it('is satisfied by a reason below its heading', () => {
    const text = noteWith(['## Perencanaan pemecahan masalah', 'Belum dibahas: waktu habis'], planned);
    assert.deepEqual(placesOf(text), []);
  });

  it('is not satisfied by the words without a reason', () => {
    const text = noteWith(['## Perencanaan pemecahan masalah', 'Belum dibahas:'], planned);
    assert.deepEqual(placesOf(text), ['empty-stage:8']);
  });

  it('is none where the stage says something at another place of the note', () => {
    const text = noteWith(['## Rencana pemecahan masalah', ...planning], planned);
    assert.deepEqual(placesOf(text), ['duplicate-stage:9']);
  });
});

describe('sections', () => {
  it('are reported at the heading of their stage where they are missing', () => {
    const text = noteWith(['', ...planning.slice(0, 3)], planned);
    assert.deepEqual(placesOf(text), ['missing-section:9']);
    const [problem] = problemsOf(text);
    assert.deepEqual(
      [problem?.stage, problem?.section, problem?.severity],
      ['planning', 'alternatives', 'warning'],
    );
    assert.deepEqual(problem?.message.args, {
      section: { id: 'Alternatif solusi' },
    });
  });

  it('are reported at their own heading where they are empty', () => {
    const text = noteWith([...planning.slice(0, 4), '<!-- Solusi lain? -->'], planned);
    assert.deepEqual(placesOf(text), ['empty-section:11']);
  });

  it('are not asked for in a stage that says why it was not addressed', () => {
    const text = noteWith(
      ['## Perencanaan pemecahan masalah', 'Not addressed: no time', '### Alternatif solusi'],
      planned,
    );
    assert.deepEqual(placesOf(text), []);
  });

  it('are not asked for in a stage that `stages:` leaves out', () => {
    const text = noteWith(['## Membangun hubungan', 'Hangat.', ...planning], planned);
    assert.deepEqual(placesOf(text), ['undeclared-stage:8']);
  });

  it('count in whichever heading of the stage they stand', () => {
    const text = noteWith([...planning.slice(0, 3), ...planning.slice(0, 1), ...planning.slice(3)], planned);
    assert.deepEqual(placesOf(text), ['duplicate-stage:11']);
  });
});

describe('near misses', () => {
  it('stand in place of what is missing, as severe as that', () => {
    const text = noteWith(['## Perencanan pemecahan masalah', '### Solusi', 'Latihan.'], planned);
    assert.deepEqual(placesOf(text), ['similar-heading:8']);
    assert.equal(problemsOf(text)[0]?.severity, 'error');
    const section = noteWith([...planning.slice(0, 3), '### Alternatif solusii', 'Lain.'], planned);
    assert.equal(problemsOf(section)[0]?.severity, 'warning');
  });

  it('follow the level of what they miss, unless they have one of their own', () => {
    const text = noteWith(['## Perencanan pemecahan masalah', 'Latihan.'], planned);
    assert.equal(problemsOf(text, { rules: { 'missing-stage': 'info' } })[0]?.severity, 'info');
    assert.deepEqual(problemsOf(text, { rules: { 'missing-stage': 'off' } }), []);
    const own = { rules: { 'missing-stage': 'off', 'similar-heading': 'hint' } } as const;
    assert.equal(problemsOf(text, own)[0]?.severity, 'hint');
  });

  it('of what is not asked for are warnings', () => {
    const text = noteWith([...planning, '## Membangun hubungann', 'Hangat.'], planned);
    assert.deepEqual(
      problemsOf(text).map(({ rule, severity }) => [rule, severity]),
      [['similar-heading', 'warning']],
    );
  });

  it('are hints in a draft', () => {
    const text = noteWith(['## Perencanan pemecahan masalah', 'Latihan.'], [...planned, 'status: draft']);
    assert.equal(problemsOf(text)[0]?.severity, 'hint');
  });
});

describe('the order of stages', () => {
  it('is an information at the fewest headings that would have to move', () => {
    const text = noteWith([...closing('Continued.'), '', ...planning], both);
    assert.deepEqual(placesOf(text), ['stage-order:16']);
    assert.equal(problemsOf(text)[0]?.severity, 'info');
    const moved = noteWith([
      ...closing('Continued.'),
      '## Rapport',
      'Not addressed: known',
      '## Eksplorasi masalah',
      'Deferred: x',
      ...planning,
    ]);
    assert.deepEqual(placesOf(moved), ['stage-order:7']);
  });
});

describe('a stage that stands twice', () => {
  it('is reported at the second heading, with the line of the first', () => {
    const text = noteWith([...planning, ...planning], planned);
    assert.deepEqual(placesOf(text), ['duplicate-stage:13']);
    assert.deepEqual(problemsOf(text)[0]?.message.args?.['line'], 8);
  });
});

describe('a stage that `stages:` leaves out', () => {
  it('is reported once, at its first heading', () => {
    const text = noteWith([...closing('Continued.'), ...closing('Continued.').slice(0, 1)], planned);
    assert.deepEqual(placesOf(text), ['missing-stage:1', 'undeclared-stage:8', 'duplicate-stage:15']);
  });

  it('is not reported where it holds nothing but homework', () => {
    const homework = ['## Penutup', '### Tindakan konseli', '- [ ] Menulis jadwal [due:: 2026-03-19]'];
    assert.deepEqual(placesOf(noteWith([...planning, ...homework], planned)), []);
    const more = [...homework, '', 'Sudah dicoba.'];
    assert.deepEqual(placesOf(noteWith([...planning, ...more], planned)), ['undeclared-stage:13']);
  });

  it('is not reported while a name in `stages:` is not understood', () => {
    assert.deepEqual(placesOf(noteWith(closing('Continued.'), ['stages: [clossing]'])), ['unknown-stage:6']);
  });
});

describe('choices', () => {
  it('are missed at the words that speak of one, else at the first words', () => {
    const said = (decision: string) => placesOf(noteWith(closing(decision), ['stages: [closing]']));
    assert.deepEqual(said('Belum terselesaikan.'), ['invalid-choice:14']);
    assert.deepEqual(said('Kami berbicara panjang.\n\nBelum terselesaikan.'), ['invalid-choice:16']);
    assert.deepEqual(said('\nKami berbicara panjang.\nLalu pulang.'), ['invalid-choice:15']);
    assert.deepEqual(said('<!-- x -->\n\n> Selesai'), ['invalid-choice:16']);
    assert.deepEqual(said('[ ] Terselesaikan\n[ ] Diteruskan'), ['invalid-choice:14']);
  });

  it('are asked about where a line may end the case and may as well not, at that line', () => {
    const text = noteWith(closing('Selesai, lanjut minggu depan'), ['stages: [closing]']);
    const [problem, ...others] = problemsOf(text);
    assert.deepEqual(others, []);
    assert.equal(problem?.message.key, 'problem.invalid-choice.unclear');
    assert.equal(text.slice(problem.range.start, problem.range.end), 'Selesai, lanjut minggu depan');
    const decided = problem.fixes.map(({ edits }) => applyEdits(text, edits));
    assert.match(decided[0] ?? '', /^Resolved\. “Selesai, lanjut minggu depan”$/m);
    assert.match(decided[1] ?? '', /^Continued\. “Selesai, lanjut minggu depan”$/m);
    for (const each of decided) assert.deepEqual(problemsOf(each), []);
  });

  it('with a box behind or round are ticked where they are missed', () => {
    for (const [decision, mended] of [
      ['Terselesaikan ( )\nDiteruskan ( )', /^Diteruskan \(x\)$/m],
      ['[ ] Terselesaikan\n[ ] Diteruskan', /^\[x\] Diteruskan$/m],
      ['☐ Terselesaikan ☐ Diteruskan', /^☐ Terselesaikan \[x\] Diteruskan$/m],
    ] as const) {
      const text = noteWith(closing(decision), ['stages: [closing]']);
      const fix = problemsOf(text)[0]?.fixes[1];
      assert.equal(fix?.title.key, 'fix.tick-choice');
      const after = applyEdits(text, fix.edits);
      assert.match(after, mended);
      assert.deepEqual(problemsOf(after), []);
    }
  });

  it('may not be more than the section takes', () => {
    const text = noteWith([...closing('Resolved.'), '', 'Continued.'], ['stages: [closing]']);
    assert.deepEqual(placesOf(text), ['invalid-choice:14']);
  });

  it('may be several where the section takes several', () => {
    assert.deepEqual(placesOf(noteWith([...closing('Changed.'), '', 'Reduced.'], ['stages: [closing]'])), []);
  });

  it('are not missed in an empty section, which is reported as empty', () => {
    assert.deepEqual(placesOf(noteWith(closing(''), ['stages: [closing]'])), ['empty-section:13']);
  });
});
