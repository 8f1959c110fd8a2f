import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/text/textEdit';
import type { Problem } from '../../../src/core/validate/problem';
import { render } from '../../../src/l10n/catalogue';
import { fixed, fixedText, noteWith, placesOf, planning, problemsOf, protocols } from './support';

const together = { protocolIds: protocols.ids, together: true };

function titlesOf({ fixes }: Problem): readonly string[] {
  return fixes.map(({ title }) => title.key);
}

function afterFix(text: string, problem: Problem | undefined, key: string): string {
  const fix = problem?.fixes.find(({ title }) => title.key === key);
  assert.ok(fix, key);
  return applyEdits(text, fix.edits);
}

describe('a note of a visit', () => {
  const visit = (...keys: readonly string[]): string =>
    ['---', 'client: K-014', 'session: 2', 'date: 2026-01-12', ...keys, '---', 'Ibu menelepon.', ''].join(
      '\n',
    );

  it('is asked for nothing but another word where it says in none that is known what it was', () => {
    for (const key of ['kehadiran: entah', 'contact: someone']) {
      const [problem, ...others] = problemsOf(visit(key));
      assert.equal(problem?.rule, 'invalid-field', key);
      assert.deepEqual(others, [], key);
    }
    assert.deepEqual(problemsOf(visit('kehadiran: tidak hadir')), []);
    assert.deepEqual(problemsOf(visit('kontak: orang tua')), []);
  });
});

describe('a key without a value', () => {
  it('is told where it stands, and what a number sign made a comment of becomes its value', () => {
    const text = noteWith(planning).replace(/^session: .*$/m, 'session: #3 ');
    const problem = problemsOf(text).find(({ rule }) => rule === 'missing-field');
    assert.equal(text.slice(problem?.range.start, problem?.range.end), 'session');
    assert.match(afterFix(text, problem, 'fix.use-value'), /^session: 3 $/m);
    // What may be a remark is nothing to take for a value.
    const remark = problemsOf(text.replace('#3', '# 3 or 4')).find(({ rule }) => rule === 'missing-field');
    assert.deepEqual(remark?.fixes, []);
  });
});

describe('what a note lacks', () => {
  const text = noteWith([...planning, '## Lampiran', 'Panjang.']);

  it('is one question in an editor where the session may have been about the rest alone', () => {
    const [problem, ...others] = problemsOf(text, {}, together);
    assert.deepEqual(others, []);
    assert.ok(problem);
    assert.deepEqual(
      [problem.rule, problem.severity, problem.message.key, problem.stage, problem.range.start],
      ['missing-stage', 'warning', 'problem.missing-stage.together', undefined, 0],
    );
    assert.deepEqual(problem.message.args?.['stages'], [
      { id: 'Membangun hubungan' },
      { id: 'Identifikasi dan eksplorasi masalah' },
      { id: 'Penerapan solusi dan penutup konseling' },
    ]);
    assert.deepEqual(titlesOf(problem).slice(0, 5), [
      'fix.only-these-stages',
      'fix.insert-stages',
      'fix.insert-stage',
      'fix.insert-stage',
      'fix.insert-stage',
    ]);
    assert.deepEqual(titlesOf(problem).at(-1), 'fix.mark-draft');
  });

  it('is one problem a stage elsewhere, and where no stage or all that were to be there are known', () => {
    const missing = ['missing-stage', 'missing-stage', 'missing-stage'];
    assert.deepEqual(
      problemsOf(text).map(({ rule }) => rule),
      missing,
    );
    const empty = problemsOf(noteWith(['Words.']), {}, together);
    assert.deepEqual(
      empty.map(({ severity }) => severity),
      ['error', 'error', 'error', 'error'],
    );
    const named = problemsOf(noteWith(planning, ['stages: [planning, closing]']), {}, together);
    assert.deepEqual(
      named.map(({ rule, stage, severity }) => [rule, stage, severity]),
      [['missing-stage', 'closing', 'error']],
    );
  });

  it('is nothing once the front matter says that it was only about these stages', () => {
    const [problem] = problemsOf(text, {}, together);
    const mended = afterFix(text, problem, 'fix.only-these-stages');
    assert.match(mended, /^date: 2026-02-04\nstages: \[planning\]\n---$/m);
    assert.deepEqual(problemsOf(mended, {}, together), []);
  });

  it('may be a heading that names nothing, which is then renamed', () => {
    const [problem] = problemsOf(text, {}, together);
    const mended = afterFix(text, problem, 'fix.use-named-heading');
    assert.match(mended, /^## Membangun hubungan\nPanjang\.$/m);
  });

  it('is a matter of hints once the note is a draft', () => {
    const [problem] = problemsOf(text, {}, together);
    const mended = afterFix(text, problem, 'fix.mark-draft');
    assert.match(mended, /^status: draft\n---$/m);
    assert.deepEqual(
      problemsOf(mended, {}, together).map(({ severity, fixes }) => [severity, fixes.length > 0]),
      [['hint', true]],
    );
    assert.ok(!titlesOf(problemsOf(mended, {}, together)[0] as Problem).includes('fix.mark-draft'));
  });

  it('comes in at once, with the caret in the first part', () => {
    const [problem] = problemsOf(text, {}, together);
    const mended = afterFix(text, problem, 'fix.insert-stages');
    assert.ok(!placesOf(mended).some(place => place.startsWith('missing-stage')));
  });
});

describe('a heading that may be meant for a stage', () => {
  const text = noteWith([...planning, '## Masalah di rumah', 'Panjang.']);

  it('is asked about in place of the missing stage, as strictly', () => {
    const found = problemsOf(text).map(({ rule, severity, stage, message }) => [
      rule,
      severity,
      stage,
      message.key,
    ]);
    assert.deepEqual(found, [
      ['missing-stage', 'error', 'relationship', 'problem.missing-stage'],
      ['similar-heading', 'error', 'exploration', 'problem.similar-heading.asked'],
    ]);
    assert.deepEqual(
      problemsOf(text, {}, together).map(({ rule, severity }) => [rule, severity]),
      [
        ['missing-stage', 'warning'],
        ['similar-heading', 'warning'],
      ],
    );
  });

  it('has the titles that it may be meant for in quotes', () => {
    const asked = problemsOf(text)[1];
    assert.ok(asked);
    assert.match(render(asked.message), /^Did you mean “[^”]+”(?:, “[^”]+”| and “[^”]+”)*\? /);
  });

  it('is renamed, becomes another name of the stage, or is said to be one’s own', () => {
    const [, problem] = problemsOf(text);
    assert.ok(problem);
    assert.deepEqual(titlesOf(problem), [
      'fix.use-heading',
      'fix.add-alias',
      'fix.use-heading',
      'fix.add-alias',
      'fix.own-heading',
    ]);
    assert.match(fixed(text, 'similar-heading'), /^## Identifikasi dan eksplorasi masalah\nPanjang\.$/m);
    assert.deepEqual(problem.fixes[1]?.inPractice, {
      kind: 'alias',
      protocol: 'four-stage',
      stage: 'exploration',
      alias: 'Masalah di rumah',
      language: 'id',
    });
    assert.deepEqual(problem.fixes[4]?.inPractice, { kind: 'own-heading', title: 'Masalah di rumah' });
  });

  it('is not asked about where the practice calls it one’s own', () => {
    const own = problemsOf(text, { ownHeadings: ['Masalah di rumah'] });
    assert.deepEqual(
      own.map(({ rule }) => rule),
      problemsOf(text).map(({ rule }) => rule),
    );
  });

  it('is only a hint where no stage is asked for', () => {
    const willis = text.replace('four-stage', 'willis-3');
    assert.deepEqual(
      problemsOf(willis)
        .filter(({ rule }) => rule === 'similar-heading')
        .map(({ severity }) => severity),
      ['hint'],
    );
  });
});

describe('stages in words of their own', () => {
  it('may recur and stand in any order without a word', () => {
    const text = noteWith(
      [
        '## Perencanaan pemecahan masalah yang lain',
        'a',
        '## Menggali masalahnya',
        'b',
        '## Perencanaan untuk pemecahan masalahnya',
        'c',
      ],
      ['stages: [exploration, planning]'],
    );
    assert.ok(!placesOf(text).some(place => /^(?:duplicate-stage|stage-order)/.test(place)));
  });
});

describe('labels in the middle of a line', () => {
  const text = noteWith(['S: Tired. O: Calm. A: Low. P: Call.']).replace('four-stage', 'soap');

  it('are one problem, and parts of their own once the line is broken', () => {
    const [problem, ...others] = problemsOf(text);
    assert.deepEqual(others, []);
    assert.deepEqual(
      [problem?.message.key, problem?.message.args?.['labels'], problem?.severity],
      ['problem.similar-heading.inline', 'O: A: P:', 'warning'],
    );
    const mended = fixed(text, 'similar-heading');
    assert.match(mended, /\nS: Tired\.\n\nO: Calm\.\n\nA: Low\.\n\nP: Call\.\n$/);
    assert.deepEqual(problemsOf(mended), []);
  });
});

describe('a label that does not count', () => {
  it('counts once it is bold', () => {
    const text = noteWith([
      '## Subjective',
      'a',
      '## Objective',
      'b',
      '## Assessment',
      'Plan: call.',
    ]).replace('four-stage', 'soap');
    assert.deepEqual(placesOf(text), ['similar-heading:12']);
    const mended = fixed(text, 'similar-heading');
    assert.match(mended, /^\*\*Plan:\*\* call\.$/m);
    assert.deepEqual(placesOf(mended), ['empty-stage:11']);
  });
});

describe('labels that begin list items', () => {
  it('are the parts of the note, and one that is missing comes in the same form', () => {
    const text = noteWith(['- **S:** Tired.', '- **O:** Calm.', '- **P:** Call.']).replace(
      'four-stage',
      'soap',
    );
    assert.deepEqual(placesOf(text), ['missing-stage:8']);
    assert.match(fixed(text, 'missing-stage'), /\n- \*\*O:\*\* Calm\.\n\n- \*\*A:\*\*\n/);
  });

  it('are told where one of them is alone, and count once they stand on lines of their own', () => {
    const text = noteWith([
      '## Subjective',
      'a',
      '## Objective',
      'b',
      '## Assessment',
      '- Low.',
      '- **Plan:** call.',
      '  - soon',
    ]).replace('four-stage', 'soap');
    assert.deepEqual(placesOf(text), ['similar-heading:13']);
    const mended = fixed(text, 'similar-heading');
    assert.match(mended, /\n- Low\.\n\n\*\*Plan:\*\* call\.\n/);
    // What stood below it is now an item of the plan.
    assert.deepEqual(placesOf(mended), ['goal-untracked:15']);
  });
});

describe('lines that are meant as headings', () => {
  it('are told, and made headings', () => {
    const text = noteWith(
      ['##Perencanaan pemecahan masalah', ...planning.slice(1), '', '<h2>Lampiran</h2>'],
      ['stages: [planning]'],
    );
    assert.deepEqual(placesOf(text), ['similar-heading:8', 'similar-heading:14']);
    const { text: mended, remaining } = fixedText(text);
    assert.match(mended, /^## Perencanaan pemecahan masalah$/m);
    assert.match(mended, /^## Lampiran$/m);
    assert.deepEqual(remaining, []);
  });

  it('are no tags', () => {
    const text = noteWith([...planning, '', '#tidur #sekolah'], ['stages: [planning]']);
    assert.deepEqual(placesOf(text), []);
  });
});

describe('a note format by another name', () => {
  it('is understood at once, told and written as its id', () => {
    for (const name of [
      'SOAP',
      'Soap',
      '"catatan SOAP"',
      'SOAP note',
      'CatatanSoap',
      'FOUR STAGE',
      'four_stage',
    ]) {
      const text = noteWith(['Words.']).replace('four-stage', name);
      const [problem] = problemsOf(text).filter(({ rule }) => rule === 'unknown-protocol');
      assert.deepEqual([problem?.severity, problem?.fixes[0]?.safety], ['info', 'safe'], name);
      const id = name.toLowerCase().includes('soap') ? 'soap' : 'four-stage';
      assert.match(fixedText(text).text, new RegExp(`^protocol: "?${id}"?$`, 'm'));
      assert.equal(problem?.protocol, id);
    }
  });

  it('is not guessed from a part of it', () => {
    const text = noteWith(['Words.']).replace('four-stage', 'SOAPs');
    assert.equal(problemsOf(text).find(({ rule }) => rule === 'unknown-protocol')?.severity, 'error');
  });
});

describe('a front matter that does not begin in the first line', () => {
  const block = noteWith(planning, ['stages: [planning]']);

  it('is all that is said, and moved there', () => {
    for (const above of ['\n', '\n \n\n']) {
      assert.deepEqual(placesOf(above + block), [`front-matter:${above.split('\n').length}`]);
      assert.equal(fixedText(above + block).text, block);
    }
    const { text, remaining } = fixedText(`# Sesi 3\n${block}`);
    assert.match(text, /^---\nprotocol: four-stage\n[\s\S]*?\n---\n# Sesi 3\n## Perencanaan/);
    assert.deepEqual(remaining, []);
  });

  it('is none without the key for the note format', () => {
    assert.ok(!placesOf(`Words.\n\n---\nclient: K\n---\n`).includes('front-matter:3'));
  });
});

describe('fields that are missing', () => {
  it('come in one by one or all at once', () => {
    const text = ['---', 'protocol: four-stage', 'stages: [planning]', '---', ...planning, ''].join('\n');
    assert.match(
      fixed(text, 'missing-field', 1),
      /\nstages: \[planning\]\nclient: \nsession: \ndate: \n---\n/,
    );
  });

  it('are one problem where the lines of a form say them', () => {
    const text = ['Nama konseli : AR', 'Hari, tanggal : Rabu, 14 Januari 2026', '', ...planning, ''].join(
      '\n',
    );
    const found = problemsOf(text).filter(({ rule }) => rule === 'missing-field');
    assert.deepEqual(
      found.map(({ message }) => message.key),
      ['problem.missing-field', 'problem.missing-field.form-lines'],
    );
    const mended = applyEdits(text, found[1]?.fixes[0]?.edits ?? []);
    assert.match(mended, /^---\nclient: AR\ndate: 2026-01-14\n---\n## Perencanaan/);
  });
});
