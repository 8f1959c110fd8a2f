import assert from 'node:assert/strict';
import { formatGoalsCsv } from '../../../src/cli/formats/goalsCsv';
import { formatGoalsFhir } from '../../../src/cli/formats/goalsFhir';
import { formatGoalsJson } from '../../../src/cli/formats/goalsJson';
import { formatGoalsText } from '../../../src/cli/formats/goalsText';
import { buildCase } from '../../../src/core/case/buildCase';
import type { CaseGoal } from '../../../src/core/case/case';
import type { CaseMention, CaseNote } from '../../../src/core/case/caseNote';
import { groupGoals } from '../../../src/core/case/goalGroups';
import { isSameGoal } from '../../../src/core/case/sameGoal';
import { stageFor } from '../../../src/core/change/carriedMention';
import { defaultConfig } from '../../../src/core/config/config';
import { makePractice } from '../../../src/core/practice/practice';
import { caseProgress } from '../../../src/core/progress/caseProgress';
import { sessionBrief } from '../../../src/core/progress/sessionBrief';
import { validateCase } from '../../../src/core/validate/validateCase';
import { read } from '../note/workshop';
import { caseNote, mention, saying, twoProtocols } from './caseBuilder';

const outside = mention('Call home', { stage: undefined });
const notes = [
  caseNote('1.md', { session: 1, mentions: [outside, mention('Rest', { stage: 'middle' })] }),
  caseNote('2.md', { session: 2, protocol: 'swim', mentions: [mention('Dive', { stage: 'dive' })] }),
];
const found = buildCase('a', notes, twoProtocols);

function goalOf(...mentions: readonly CaseNote[]): CaseGoal {
  const [goal, ...others] = buildCase('a', mentions, twoProtocols).goals;
  assert.ok(goal !== undefined && others.length === 0);
  return goal;
}

function listed() {
  const root = {
    folder: '/root',
    ...makePractice(defaultConfig, twoProtocols),
    protocolFiles: new Map(),
    practiceFiles: [],
  };
  return [{ case: found, root, goals: found.goals }];
}

describe('a goal of no stage', () => {
  it('comes last, and has a key that no goal of a stage has', () => {
    assert.deepEqual(
      found.goals.map(({ text, stage }) => [text, stage]),
      [
        ['Rest', 'middle'],
        ['Dive', 'dive'],
        ['Call home', undefined],
      ],
    );
    assert.match(found.goals[2]?.key ?? '', /^walk\/~[0-9a-f]{8}$/);
  });

  it('has the stage and key of the latest mention that stands in one', () => {
    const placed = mention('Call home', { stage: 'middle' });
    const goal = goalOf(
      caseNote('1.md', { session: 1, mentions: [placed] }),
      caseNote('2.md', { session: 2, mentions: [outside] }),
    );
    assert.equal(goal.stage, 'middle');
    assert.equal(goal.key, goalOf(caseNote('1.md', { mentions: [placed] })).key);
  });

  it('is in one group behind all stages, whatever protocols it is of', () => {
    const more = caseNote('3.md', {
      session: 3,
      protocol: 'swim',
      mentions: [mention('Eat', { stage: undefined })],
    });
    const cases = [buildCase('a', [...notes, more], twoProtocols)];
    const groups = groupGoals(cases, { grouping: 'stage', filter: {}, today: '2026-01-01' }, twoProtocols);
    assert.deepEqual(
      groups.map(group => [
        group.key,
        ...('entries' in group ? group.entries : []).map(({ goal }) => goal.text),
      ]),
      [
        ['walk/middle', 'Rest'],
        ['swim/dive', 'Dive'],
        ['', 'Call home', 'Eat'],
      ],
    );
  });

  it('is the one that a mention of its words in a note means, where one stage alone has them', () => {
    const [written] = read('# Opening the session\n- [ ] call *home*\n').goals;
    assert.ok(written !== undefined);
    const meant = (stage: string | undefined, ...known: readonly CaseMention[]) => {
      const ofCase = buildCase('a', [caseNote('1.md', { mentions: known })], twoProtocols);
      return ofCase.goals
        .filter(goal => isSameGoal(goal, { ...written, stage }, ofCase))
        .map(goal => goal.stage ?? 'none');
    };
    const [start, middle] = ['start', 'middle'].map(stage => saying(outside, { stage }));
    assert.ok(start !== undefined && middle !== undefined);
    assert.deepEqual(meant(undefined, outside), ['none']);
    assert.deepEqual(meant('start', outside), ['none']);
    assert.deepEqual(meant(undefined, start), ['start']);
    assert.deepEqual(meant(undefined, start, middle), []);
    assert.deepEqual(meant(undefined, start, middle, outside), ['none']);
    assert.deepEqual(meant('start', start, middle, outside), ['start']);
  });

  it('has no place yet in a note that it would be carried into', () => {
    const goal = found.goals[2];
    assert.ok(goal !== undefined);
    const protocols = twoProtocols.ids.flatMap(id => twoProtocols.get(id) ?? []);
    assert.equal(stageFor(goal, protocols), undefined);
    assert.equal(stageFor({ ...goal, id: 'call' }, protocols), undefined);
  });

  it('is asked for whatever stages the next session covers', () => {
    const next = caseNote('2.md', { session: 2, coveredStages: ['end'] });
    const ofCase = buildCase(
      'a',
      [caseNote('1.md', { session: 1, mentions: [outside] }), next],
      twoProtocols,
    );
    const problems = validateCase(ofCase, defaultConfig, twoProtocols).get('2.md') ?? [];
    const [problem] = problems.filter(({ rule }) => rule === 'goal-forgotten');
    assert.ok(problem !== undefined && !('stage' in problem));
  });

  it('stands below all stages in the course of its case, and is no stage of the brief', () => {
    assert.deepEqual(
      caseProgress(found, twoProtocols).stages.map(({ stage }) => stage),
      ['start', 'middle', 'end', 'dive', 'end', undefined],
    );
    assert.equal(sessionBrief(found, twoProtocols, '2026-01-01').stages.length, 5);
  });

  it('is listed without stage: null in JSON, an empty field in CSV, no category in FHIR', () => {
    const { goals } = JSON.parse(formatGoalsJson(listed(), '/')).cases[0];
    assert.deepEqual(
      goals.map(({ stage }: { readonly stage: unknown }) => stage),
      ['middle', 'dive', null],
    );
    const row = formatGoalsCsv(listed(), '/', {})
      .split(/\r?\n/)
      .find(line => line.includes('Call home'));
    assert.match(row ?? '', /,walk,,,walk\/~/);
    const { entry } = JSON.parse(formatGoalsFhir(listed()));
    assert.deepEqual(entry[0].resource.category, [{ text: 'goal' }, { text: 'walk/middle' }]);
    assert.deepEqual(entry[2].resource.category, [{ text: 'goal' }]);
    assert.match(
      formatGoalsText(listed(), '/', (_, text) => text),
      /\n {2}No stage\n {4}Call home/,
    );
  });
});
