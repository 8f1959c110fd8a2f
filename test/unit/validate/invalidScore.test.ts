import assert from 'node:assert/strict';
import { fixed, noteWith, planning, problemsOf } from './support';

function problemsWith(...head: readonly string[]) {
  return problemsOf(noteWith(planning, ['stages: [planning]', ...head]));
}

describe('scores', () => {
  it('outside the range of their measure are errors at their place', () => {
    const text = noteWith(planning, ['stages: [planning]', 'phq9: 32']);
    const [problem, ...others] = problemsOf(text);
    assert.deepEqual(others, []);
    assert.equal(problem?.rule, 'invalid-score');
    assert.equal(problem.severity, 'error');
    assert.equal(problem.message.key, 'problem.invalid-score.range');
    assert.equal(problem.message.args?.['max'], 27);
    assert.equal(text.slice(problem.range.start, problem.range.end), '32');
  });

  it('within it are none', () => {
    assert.deepEqual(problemsWith('phq9: 12', 'suds: 80 → 40', 'GAD-7: 8/21'), []);
  });

  it('on another scale, unread, or of one among several clients are told', () => {
    const said = (...head: readonly string[]) =>
      problemsWith(...head).map(({ severity, message: { key } }) => [severity, key]);
    assert.deepEqual(said('who5: 52/100'), [['error', 'problem.invalid-score.scale']]);
    assert.deepEqual(said('phq9: high'), [['warning', 'problem.invalid-score.unread']]);
    const couple = noteWith(planning, ['stages: [planning]', 'phq9: 12']).replace('K-014', '[K-014, K-015]');
    assert.deepEqual(
      problemsOf(couple).map(({ severity, message: { key } }) => [severity, key]),
      [['warning', 'problem.invalid-score.whose']],
    );
  });

  it('have the words behind them put in parentheses', () => {
    const text = noteWith(planning, ['stages: [planning]', 'phq9: 12 moderate']);
    assert.equal(fixed(text, 'invalid-score'), text.replace('12 moderate', '12 (moderate)'));
  });
});
