import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Case } from '../../../src/core/case/case';
import { goalNamedAt, idPlaces, pathsNaming } from '../../../src/core/case/idPlaces';
import { idsOf } from '../../../src/core/case/sameGoal';
import type { Change, EditsByPath } from '../../../src/core/change/change';
import { renameId } from '../../../src/core/change/renameId';
import { applyEdits } from '../../../src/core/text/textEdit';
import { bodiesOf, caseOf, goalNamed, noteText, read } from './caseTexts';

/** Renames the id of the goal with this text. */
function rename(
  texts: readonly string[],
  goal: string,
  written: string,
  shared: readonly Case[] = [],
): Change<EditsByPath> {
  const found = caseOf(...texts);
  const named = goalNamed(found, goal);
  const id = named.id ?? '';
  const notes = new Map(
    pathsNaming(found, id).map(path => [path, read(texts[Number.parseInt(path, 10) - 1] ?? '')]),
  );
  return renameId({ ofCase: found, goal: named, id }, written, notes, shared);
}

/** The texts after that. */
function renamed(texts: readonly string[], goal: string, written: string): readonly string[] {
  const done = rename(texts, goal, written);
  assert.ok(done.kind === 'edits');
  return texts.map((text, at) => applyEdits(text, done.edits.get(`${at + 1}.md`) ?? []));
}

function refusal(done: Change<EditsByPath>): string | undefined {
  return done.kind === 'refused' ? done.reason.key : undefined;
}

const texts = [
  noteText(1, '## Termination\n- [ ] Sleep *well* [due:: 2026-01-01] ^sleep #night\n- [ ] Eat ^eat\n'),
  noteText(2, '## Termination\nNothing of ^sleep.\n'),
  noteText(3, '## Termination\n- [-] Sleep well ^sleep\n- [ ] Rest ^rest [replaces:: ^sleep]\n'),
];

describe('renaming an id', () => {
  it('writes it where the goal carries it and where another replaces it, and nothing else', () => {
    assert.deepEqual(renamed(texts, 'Sleep well', 'night'), [
      texts[0]?.replace('^sleep', '^night'),
      texts[1],
      texts[2]?.replaceAll('^sleep', '^night'),
    ]);
  });

  it('takes the caret, and keeps that of a replaces that has none', () => {
    const bare = [texts[0] ?? '', (texts[2] ?? '').replace(':: ^sleep', ':: sleep')];
    assert.match(renamed(bare, 'Sleep well', ' ^night ')[1] ?? '', /well \^night\n.*\[replaces:: night\]/);
  });

  it('is refused for what is no id, and for one that the case has already', () => {
    for (const written of ['', '^', 'a b', 'a_b', 'a]', 'a.b']) {
      assert.equal(refusal(rename(texts, 'Sleep well', written)), 'goal.rename.invalid');
    }
    assert.equal(refusal(rename(texts, 'Sleep well', 'eat')), 'goal.rename.taken');
    const same = rename(texts, 'Sleep well', 'sleep');
    assert.deepEqual(same.kind === 'edits' && [...same.edits], []);
  });

  it('leaves an action alone that carries the same id as a goal', () => {
    const both = [
      noteText(1, "## Termination\n- [ ] Walk ^a\n### Client's actions\n- [ ] Call ^a\n"),
      noteText(2, "## Termination\n### Client's actions\n- [ ] Write [replaces:: ^a] ^b\n"),
    ];
    assert.deepEqual(renamed(both, 'Walk', 'w'), [both[0]?.replace('Walk ^a', 'Walk ^w'), both[1]]);
    assert.deepEqual(renamed(both, 'Call', 'c'), [
      both[0]?.replace('Call ^a', 'Call ^c'),
      both[1]?.replace('^a', '^c'),
    ]);
  });

  it('leaves alone what a note of several clients says of another', () => {
    const group = noteText(1, '## Termination\n- [ ] Walk ^a\n- [ ] Swim ^a [client:: B]\n').replace(
      'K-014',
      '[K-014, B]',
    );
    assert.deepEqual(renamed([group], 'Walk', 'w'), [group.replace('Walk ^a', 'Walk ^w')]);
  });

  it('is refused where another client has the goal by this id in notes of their own', () => {
    const other = { ...caseOf(...texts), client: 'B', notes: caseOf(...texts).notes.slice(0, 1) };
    assert.equal(refusal(rename(texts.slice(0, 1), 'Sleep *well*', 'night', [other])), undefined);
    const elsewhere = { ...other, notes: other.notes.map(each => ({ ...each, path: 'b.md' })) };
    assert.equal(refusal(rename(texts, 'Sleep well', 'night', [elsewhere])), 'goal.rename.shared');
  });

  it('leaves every goal of the case what it was, but for its id', () => {
    const items = fc.array(
      fc
        .tuple(
          fc.constantFrom(' ', '/', 'x', '-', '?'),
          fc.constantFrom('Sleep', 'SLEEP', 'Eat', '#x y', '🙂'),
          fc.constantFrom(
            '',
            ' ^a',
            ' ^b',
            ' [replaces:: ^a]',
            ' #t ^a [replaces:: b] <!-- c -->',
            '\n  more ^a',
          ),
        )
        .map(([marker, words, run]) => `- [${marker}] ${words}${run}\n`),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(fc.array(bodiesOf(items), { minLength: 1, maxLength: 4 }), fc.nat(), (written, choice) => {
        const before = written.map((body, at) => noteText(at + 1, body));
        const found = caseOf(...before);
        const places = before.map(read).flatMap(idPlaces);
        const place = places[choice % Math.max(1, places.length)];
        const goal = place && goalNamedAt(place, found);
        if (place === undefined || goal === undefined) return;
        // Which of several goals with one id a reference means is told as a problem, and for a person to say.
        if (found.goals.some(other => other !== goal && idsOf(other).has(place.id))) return;
        const notes = new Map(before.map((text, at) => [`${at + 1}.md`, read(text)]));
        const done = renameId({ ofCase: found, goal, id: place.id }, 'new', notes, []);
        assert.ok(done.kind === 'edits');
        const then = caseOf(
          ...before.map((text, at) => applyEdits(text, done.edits.get(`${at + 1}.md`) ?? [])),
        );
        const told = (each: Case) =>
          each.goals.map(({ kind, text, status, stage, replaces, replacedBy, mentions }) => [
            ...[kind, text, status, stage, replaces === undefined, replacedBy.length],
            mentions.map(({ note, mention }) => `${note.path} ${mention.place.line}`),
          ]);
        assert.deepEqual(told(then), told(found));
        assert.ok(
          then.goals[found.goals.indexOf(goal)]?.mentions.some(({ mention }) => mention.said.id === 'new'),
        );
      }),
      { numRuns: 80 },
    );
  });
});
