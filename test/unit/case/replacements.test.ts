import assert from 'node:assert/strict';
import fc from 'fast-check';
import { buildCase } from '../../../src/core/case/buildCase';
import type { Case, CaseGoal } from '../../../src/core/case/case';
import type { CaseNote } from '../../../src/core/case/caseNote';
import { lineage } from '../../../src/core/case/replacements';
import { caseNote, caseNoteLists, mention, saying, twoProtocols } from './caseBuilder';

type Mention = ReturnType<typeof mention>;

/** A session for each list of mentions. */
function caseOf(...sessions: readonly (readonly Mention[])[]): Case {
  const notes: readonly CaseNote[] = sessions.map((mentions, index) =>
    caseNote(`${index + 1}.md`, { session: index + 1, mentions }),
  );
  return buildCase('a', notes, twoProtocols);
}

function goalOf(found: Case, key: string): CaseGoal {
  const goal = found.goals.find(each => each.key === key);
  assert.ok(goal, key);
  return goal;
}

function lineOf(found: Case, key: string): readonly string[] {
  return lineage(found, goalOf(found, key)).map(goal => goal.key);
}

const alone = mention('Present alone', { id: 'alone' });
const group = mention('Present in a group', { id: 'group', replaces: 'alone' });

describe('a goal that was changed', () => {
  it('is linked with its successor, whichever note says so', () => {
    const found = caseOf(
      [alone],
      [saying(alone, { marker: '-' }), group],
      [saying(group, { replaces: undefined })],
    );
    assert.deepEqual(goalOf(found, '^alone').replacedBy, ['^group']);
    assert.equal(goalOf(found, '^alone').replaces, undefined);
    assert.equal(goalOf(found, '^group').replaces, '^alone');
    assert.deepEqual(found.unknownReplaces, []);
  });

  it('may have several successors', () => {
    const found = caseOf(
      [alone, group],
      [mention('Present to a friend', { id: 'friend', replaces: 'alone' })],
    );
    assert.deepEqual(goalOf(found, '^alone').replacedBy, ['^group', '^friend']);
  });

  it('may be an action that became a goal', () => {
    const found = caseOf([mention('Rehearse', { id: 'alone', kind: 'action' }), group]);
    assert.equal(goalOf(found, '^group').replaces, '^alone');
    const both = caseOf([mention('Rehearse', { id: 'alone', kind: 'action' }), alone, group]);
    assert.equal(goalOf(both, goalOf(both, '^group').replaces ?? '').kind, 'goal');
  });

  it('is known by any id that its mentions carry', () => {
    const trust = { protocolGoal: 'trust', marker: '/' };
    const found = caseOf(
      [mention('Trust each other', { id: 'alone', ...trust })],
      [mention('Trust each other', { id: 'trust', ...trust }), group],
    );
    assert.equal(goalOf(found, '^group').replaces, '^trust');
  });

  it('is told where it is in no note of the case, or is the goal itself', () => {
    const found = caseOf(
      [mention('Walk', { id: 'walk', replaces: 'walk' })],
      [mention('Run', { id: 'run', replaces: 'gone' }), mention('Sit')],
      [mention('Swim', { id: 'swim', replaces: 'past' })],
    );
    assert.deepEqual(
      found.unknownReplaces.map(({ id, note, mention: { said } }) => [id, note.path, said.text]),
      [
        ['walk', '1.md', 'Walk'],
        ['gone', '2.md', 'Run'],
        ['past', '3.md', 'Swim'],
      ],
    );
    assert.deepEqual(
      found.goals.map(({ replaces }) => replaces),
      [undefined, undefined, undefined, undefined],
    );
  });
});

describe('the line of a goal', () => {
  it('goes from what it came from to what came from it', () => {
    const found = caseOf([alone], [group], [mention('Open the talk', { id: 'open', replaces: 'group' })]);
    for (const key of ['^alone', '^group', '^open']) {
      assert.deepEqual(lineOf(found, key), ['^alone', '^group', '^open'], key);
    }
  });

  it('ends where goals replace each other in a circle', () => {
    const found = caseOf([saying(alone, { replaces: 'group' }), group]);
    assert.deepEqual(lineOf(found, '^alone'), ['^group', '^alone']);
    assert.deepEqual(lineOf(found, '^group'), ['^alone', '^group']);
  });

  it('links both ways, ends, and names nobody twice, in any case', () => {
    fc.assert(
      fc.property(caseNoteLists, notes => {
        const found = buildCase(
          'a',
          notes.filter(({ clients }) => clients.includes('A')),
          twoProtocols,
        );
        for (const goal of found.goals) {
          if (goal.replaces !== undefined) {
            assert.ok(goalOf(found, goal.replaces).replacedBy.includes(goal.key));
          }
          for (const key of goal.replacedBy) assert.equal(goalOf(found, key).replaces, goal.key);
          const line = lineage(found, goal);
          assert.equal(new Set(line).size, line.length);
          assert.ok(line.includes(goal));
        }
      }),
    );
  });
});
