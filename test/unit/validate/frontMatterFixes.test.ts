import assert from 'node:assert/strict';
import { loadPractice } from '../../../src/core/practice/loadPractice';
import { readNote } from '../../../src/core/practice/practice';
import { noteProblems } from '../../../src/core/practice/problems';
import { applyEdits } from '../../../src/core/text/textEdit';

const practice = loadPractice(undefined, []);
const head = '---\nprotocol: four-stage\nclient: K-1\ndate: 2026-01-05\n';
const tail = '---\n\n## Membangun hubungan\n\nkata\n';

/** What a note is after each fix of its front matter, by the title of the fix. */
function mended(text: string): Readonly<Record<string, string>> {
  const problems = noteProblems(practice, readNote(practice, 'a.session.md', text));
  const faults = problems.filter(({ rule }) => rule === 'front-matter');
  assert.equal(faults.length, 1, text);
  const fixes = faults.flatMap(fault => fault.fixes);
  assert.ok(fixes.every(({ safety }) => safety === 'suggestion'));
  return Object.fromEntries(fixes.map(({ title, edits }) => [title.key, applyEdits(text, edits)]));
}

describe('a front matter without its first line', () => {
  it('is told there and opened, and nothing else is reported as missing', () => {
    for (const eol of ['\n', '\r\n'])
      for (const mark of ['', '\ufeff']) {
        const rest = `${head.slice(4)}speakers:\n  RA: counselor\n${tail}`.replaceAll('\n', eol);
        const text = mark + rest;
        assert.deepEqual(mended(text), { 'fix.open-front-matter': `${mark}---${eol}${rest}` });
        const rules = noteProblems(practice, readNote(practice, 'a.session.md', text)).map(
          ({ rule }) => rule,
        );
        assert.ok(!rules.includes('missing-field') && !rules.includes('missing-stage'), rules.join());
      }
  });

  it('is none where other words stand above the dashes', () => {
    for (const text of [
      'Date: today\n---\n',
      'client: K-1\n\ndate: 2026-01-05\n---\n',
      'Halo.\nclient: K-1\nsession: 1\n---\n',
    ]) {
      const problems = noteProblems(practice, readNote(practice, 'a.session.md', text));
      assert.deepEqual(
        problems.filter(({ rule }) => rule === 'front-matter'),
        [],
        text,
      );
    }
  });
});

describe('a front matter that is not YAML', () => {
  for (const [written, title, meant] of [
    ['topic: stres: sekolah\n', 'fix.quote-value', 'topic: "stres: sekolah"\n'],
    ['topic: stres: "C:\\x" # ya\n', 'fix.quote-value', `topic: 'stres: "C:\\x"' # ya\n`],
    ['topic: @rumah\n', 'fix.quote-value', 'topic: "@rumah"\n'],
    ['topic: "a" dan "b\'s"\n', 'fix.quote-value', `topic: '"a" dan "b''s"'\n`],
    ['topic: "stres sekolah\n', 'fix.close-quote', 'topic: "stres sekolah"\n'],
    ['topic: [stres, sekolah\n', 'fix.close-bracket', 'topic: [stres, sekolah]\n'],
    ['topik:stres sekolah\n', 'fix.blank-behind-colon', 'topik: stres sekolah\n'],
    ['topic\n', 'fix.colon-behind-key', 'topic:\n'],
    ['topic - stres\n', 'fix.colon-behind-key', 'topic: stres\n'],
    ['\ttopic: stres\n', 'fix.remove-indentation', 'topic: stres\n'],
    [' topic: stres\n', 'fix.remove-indentation', 'topic: stres\n'],
    ['speakers:\n\tRA: counselor\n', 'fix.indent-with-spaces', 'speakers:\n  RA: counselor\n'],
  ] as const) {
    it(`is mended where it says ${JSON.stringify(written)}`, () => {
      assert.equal(mended(head + written + tail)[title], head + meant + tail);
      const crlf = (text: string) => text.replaceAll('\n', '\r\n');
      assert.equal(mended(crlf(head + written + tail))[title], crlf(head + meant + tail));
    });
  }

  it('is mended line by line where several lines have mistakes', () => {
    const text = `${head}topic: a: b\ntempat: @rumah\n${tail}`;
    const first = mended(text)['fix.quote-value'] ?? '';
    assert.equal(mended(first)['fix.quote-value'], `${head}topic: "a: b"\ntempat: "@rumah"\n${tail}`);
  });

  it('is closed below its last key', () => {
    const body = '\n## Membangun hubungan\n\nkata: ya\n';
    assert.deepEqual(mended(head + body), { 'fix.close-front-matter': `${head}---\n${body}` });
    const title = '# Catatan sesi\n\nkata\n';
    assert.deepEqual(mended(head + title), { 'fix.close-front-matter': `${head}---\n${title}` });
    assert.deepEqual(mended(head), { 'fix.close-front-matter': `${head}---\n` });
    assert.deepEqual(mended(head.trimEnd()), { 'fix.close-front-matter': `${head}---\n` });
  });

  it('has no fix where none would make it one that can be read', () => {
    assert.deepEqual(mended(`${head}? [\n: {{\n${tail}`), {});
    assert.deepEqual(mended(`${head}client: K-2\n${tail}`), {}, 'a key that is there twice');
  });
});
