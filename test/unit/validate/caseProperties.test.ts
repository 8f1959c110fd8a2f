import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CaseIndex } from '../../../src/core/case/caseIndex';
import { toCaseNote } from '../../../src/core/case/toCaseNote';
import { defaultConfig } from '../../../src/core/config/config';
import { indexLines } from '../../../src/core/text/lineIndex';
import { applyEdits } from '../../../src/core/text/textEdit';
import { CaseProblems } from '../../../src/core/validate/caseProblems';
import type { CaseProblem, Fix } from '../../../src/core/validate/problem';
import { anyNote } from './anyNote';
import { caseProblemsOf, index, january, session, type Texts } from './caseSupport';
import { closing, parse, planning, protocols } from './support';

const goal = fc
  .record({
    marker: fc.constantFrom(' ', '/', 'x', '-', 'h', '>', '?'),
    words: fc.constantFrom(
      'Tidur lebih awal',
      'Tidur lebih awl',
      'Tidur\n  lebih *awal*',
      'Membaca 1 buku',
      'Membaca 2 buku',
      'Sleep early',
      '',
    ),
    id: fc.constantFrom('', '', '^tidur-awal', '^tidur-awl', '^a'),
    field: fc.constantFrom(
      '',
      '',
      '',
      '[replaces:: ^tidur-awal]',
      '[replaces:: ^tidur-wal]',
      '[client:: K-015]',
    ),
  })
  .map(({ marker, words, id, field }) => `- [${marker}] ${[words, id, field].join(' ')}`);
const goals = fc.array(goal, { maxLength: 3 });

/** Notes of two clients, some of both: equal numbers and dates, missing ones, every kind, ids added late. */
const caseText = fc
  .record({
    number: fc.option(fc.integer({ min: 1, max: 6 })),
    day: fc.option(fc.integer({ min: 1, max: 6 })),
    client: fc.constantFrom('K-014', 'K-014', 'k-014', 'K-015', '[K-014, K-015]', ''),
    protocol: fc.constantFrom('four-stage', 'four-stage', 'four-stage', 'unknown'),
    head: fc.subarray(
      [
        'status: draft',
        'stages: [planning]',
        'attendance: no-show',
        'contact: phone',
        'kind: transcript',
        'closed: resolved',
        'x: "',
      ],
      { maxLength: 2 },
    ),
    goals,
    actions: goals,
    decision: fc.constantFrom('Continued.', 'Continued.', 'Resolved.'),
    silenced: fc.constantFrom('', '', '', '<!-- session-notes-disable goal-forgotten sync-copy -->'),
    eol: fc.constantFrom('\n', '\r\n'),
  })
  .map(({ number, day, goals: own, actions, decision, silenced, eol, ...of }) => {
    const written = {
      ...of,
      ...(number !== null && { number }),
      ...(day !== null && { date: january(day) }),
    };
    const [stage = '', ...rest] = planning;
    const end = closing(decision).flatMap(line => (line.startsWith('- [') ? [line, ...actions] : [line]));
    return session(written, [silenced, stage, ...own, ...rest, ...end]).replaceAll('\n', eol);
  });

const text = fc.oneof({ weight: 8, arbitrary: caseText }, anyNote);
const paths = ['1.md', '2.md', '3.md', 'x/1.md', 'x/2.md', 'é.md'];
const texts: fc.Arbitrary<Texts> = fc
  .array(fc.tuple(fc.constantFrom(...paths), text), { maxLength: 8 })
  .map(notes => Object.fromEntries(notes));

/** Two sessions of one client with goals in the same stage, so that some are nearly the same in most runs. */
const twoSessions: fc.Arbitrary<Texts> = fc
  .tuple(...[1, 2].map(() => fc.array(goal, { minLength: 3, maxLength: 5 })))
  .map(sessions => {
    const [stage = '', ...rest] = planning;
    const texts = sessions.map((own, at) =>
      session({ number: at + 1, date: january(at + 1) }, [stage, ...own, ...rest]),
    );
    return Object.fromEntries(texts.map((text, at) => [`${at + 1}.md`, text]));
  });

function allProblems(cases: CaseIndex): Readonly<Record<string, readonly CaseProblem[]>> {
  const problems = new CaseProblems(defaultConfig, protocols);
  return Object.fromEntries(paths.map(path => [path, problems.of(path, cases.casesOf(path))]));
}

/** A case never mends by itself: each step is offered, which changes the note, or the practice in its place. */
function assertSuggests({ edits, safety, inPractice }: Fix, text: string): void {
  assert.equal(safety, 'suggestion');
  assert.equal(applyEdits(text, edits) !== text, inPractice === undefined);
}

describe('what cases bring to their notes', () => {
  it('does not depend on the order in which the notes were read, changed and deleted', () => {
    const changes = fc.array(fc.tuple(fc.constantFrom(...paths), fc.option(text)), { maxLength: 12 });
    fc.assert(
      fc.property(changes, steps => {
        const changing = index({});
        const problems = new CaseProblems(defaultConfig, protocols);
        const final = new Map<string, string>();
        for (const [path, content] of steps) {
          if (content === null) changing.delete(path);
          else changing.set(toCaseNote(path, parse(content)));
          if (content === null) final.delete(path);
          else final.set(path, content);
          // Asked in between, as an editor does, so that what is kept from before would show.
          for (const each of paths) problems.of(each, changing.casesOf(each));
        }
        const backwards = index(Object.fromEntries([...final].reverse()));
        const kept = Object.fromEntries(paths.map(path => [path, problems.of(path, changing.casesOf(path))]));
        assert.deepEqual(kept, allProblems(backwards));
        assert.deepEqual(allProblems(index(Object.fromEntries(final))), allProblems(backwards));
      }),
      { numRuns: 100 },
    );
  });

  it('stands on one line inside its note, in order; so do the places beside it and every edit', () => {
    fc.assert(
      fc.property(texts, notes => {
        for (const [path, text] of Object.entries(notes)) {
          const problems = caseProblemsOf(notes, path);
          const starts = problems.map(({ range }) => range.start);
          assert.deepEqual(
            starts,
            [...starts].sort((a, b) => a - b),
          );
          for (const { range, related, fixes } of problems) {
            for (const [file, place] of [
              [path, range] as const,
              ...related.map(each => [each.path, each.place] as const),
            ]) {
              const lines = indexLines(notes[file] ?? '');
              assert.deepEqual(lines.positionAt(place.start), {
                line: place.line,
                character: place.character,
              });
              assert.ok(place.start <= place.end && place.end <= lines.lineRange(place.line).end);
            }
            for (const fix of fixes) assertSuggests(fix, text);
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('is what makes two goals one, where that was asked about, by a change of that note alone', () => {
    let asked = 0;
    fc.assert(
      fc.property(fc.oneof(texts, twoSessions), notes => {
        for (const [path, text] of Object.entries(notes)) {
          const questions = caseProblemsOf(notes, path).filter(({ rule }) => rule === 'similar-goal');
          for (const { goal, fixes } of questions) {
            const before = index(notes).get(goal?.caseKey ?? '');
            for (const { edits } of fixes) {
              asked++;
              const after = index({ ...notes, [path]: applyEdits(text, edits) }).get(goal?.caseKey ?? '');
              assert.ok(before !== undefined && after !== undefined);
              // More than two become one where words that two goals shared are one goal's alone from now on.
              assert.ok(after.goals.length < before.goals.length);
            }
          }
        }
      }),
      { numRuns: 300 },
    );
    assert.ok(asked > 0);
  });
});
