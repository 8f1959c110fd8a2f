import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/text/textEdit';
import { carryOverFixes } from '../../../src/core/validate/carryOverFixes';
import { render, renderQuoting } from '../../../src/l10n/catalogue';
import { caseProblemsOf, index, type Session, session, type Texts } from './caseSupport';
import { parse, planning } from './support';

function note(number: number, goals: readonly string[], more: Partial<Session> = {}): string {
  const body = [...planning.slice(0, 1), ...goals, ...planning.slice(1)];
  return session({ number, head: ['stages: [planning]'], ...more }, body);
}

/** The texts of the note at `path` after each of the fixes of its problems. */
function afterFixes(texts: Texts, path: string): readonly string[] {
  const text = texts[path] ?? '';
  const cases = index(texts).casesOf(path);
  return caseProblemsOf(texts, path).flatMap(problem =>
    carryOverFixes(problem, parse(text), cases, 'id').map(({ edits, safety }) => {
      assert.equal(safety, 'suggestion');
      return applyEdits(text, edits);
    }),
  );
}

describe('the fix of a forgotten goal', () => {
  it('carries it into the note at hand, and then nothing is forgotten', () => {
    const texts = {
      '1.md': note(1, ['- [/] Tidur lebih awal ^tidur [due:: 2026-02-01]']),
      '2.md': note(2, []),
    };
    const [after, ...others] = afterFixes(texts, '2.md');
    assert.deepEqual(others, []);
    assert.match(after ?? '', /^- \[.\] Tidur lebih awal \[due:: 2026-02-01\] \^tidur$/m);
    assert.deepEqual(caseProblemsOf({ ...texts, '2.md': after ?? '' }, '2.md'), []);
  });

  it('carries one goal at a time, each asked about by itself', () => {
    const texts = { '1.md': note(1, ['- [ ] Tidur ^tidur', '- [ ] Makan ^makan']), '2.md': note(2, []) };
    const after = afterFixes(texts, '2.md');
    assert.equal(after.length, 2);
    assert.deepEqual(
      after.map(text => caseProblemsOf({ ...texts, '2.md': text }, '2.md').map(({ goal }) => goal?.key)),
      [['^makan'], ['^tidur']],
    );
  });

  it('says by the words of the goal which one it carries, and by its place where words are hidden', () => {
    const texts = {
      '1.md': note(1, ['- [ ] Tidur ^tidur', `- [ ] ${'Makan '.repeat(30)}^makan`]),
      '2.md': note(2, []),
    };
    const cases = index(texts).casesOf('2.md');
    const titles = caseProblemsOf(texts, '2.md').flatMap(problem =>
      carryOverFixes(problem, parse(texts['2.md']), cases, 'id').map(({ title }) => title),
    );
    const [first = '', second = ''] = titles.map(renderQuoting);
    assert.equal(first, 'Carry “Tidur” over into this note');
    assert.match(second, /^Carry “(?:Makan ){9}Makan …” over/);
    for (const title of titles) assert.match(render(title), /^Carry the goal of 1\.md, line \d+, over/);
  });

  it('says whose goal it is in the note of a group', () => {
    const client = '[K-014, K-015]';
    const texts = { '1.md': note(1, ['- [ ] Tidur ^tidur']), '2.md': note(2, [], { client }) };
    assert.match(afterFixes(texts, '2.md')[0] ?? '', /\[client:: K-014\]/);
  });

  it('is none of other problems, and none once the goal is gone', () => {
    const copies = { '1.md': note(1, []), '2.md': note(1, []) };
    const dated = (text: string): string => text.replace('date: ', 'date: 2026-01-01');
    const copied = { '1.md': dated(copies['1.md']), '2.md': dated(copies['2.md']) };
    assert.equal(caseProblemsOf(copied, '2.md').length, 1);
    assert.deepEqual(afterFixes(copied, '2.md'), []);
    const forgetful = { '1.md': note(1, ['- [ ] Tidur ^tidur']), '2.md': note(2, []) };
    const [problem] = caseProblemsOf(forgetful, '2.md');
    assert.ok(problem);
    const cases = index({ '2.md': forgetful['2.md'] }).casesOf('2.md');
    assert.deepEqual(carryOverFixes(problem, parse(forgetful['2.md']), cases, 'id'), []);
  });
});
