import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/text/textEdit';
import { noteWith, parse, planning, problemsOf } from './support';

/** The text after the fix that adds all fields that are missing. */
function withFields(text: string): string {
  const fixes = problemsOf(text).flatMap(problem => problem.fixes);
  const all = fixes.find(({ title }) => title.key === 'fix.insert-fields');
  return applyEdits(text, all?.edits ?? []);
}

describe('the first line of a note without front matter', () => {
  it('gives the fields that are inserted their values, and stays', () => {
    for (const line of [
      'K-111, sesi 2, senin 12 oktober 2026',
      'Klien K-111 – Sesi ke-2 – Senin, 12 Oktober 2026',
      '# Client: K-111 | Session 2 | October 12, 2026',
      'K-111; pertemuan 2; 12/10/2026',
    ]) {
      const text = `${line}\n\nCatatan.\n`;
      const written = withFields(text);
      const { client, session, date } = Object.fromEntries(
        parse(written).frontMatter.entries.map(({ key, values }) => [key, values[0]?.text]),
      );
      assert.ok(written.endsWith(text), line);
      const day = line.includes('12/10') ? undefined : '2026-10-12';
      assert.deepEqual([client, session], ['K-111', '2'], line);
      if (day !== undefined) assert.equal(date, day, line);
    }
  });

  it('gives none that is not plainly said', () => {
    for (const line of ['Senin 13 Oktober 2026', 'Ani datang 2 kali.', 'Sesi tentang 3 hal'])
      assert.match(withFields(`${line}\n\nCatatan.\n`), /^---\nclient: \nsession: \ndate: \n---\n/, line);
  });
});

describe('a line with a label right below a goal', () => {
  const told = (...lines: readonly string[]) =>
    problemsOf(noteWith([...planning, '', ...lines])).filter(({ message }) =>
      message.key.startsWith('problem.goal-status.goes-on'),
    );

  it('is told, and a blank line takes it out of the goal', () => {
    const text = noteWith([...planning, '', '- [ ] Bring journal', 'HW: read chapter 2']);
    const [problem] = problemsOf(text).filter(({ rule }) => rule === 'goal-status');
    assert.deepEqual(
      [problem?.severity, problem && text.slice(problem.range.start, problem.range.end)],
      ['hint', 'HW:'],
    );
    const after = applyEdits(text, problem?.fixes[0]?.edits ?? []);
    assert.deepEqual(parse(after).goals.at(-1)?.text, 'Bring journal');
  });

  it('is words of the goal where it is indented, in lower case or a field', () => {
    for (const line of ['  HW: read', 'namely: read', 'Due: 2026-03-01', 'and then Bob: hello'])
      assert.deepEqual(told('- [ ] Bring journal', line), [], line);
  });
});
