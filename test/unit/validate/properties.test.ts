import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../../src/core/text/textEdit';
import type { Problem } from '../../../src/core/validate/problem';
import { anyNote } from './anyNote';
import { closing, fixedText, noteWith, parse, planning, problemsOf, scaffoldedText } from './support';

const fix = (text: string) => fixedText(text);
const scaffold = (text: string) => scaffoldedText(text);

function hasSafeFix({ fixes }: Problem): boolean {
  return fixes.some(({ safety }) => safety === 'safe');
}

const texts = fc.oneof(
  { weight: 9, arbitrary: anyNote },
  fc.string({ unit: 'binary', maxLength: 200 }).map(text => `---\nprotocol: four-stage\n---\n${text}`),
);

describe('any text', () => {
  it('has problems whose places and fixes lie inside it, in the order of the text', () => {
    fc.assert(
      fc.property(texts, text => {
        let before = 0;
        for (const { range, fixes } of problemsOf(text)) {
          assert(before <= range.start && range.start <= range.end && range.end <= text.length);
          before = range.start;
          for (const { edits, caret } of fixes.filter(({ inPractice }) => inPractice === undefined)) {
            const after = applyEdits(text, edits);
            assert(caret === undefined || (caret >= 0 && caret <= after.length));
            for (const edit of edits) assert(edit.range.end <= text.length);
            assert(edits.length > 0 && after !== text);
          }
        }
      }),
      { numRuns: 250 },
    );
  });

  it('has the same problems every time', () => {
    fc.assert(
      fc.property(texts, text => assert.deepEqual(problemsOf(text), problemsOf(text))),
      { numRuns: 100 },
    );
  });

  it('has no problem with a safe fix left after the safe fixes, and a second run changes nothing', () => {
    fc.assert(
      fc.property(texts, text => {
        const { text: after, remaining } = fix(text);
        assert.deepEqual(remaining.filter(hasSafeFix), []);
        assert.deepEqual(problemsOf(after), remaining);
        assert.deepEqual(fix(after), { text: after, count: 0, remaining });
      }),
      { numRuns: 250 },
    );
  });

  it('is only changed by the safe fixes where it has a problem with one', () => {
    fc.assert(
      fc.property(texts, text => {
        const { text: after, count } = fix(text);
        assert.equal(count > 0, problemsOf(text).some(hasSafeFix));
        assert.equal(count > 0, after !== text);
      }),
      { numRuns: 100 },
    );
  });

  it('lacks no stage or section after scaffolding, keeps all its lines, and a second run changes nothing', () => {
    fc.assert(
      fc.property(texts, text => {
        const { text: after, remaining } = scaffold(text);
        const missing = remaining.filter(
          ({ rule }) => rule === 'missing-stage' || rule === 'missing-section',
        );
        // Where a stage of a transcript began, only a person can say.
        if (parse(text).frontMatter.kind !== 'transcript') assert.deepEqual(missing, []);
        assert.deepEqual(scaffold(after), { text: after, count: 0, remaining });
        let rest = after;
        for (const line of text.split(/\r\n|\n|\r/).map(words => words.trim())) {
          assert(rest.includes(line));
          rest = rest.slice(rest.indexOf(line) + line.length);
        }
      }),
      { numRuns: 250 },
    );
  });

  it('has each missing stage or section mended by what inserts it', () => {
    fc.assert(
      fc.property(texts, text => {
        for (const { rule, stage, section, fixes } of problemsOf(text)) {
          if (rule !== 'missing-stage' && rule !== 'missing-section') continue;
          for (const { edits } of fixes.filter(({ title }) => title.key.startsWith('fix.insert-'))) {
            const left: readonly Problem[] = problemsOf(applyEdits(text, edits)).filter(
              problem => problem.rule === rule && problem.stage === stage && problem.section === section,
            );
            assert.deepEqual(left, []);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('is no better off by inserted headings: each stage that was missing is then empty', () => {
    const stages = fc
      .subarray([...completeStages])
      .map(parts => noteWith(parts.flatMap(lines => ['', ...lines])));
    fc.assert(
      fc.property(stages, text => {
        const missing = problemsOf(text).map(({ rule, stage, severity }) => [rule, stage, severity]);
        const empty = scaffold(text).remaining.map(({ rule, stage, severity }) => [rule, stage, severity]);
        assert.equal(
          missing.every(([rule]) => rule === 'missing-stage'),
          true,
        );
        assert.deepEqual(
          empty.sort(),
          missing.map(([, stage, severity]) => ['empty-stage', stage, severity]).sort(),
        );
      }),
    );
  });
});

const completeStages: readonly (readonly string[])[] = [
  ['## Rapport', 'Deferred: known already'],
  ['## Eksplorasi masalah', 'Belum dibahas: waktu habis'],
  planning,
  closing('Continued.'),
];
