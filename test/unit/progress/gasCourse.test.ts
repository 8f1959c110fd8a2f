import assert from 'node:assert/strict';
import { buildCase } from '../../../src/core/case/buildCase';
import { caseProgress } from '../../../src/core/progress/caseProgress';
import type { GasCourse } from '../../../src/core/progress/gasCourse';
import { caseNote, mention, twoProtocols } from '../case/caseBuilder';

/** The course over sessions in each of which `levels` are given to the goals of these names. */
function courseOf(...sessions: readonly Readonly<Record<string, number>>[]): GasCourse {
  const notes = sessions.map((levels, at) =>
    caseNote(`${at}.md`, {
      session: at + 1,
      mentions: Object.entries(levels).map(([text, gas]) => mention(text, { gas })),
    }),
  );
  return caseProgress(buildCase('a', notes, twoProtocols), twoProtocols).gas;
}

function rounded({ scores }: GasCourse): readonly (readonly [column: number, score: string])[] {
  return scores.map(({ column, score }) => [column, score.toFixed(2)]);
}

describe('Course of goal attainment', () => {
  it('is empty where no level is given', () => {
    assert.deepEqual(courseOf({}, {}), { goals: [], scores: [] });
  });

  it('has a point for each level of each goal', () => {
    assert.deepEqual(courseOf({ Walk: -2 }, {}, { Walk: 1, Talk: 0 }).goals, [
      {
        goal: 0,
        points: [
          { column: 0, level: -2 },
          { column: 2, level: 1 },
        ],
      },
      { goal: 1, points: [{ column: 2, level: 0 }] },
    ]);
  });

  it('gives the published T-scores: 50 for all as expected, 60 for one goal at +1, 62.40 for two', () => {
    assert.deepEqual(rounded(courseOf({ Walk: 0, Talk: 0 }, { Walk: 1, Talk: 1 })), [
      [0, '50.00'],
      [1, '62.40'],
    ]);
    assert.deepEqual(rounded(courseOf({ Walk: 1 })), [[0, '60.00']]);
  });

  it('weighs goals as their latest mention with a weight says', () => {
    const note = (session: number, weight?: number) =>
      caseNote(`${session}.md`, {
        session,
        mentions: [mention('Walk', { gas: 1, weight }), mention('Talk', { gas: 0 })],
      });
    const notes = [note(1, 5), note(2, 3), note(3)];
    const course = caseProgress(buildCase('a', notes, twoProtocols), twoProtocols).gas;
    // 50 + 10·3 / √(0.7·(3² + 1²) + 0.3·(3 + 1)²)
    assert.deepEqual(rounded(course), [
      [0, '58.73'],
      [1, '58.73'],
      [2, '58.73'],
    ]);
  });

  it('counts the latest level of goals that a session does not rate', () => {
    const course = courseOf({ Walk: 1 }, { Talk: 1 });
    assert.deepEqual(rounded(course), [
      [0, '60.00'],
      [1, '62.40'],
    ]);
    assert.deepEqual(
      course.scores.map(({ goals }) => goals),
      [1, 2],
    );
  });
});
