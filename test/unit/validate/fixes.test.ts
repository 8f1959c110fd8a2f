import assert from 'node:assert/strict';
import { defaultConfig } from '../../../src/core/config/config';
import { message } from '../../../src/core/message';
import { missingInsertions } from '../../../src/core/practice/scaffoldNote';
import { applyEdits } from '../../../src/core/text/textEdit';
import type { Problem } from '../../../src/core/validate/problem';
import { safeFixes } from '../../../src/core/validate/safeFixes';
import {
  closing,
  fixed,
  fixedText,
  noteWith,
  parse,
  placesOf,
  planning,
  problemsOf,
  scaffoldedText,
} from './support';

const planned = ['stages: [planning]'];

describe('the safe fixes', () => {
  it('follow what an earlier one brings to light', () => {
    const text = noteWith(
      [
        '## Perencanan pemecahan masalah',
        '- [✓] a',
        '### Solusi yang paling tepaat',
        'x',
        '',
        '**Alternatif solusi**',
        '',
        'y',
      ],
      planned,
    ).replace('four-stage', 'four-stag');
    const result = fixedText(text);
    assert.equal(
      result.text,
      noteWith(
        [
          '## Perencanaan pemecahan masalah',
          '- [x] a',
          '### Solusi yang paling tepat',
          'x',
          '',
          '**Alternatif solusi**',
          '',
          'y',
        ],
        planned,
      ),
    );
    assert.deepEqual([result.count, result.remaining], [4, []]);
  });

  it('leave what needs a person, and say so', () => {
    const text = noteWith([...planning.slice(0, 1), '- [?] a', ...planning.slice(1)], planned);
    const { text: after, count, remaining } = fixedText(text);
    assert.deepEqual([after, count, remaining.length], [text, 0, 1]);
  });

  it('of several problems are applied together', () => {
    const text = noteWith(
      [...planning.slice(0, 1), '- [✓] a [due:: 3 Mei 2026]', '- [–] b', ...planning.slice(1)],
      planned,
    );
    assert.equal(
      applyEdits(text, safeFixes(problemsOf(text))),
      text.replace('✓', 'x').replace('–', '-').replace('3 Mei 2026', '2026-05-03'),
    );
  });

  it('are all that can be applied together: from the first character on, and of two that overlap the first', () => {
    const problems = [
      [0, 3],
      [3, 5],
      [4, 6],
      [8, 8],
    ].map(([start = 0, end = 0]): Problem => {
      const edits = [{ range: { start, end }, newText: '' }];
      const title = message('fix.add-id', { id: 'a' });
      return {
        rule: 'goal-status',
        severity: 'warning',
        message: title,
        range: { start, end },
        fixes: [{ title, safety: 'safe', edits }],
      };
    });
    const chosen = safeFixes(problems);
    assert.deepEqual(
      chosen.map(({ range }) => [range.start, range.end]),
      [
        [0, 3],
        [3, 5],
        [8, 8],
      ],
    );
  });

  it('do not apply what is switched off', () => {
    const text = noteWith([...planning.slice(0, 1), '- [✓] a', ...planning.slice(1)], planned);
    const config = { ...defaultConfig, rules: { 'goal-status': 'off' } } as const;
    assert.equal(fixedText(text, config).text, text);
  });
});

describe('renaming a heading', () => {
  it('keeps the closing hashes and the line ends', () => {
    const text = noteWith(['## Perencanan pemecahan masalah ##', ...planning.slice(1)], planned).replaceAll(
      '\n',
      '\r\n',
    );
    assert.equal(fixed(text, 'similar-heading'), text.replace('Perencanan', 'Perencanaan'));
  });

  it('makes a paragraph that is only a title a heading of the level around it', () => {
    const text = noteWith([...planning.slice(0, 3), '', 'Alternatif solusi', '', 'Lain.'], planned);
    assert.equal(fixed(text, 'similar-heading'), text.replace('Alternatif solusi', '### Alternatif solusi'));
  });
});

describe('choosing', () => {
  const declared = ['stages: [closing]'];

  it('adds a line with the choice below what stands there', () => {
    const text = noteWith(closing('Not yet resolved.'), declared);
    const [problem] = problemsOf(text);
    assert.equal(problem?.fixes.length, 6);
    const after = fixed(text, 'invalid-choice', 1);
    assert.equal(after, text.replace('Not yet resolved.', 'Not yet resolved.\n\nContinued.'));
    assert.deepEqual(problemsOf(after), []);
  });

  it('writes in the language of the note', () => {
    const text = noteWith(closing('x'), [...declared, 'language: id']);
    assert(fixed(text, 'invalid-choice', 1).includes('x\n\nDiteruskan.\n'));
  });

  it('ticks the item that names the choice', () => {
    const text = noteWith(closing('- [ ] Resolved\n- [ ] Continued: monthly\n- [ ] Other'), declared);
    const after = fixed(text, 'invalid-choice', 1);
    assert.equal(after, text.replace('[ ] Continued', '[x] Continued'));
    assert.deepEqual(problemsOf(after), []);
  });
});

describe('several choices of which one alone may be named', () => {
  const withDecision = (decision: string): string => noteWith(closing(decision), ['stages: [closing]']);

  it('are settled by keeping one: the others lose their ticks, or are struck out', () => {
    const ticked = withDecision('- [x] Resolved\n- [x] Continued');
    assert.equal(fixed(ticked, 'invalid-choice'), withDecision('- [x] Resolved\n- [ ] Continued'));
    assert.equal(fixed(ticked, 'invalid-choice', 1), withDecision('- [ ] Resolved\n- [x] Continued'));
    const lines = withDecision('Resolved.\n\nContinued next week.');
    const kept = fixed(lines, 'invalid-choice', 1);
    assert.equal(kept, withDecision('~~Resolved.~~\n\nContinued next week.'));
    assert.deepEqual(placesOf(kept), []);
  });

  it('that may be said of the session are asked about, and either answer is clear', () => {
    const text = withDecision('Selesai (sesi 3)');
    const answers = ['Terselesaikan. “Selesai (sesi 3)”', 'Diteruskan. “Selesai (sesi 3)”'];
    for (const [at, answer] of answers.entries()) {
      const mended = fixed(text, 'invalid-choice', at)
        .replace('Resolved', 'Terselesaikan')
        .replace('Continued', 'Diteruskan');
      assert.equal(mended, withDecision(answer));
      assert.deepEqual(placesOf(mended), []);
    }
  });
});

describe('scaffolding', () => {
  it('inserts what is missing, in the language of the note, and nothing else', () => {
    const text = noteWith(planning.slice(0, 3), ['stages: [planning, closing]']);
    const { text: after, count, remaining } = scaffoldedText(text);
    assert.equal(count, 2);
    assert(after.startsWith(text));
    const headings = [...after.matchAll(/^#.*$/gm)].map(([heading]) => heading);
    assert.deepEqual(headings, [
      '## Perencanaan pemecahan masalah',
      '### Solusi yang paling tepat',
      '### Alternatif solusi',
      '## Penerapan solusi dan penutup konseling',
      '### Tindakan konseli',
      '### Titik awal dan titik akhir proses konseling',
      '### Keputusan',
    ]);
    assert.deepEqual(
      remaining.map(({ rule }) => rule),
      ['empty-section', 'empty-stage'],
    );
  });

  it('writes in the language around where the note tells none', () => {
    const empty = noteWith([], planned);
    const text = scaffoldedText(empty, {}, { language: 'id' }).text;
    assert(text.includes('\n## Perencanaan pemecahan masalah\n'));
    const configured = scaffoldedText(empty, { language: 'id' }).text;
    assert.equal(configured, text);
    assert(scaffoldedText(empty).text.includes('\n## Planning how to solve the problem\n'));
  });

  it('leaves near misses to their own fix, and transcripts and silenced rules alone', () => {
    const near = noteWith(['## Perencanan pemecahan masalah', 'x'], planned);
    assert.equal(scaffoldedText(near).count, 0);
    const transcript = noteWith(['## Rapport'], ['kind: transcript']);
    assert.equal(scaffoldedText(transcript).count, 0);
    const off = { ...defaultConfig, rules: { 'missing-stage': 'off' } } as const;
    assert.equal(scaffoldedText(noteWith([], planned), off).count, 0);
  });

  it('is one change of the text for an editor', () => {
    const text = noteWith(planning.slice(0, 3), ['stages: [exploration, planning, closing]']);
    const note = parse(text);
    const insertions = missingInsertions(note, problemsOf(text), 'id');
    const after = applyEdits(
      text,
      insertions.flatMap(({ edits }) => edits),
    );
    assert.equal(after, scaffoldedText(text).text);
    assert.deepEqual(
      insertions.map(({ caret }) => after.slice(0, caret).trimEnd().split('\n').at(-1)),
      ['### Definisi masalah', '### Alternatif solusi'],
    );
  });
});
