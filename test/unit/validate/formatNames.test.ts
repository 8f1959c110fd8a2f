import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/text/textEdit';
import type { Problem } from '../../../src/core/validate/problem';
import { parse, problemsOf } from './support';

const head = ['client: K-014', 'session: 2', 'date: 2026-01-12'];

function noteOf(keys: readonly string[], ...body: readonly string[]): string {
  return ['---', ...keys, ...head, '---', ...body, ''].join('\n');
}

function fixesOf({ fixes }: Problem): readonly unknown[] {
  return fixes.flatMap(({ title }) => title.args?.['value'] ?? []);
}

const birp = [
  '## Behavior',
  'Tired.',
  '## Intervention',
  'Rest.',
  '## Response',
  'Calm.',
  '## Plan',
  'Call.',
];

describe('the format of a note', () => {
  it('may be named under other keys, by id or title', () => {
    for (const entry of [
      'format: birp',
      'Format: BIRP',
      'jenis catatan: Catatan BIRP',
      'format-catatan: birp',
      'format: BIRP notes',
      'format: BIRP progress note',
      'format: catatan sesi BIRP',
      'format: B.I.R.P.',
    ]) {
      assert.equal(parse(noteOf([entry], ...birp)).protocolId, 'birp', entry);
    }
    assert.deepEqual(problemsOf(noteOf(['format: birp'], ...birp)), []);
  });

  it('may have words around it that any note may have, which are told', () => {
    for (const name of ['BIRP notes', 'laporan BIRP']) {
      const text = noteOf([`protocol: ${name}`], ...birp);
      const [problem, ...others] = problemsOf(text);
      assert.deepEqual(others, []);
      assert.ok(problem);
      assert.deepEqual(
        [problem.rule, problem.severity, fixesOf(problem)],
        ['unknown-protocol', 'info', ['birp']],
      );
      assert.deepEqual(problemsOf(applyEdits(text, problem.fixes[0]?.edits ?? [])), []);
    }
    assert.equal(parse(noteOf(['format: notes'], ...birp)).protocolId, 'four-stage');
  });

  it('may have a number in its name, in words or figures of any language', () => {
    for (const name of ['empat tahap', 'Konseling 4 tahap', '4-stage counseling', 'four stage', '4 tahap']) {
      assert.equal(parse(noteOf([`protocol: ${name}`], ...birp)).protocolId, 'four-stage', name);
    }
    assert.equal(parse(noteOf(['protocol: 5 tahap'], ...birp)).protocolId, '5 tahap');
  });

  it('is none where the value of such a key names no format, and where `protocol:` says it', () => {
    assert.equal(parse(noteOf(['format: A4'], ...birp)).protocolId, 'four-stage');
    assert.equal(parse(noteOf(['format: birp', 'protocol: dap'], ...birp)).protocolId, 'dap');
  });

  it('that is said as the kind of the note is told there, and nothing is missing before it is mended', () => {
    const text = noteOf(['jenis: home visit'], 'Kami datang.');
    const [problem, ...others] = problemsOf(text);
    assert.deepEqual(others, []);
    assert.ok(problem);
    assert.deepEqual([problem.rule, fixesOf(problem)], ['invalid-field', ['protocol: home-visit']]);
    assert.match(applyEdits(text, problem.fixes[0]?.edits ?? []), /^---\nprotocol: home-visit\nclient/);
    const unknown = problemsOf(noteOf(['jenis: entah'], 'Kami datang.'));
    assert.equal(unknown.filter(({ rule }) => rule === 'missing-stage').length, 4);
  });

  it('that nobody knows is offered in the words of those that there are', () => {
    for (const [name, ids] of [
      ['konseling-kelompok', ['laporan-kelompok', 'rpl-kelompok']],
      ['empat tahapan', ['four-stage']],
      ['xyz', []],
    ] as const) {
      const [problem] = problemsOf(noteOf([`protocol: ${name}`], 'Kami datang.'));
      assert.ok(problem);
      assert.deepEqual([problem.rule, fixesOf(problem)], ['unknown-protocol', ids], name);
    }
  });

  it('that the first line names in full is offered where the note says none', () => {
    for (const [title, id] of [
      ['# LAPORAN KUNJUNGAN RUMAH (HOME VISIT)', 'home-visit'],
      ['Alih Tangan Kasus', 'referral'],
      ['# LAPORAN KONSELING INDIVIDUAL', 'laporan-konseling'],
      ['**SOAP NOTE**', 'soap'],
    ] as const) {
      const text = noteOf([], title, '', 'Kami datang.');
      const problem = problemsOf(text).find(({ rule }) => rule === 'missing-stage');
      assert.ok(problem);
      assert.deepEqual(fixesOf(problem), [`protocol: ${id}`], title);
      assert.equal(parse(applyEdits(text, problem.fixes[0]?.edits ?? [])).protocolId, id);
    }
    const [problem] = problemsOf(noteOf([], '# Sesi dengan K-014', 'Kami datang.'));
    assert.deepEqual(problem && fixesOf(problem), []);
  });

  it('that a part of the first line names is offered', () => {
    for (const [title, id] of [
      ['# DAP note session 5', 'dap'],
      ['# BIRP – K-101 – 3 March 2026', 'birp'],
      ['**Catatan SOAP, sesi 3**', 'soap'],
    ] as const) {
      const text = `${title}\n\nKami datang.\n`;
      const problem = problemsOf(text).find(({ rule }) => rule === 'missing-stage');
      assert.deepEqual(problem && fixesOf(problem), [`protocol: ${id}`], title);
    }
  });

  it('that has all its parts in a note is asked about in place of stages of another one', () => {
    for (const [lines, id] of [
      [['S: tired', 'O: flat', 'A: stable', 'P: walk'], 'soap'],
      [['## Data', 'a', '## Assessment', 'b', '## Plan', 'c'], 'dap'],
      [birp, 'birp'],
      [['- **S:** a', '- **O:** b', '- **A:** c', '- **P:** d'], 'soap'],
    ] as const) {
      const text = noteOf([], ...lines);
      const [problem, ...others] = problemsOf(text).filter(({ rule }) => rule === 'missing-stage');
      assert.ok(problem);
      assert.deepEqual(others, []);
      assert.deepEqual(
        [problem.message.key, problem.severity],
        ['problem.missing-stage.other-format', 'warning'],
      );
      const mended = applyEdits(text, problem.fixes[0]?.edits ?? []);
      assert.equal(parse(mended).protocolId, id);
      assert.deepEqual(
        problemsOf(mended).filter(({ severity }) => severity !== 'hint'),
        [],
      );
    }
    for (const lines of [
      ['S: tired', 'O: flat', 'A: stable'],
      ['## Membangun hubungan', 'a', '## Penutup', 'b'],
    ]) {
      assert.ok(
        problemsOf(noteOf([], ...lines)).every(
          ({ message }) => message.key !== 'problem.missing-stage.other-format',
        ),
      );
    }
    assert.ok(problemsOf(noteOf(['protocol: four-stage'], ...birp)).length > 1);
  });
});
