import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addId, unsignedPaths } from '../../../src/core/change/addId';
import type { Change, EditsByPath } from '../../../src/core/change/change';
import { applyEdits } from '../../../src/core/text/textEdit';
import { bodiesOf, caseOf, goalNamed, noteText, read } from './caseTexts';

/** Signs the goal with this text; the notes are as the case knows them unless told otherwise. */
function sign(texts: readonly string[], goal: string, now: readonly string[] = texts): Change<EditsByPath> {
  const found = caseOf(...texts);
  const noteAt = (path: string) => {
    const text = now[Number.parseInt(path, 10) - 1];
    return text === undefined ? undefined : read(text);
  };
  return addId(goalNamed(found, goal), found, noteAt, 'words');
}

/** The texts after that. */
function signed(texts: readonly string[], goal: string): readonly string[] {
  const done = sign(texts, goal);
  assert.ok(done.kind === 'edits');
  return texts.map((text, at) => applyEdits(text, done.edits.get(`${at + 1}.md`) ?? []));
}

const texts = [
  noteText(1, '## Termination\n- [ ] Sleep *well* [due:: 2026-01-01] #night\n- [ ] Eat ^eat\n'),
  noteText(2, '## Termination\nNothing new.\n'),
  noteText(3, '## Termination\n- [/] sleep\n  well <!-- Session 1: [ ] -->\n'),
];

describe('adding an id', () => {
  it('writes the same on every mention without one, behind all that it says, and nothing else', () => {
    assert.deepEqual(signed(texts, 'sleep well'), [
      texts[0]?.replace('#night', '#night ^sleep-well'),
      texts[1],
      texts[2]?.replace('-->', '--> ^sleep-well'),
    ]);
    assert.deepEqual(unsignedPaths(goalNamed(caseOf(...texts), 'sleep well')), ['1.md', '3.md']);
  });

  it('writes the id that some of its mentions have already', () => {
    const some = [...texts, noteText(4, '## Termination\n- [x] Sleep well ^rest\n')];
    const done = sign(some, 'Sleep well');
    assert.ok(done.kind === 'edits');
    assert.deepEqual([...done.edits.keys()], ['1.md', '3.md']);
    const written = [...done.edits.values()].flat().map(({ newText }) => newText);
    assert.deepEqual([...new Set(written)], [' ^rest']);
  });

  it('writes one that no goal of the case has; of a goal of the protocol its own', () => {
    const taken = [noteText(1, '## Termination\n- [ ] Eat\n- [x] Drink ^eat\n')];
    assert.match(signed(taken, 'Eat')[0] ?? '', /Eat \^eat-2\n/);
    const process = [noteText(1, "## Rapport\n### Counselor's goals\n- [/] Facilitate communication\n")];
    assert.match(signed(process, 'Facilitate communication')[0] ?? '', / \^facilitate-communication\n/);
  });

  it('changes nothing where all have one', () => {
    const done = sign(texts, 'Eat');
    assert.deepEqual(done.kind === 'edits' && [...done.edits], []);
  });

  it('is refused where a note no longer has a mention as the case knows it', () => {
    const changed = [texts[0] ?? '', texts[1] ?? '', noteText(3, '## Termination\n- [/] Sleep late\n')];
    assert.equal(sign(texts, 'sleep well', changed).kind, 'refused');
    assert.equal(sign(texts, 'sleep well', texts.slice(0, 2)).kind, 'refused');
    const twice = [texts[0] ?? '', texts[1] ?? '', `${texts[2]}- [ ] Sleep well\n`];
    assert.equal(sign(texts, 'sleep well', twice).kind, 'refused');
  });

  it('leaves every goal of the case what it was, but for its id', () => {
    const items = fc.array(
      fc
        .tuple(
          fc.constantFrom(' ', '/', 'x', '-', '?'),
          fc.constantFrom('Sleep', 'SLEEP', 'Eat', 'Facilitate communication', '#x y', '🙂'),
          fc.constantFrom('', '', ' ^a', ' ^b', ' [due:: 2026-01-01]', ' #t <!-- c -->', '\n  more ^a'),
        )
        .map(([marker, words, run]) => `- [${marker}] ${words}${run}\n`),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(fc.array(bodiesOf(items), { minLength: 1, maxLength: 4 }), fc.nat(), (written, choice) => {
        const before = written.map((body, at) => noteText(at + 1, body));
        const found = caseOf(...before);
        const mentioned = found.goals.filter(({ mentions }) => mentions.length > 0);
        const goal = mentioned[choice % Math.max(1, mentioned.length)];
        if (goal === undefined) return;
        const done = addId(goal, found, path => read(before[Number.parseInt(path, 10) - 1] ?? ''));
        assert.ok(done.kind === 'edits');
        const then = caseOf(
          ...before.map((text, at) => applyEdits(text, done.edits.get(`${at + 1}.md`) ?? [])),
        );
        const told = (each: typeof found) =>
          each.goals.map(({ kind, text, status, due, stage, mentions }) => [
            ...[kind, text, status, due, stage],
            mentions.map(({ note, mention }) => `${note.path} ${mention.place.line}`),
          ]);
        assert.deepEqual(told(then), told(found));
        const same = then.goals[found.goals.indexOf(goal)];
        assert.ok(same?.mentions.every(({ mention }) => mention.said.id !== undefined));
      }),
      { numRuns: 300 },
    );
  });
});
