import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/text/textEdit';
import { noteWith, planning, problemsOf } from './support';

const noteOf = (task: string): string => noteWith([...planning, '', `- [ ] ${task}`]);

/** Each thing that is told of a task, and the task after each fix; the session is on 2026-02-04, a Wednesday. */
function told(task: string): readonly (readonly string[])[] {
  const text = noteOf(task);
  return problemsOf(text)
    .filter(({ rule }) => rule === 'goal-field')
    .map(({ severity, fixes }) => [
      severity,
      ...fixes.map(({ safety, edits }) => {
        const line = /- \[ \] (.*)/.exec(applyEdits(text, edits))?.[1] ?? '';
        return `${safety} ${line}`;
      }),
    ]);
}

describe('the day of a task in words', () => {
  it('is asked about behind other words for what is due, and behind the word for a day of the month', () => {
    assert.deepEqual(told('Isi jurnal (dikumpulkan Jumat depan)'), [
      [
        'hint',
        'suggestion Isi jurnal [dikumpulkan:: 2026-02-06]',
        'suggestion Isi jurnal [dikumpulkan:: 2026-02-13]',
      ],
    ]);
    assert.deepEqual(told('Isi jurnal tgl 3 Desember'), [
      ['hint', 'suggestion Isi jurnal [due:: 2026-12-03]'],
    ]);
    assert.deepEqual(told('Isi jurnal (tanggal 3 Des).').length, 1);
    assert.deepEqual(told('Sleep log on the 3rd of March'), [
      ['hint', 'suggestion Sleep log [due:: 2026-03-03]'],
    ]);
  });

  it('is asked about in brackets at the end, whatever stands before the day in them', () => {
    for (const [task, ...days] of [
      ['Isi jurnal (due 3/19)', '2026-03-19'],
      ['Isi jurnal (sampai 25/3)', '2026-03-25'],
      ['Isi jurnal (s.d. 25 Maret).', '2026-03-25'],
      ['Isi jurnal (DL: 25/3)', '2026-03-25'],
      ['Sleep log (by Friday)', '2026-02-06', '2026-02-13'],
      ['Sleep log (no later than tomorrow)', '2026-02-05'],
      ['Isi jurnal (25/3)', '2026-03-25'],
      ['Isi jurnal [25-03-2026]', '2026-03-25'],
      ['Isi jurnal (besok)', '2026-02-05'],
      ['Isi jurnal (maksimal hari Jumat)', '2026-02-06', '2026-02-13'],
    ] as const) {
      const words = `suggestion ${task.slice(0, task.search(/[([]/))}`;
      const end = task.endsWith('.') ? '.' : '';
      assert.deepEqual(told(task), [['hint', ...days.map(day => `${words}[due:: ${day}]${end}`)]], task);
    }
    assert.deepEqual(told('Isi jurnal (tenggat 25/3)'), [
      ['hint', 'suggestion Isi jurnal [tenggat:: 2026-03-25]'],
    ]);
    for (const task of [
      'Read (1/2)',
      'SUDS (7/10)',
      'Walk (3x seminggu)',
      'Walk (every Friday)',
      'Sit outside (sun)',
      'Baca (sampai halaman 25)',
      'Napas (2 minggu)',
      'Baca (sampai selesai)',
      '(besok)',
      'Walk (besok) [due:: 2026-02-05]',
    ])
      assert.deepEqual(told(task), [], task);
  });

  it('is asked about behind a word or a sign for the last day', () => {
    for (const [words, task, ...days] of [
      ['Email', 'Email by Friday', '2026-02-06', '2026-02-13'],
      ['Email', 'Email before 19 March.', '2026-03-19'],
      ['Isi jurnal', 'Isi jurnal s.d. 10 Maret 2026', '2026-03-10'],
      ['Isi jurnal', 'Isi jurnal sebelum Jumat', '2026-02-06', '2026-02-13'],
      ['Walk', 'Walk @2026-03-12', '2026-03-12'],
      ['Walk', 'Walk >2026-03-12', '2026-03-12'],
      ['Walk', 'Walk ⏰ 2026-03-12', '2026-03-12'],
    ] as const) {
      const end = task.endsWith('.') ? '.' : '';
      assert.deepEqual(
        told(task),
        [['hint', ...days.map(day => `suggestion ${words} [due:: ${day}]${end}`)]],
        task,
      );
    }
    for (const task of [
      'Sleep by 10 pm',
      'Stop by the office',
      'Makan sebelum tidur',
      'Walk before Friday prayer',
      'By Friday',
    ])
      assert.deepEqual(told(task), [], task);
  });

  it('is none among the words, and where it says no day', () => {
    for (const task of ['Ingat tgl 3 Desember di rumah', 'Catat tgl lahir', 'Walk the 3 dogs'])
      assert.deepEqual(told(task), [], task);
  });

  it('is told where its key has other signs for a colon', () => {
    for (const field of [
      '[due;; 2026-03-19]',
      '[due：：2026-03-19]',
      '[due： 2026-03-19]',
      '(tenggat ;; 2026-03-19)',
    ]) {
      const [problem, other] = told(`Walk ${field}`);
      assert.equal(other, undefined, field);
      assert.match(problem?.join(' ') ?? '', /^warning safe Walk \[(?:due|tenggat):: 2026-03-19\]$/, field);
    }
    assert.deepEqual(told('Walk (home;; 2 km) and (work： far)'), []);
  });

  it('that its month does not have is offered as the last of that month', () => {
    assert.deepEqual(told('Read due: 31 November'), [['warning', 'suggestion Read [due:: 2026-11-30]']]);
    assert.deepEqual(told('Read [due:: 31 November]'), [['warning', 'suggestion Read [due:: 2026-11-30]']]);
  });
});
