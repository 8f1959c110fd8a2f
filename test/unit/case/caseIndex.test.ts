import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Case } from '../../../src/core/case/case';
import { CaseIndex } from '../../../src/core/case/caseIndex';
import type { CaseNote } from '../../../src/core/case/caseNote';
import { caseKeys } from '../../../src/core/case/clientKey';
import { protocolSet } from '../../../src/core/protocol/protocolSet';
import { caseNote, caseNoteLists, caseNotes, mention, saying, twoProtocols } from './caseBuilder';

function indexOf(notes: Iterable<CaseNote>): CaseIndex {
  const index = new CaseIndex(twoProtocols);
  for (const note of notes) index.set(note);
  return index;
}

function clientsOf(cases: readonly Case[]): readonly string[] {
  return cases.map(each => each.client);
}

type Edit =
  | { readonly kind: 'set'; readonly note: CaseNote }
  | { readonly kind: 'sign'; readonly path: string; readonly id: string }
  | { readonly kind: 'delete'; readonly path: string }
  | { readonly kind: 'look' };

const paths = fc.constantFrom('x/1.md', 'x/2.md', 'x/3.md', 'xy.md', 'y/1.md', 'z.md');
const edits: fc.Arbitrary<Edit> = fc.oneof(
  { arbitrary: paths.chain(caseNotes).map(note => ({ kind: 'set', note }) as const), weight: 5 },
  fc
    .tuple(paths, fc.constantFrom('a', 'b', 'late'))
    .map(([path, id]) => ({ kind: 'sign', path, id }) as const),
  paths.map(path => ({ kind: 'delete', path }) as const),
  fc.constant({ kind: 'look' } as const),
);

/** The note with an id, added late, on what has none. */
function signed(note: CaseNote, id: string): CaseNote {
  return { ...note, mentions: note.mentions.map(each => saying(each, { id: each.said.id ?? id })) };
}

/** What the notes must be after `edit`, kept in the plainest way. */
function applyTo(notes: Map<string, CaseNote>, edit: Edit): void {
  if (edit.kind === 'set') notes.set(edit.note.path, edit.note);
  const known = edit.kind === 'sign' ? notes.get(edit.path) : undefined;
  if (edit.kind === 'sign' && known !== undefined) notes.set(edit.path, signed(known, edit.id));
  if (edit.kind === 'delete') notes.delete(edit.path);
}

function applyToIndex(index: CaseIndex, edit: Edit): readonly string[] {
  if (edit.kind === 'set') return index.set(edit.note);
  if (edit.kind === 'sign') {
    const known = index.note(edit.path);
    return known === undefined ? [] : index.set(signed(known, edit.id));
  }
  if (edit.kind === 'delete') return index.delete(edit.path);
  index.cases();
  return [];
}

describe('the index of cases', () => {
  it('gives the same cases whatever order the notes are read in', () => {
    const pairs = caseNoteLists.chain(notes =>
      fc.tuple(fc.constant(notes), fc.shuffledSubarray([...notes], { minLength: notes.length })),
    );
    fc.assert(
      fc.property(pairs, ([notes, shuffled]) => {
        assert.deepEqual(indexOf(shuffled).cases(), indexOf(notes).cases());
      }),
      { numRuns: 300 },
    );
  });

  it('gives after any edits the cases of a fresh reading', () => {
    fc.assert(
      fc.property(fc.array(edits, { minLength: 1, maxLength: 25 }), sequence => {
        const index = new CaseIndex(twoProtocols);
        const notes = new Map<string, CaseNote>();
        for (const edit of sequence) {
          applyToIndex(index, edit);
          applyTo(notes, edit);
        }
        assert.deepEqual(index.cases(), indexOf(notes.values()).cases());
        assert.deepEqual(index.cases(), indexOf([...notes.values()].reverse()).cases());
        assert.equal(index.size, notes.size);
      }),
      { numRuns: 300 },
    );
  });

  it('tells every case that an edit changes, and leaves the others as they are', () => {
    fc.assert(
      fc.property(caseNoteLists, edits, (notes, edit) => {
        const index = indexOf(notes);
        const before = new Map(index.cases().map(each => [each.key, each]));
        const changed = applyToIndex(index, edit);
        const after = new Map(index.cases().map(each => [each.key, each]));
        for (const key of new Set([...before.keys(), ...after.keys()])) {
          if (changed.includes(key)) continue;
          assert.equal(after.get(key), before.get(key), 'folded anew, or changed, without saying so');
        }
        assert.equal(new Set(changed).size, changed.length);
      }),
    );
  });

  it('gives every goal of a case a key of its own, and every mention to one goal', () => {
    fc.assert(
      fc.property(caseNoteLists, notes => {
        for (const { key, goals, notes: own } of indexOf(notes).cases()) {
          const keys = goals.map(goal => goal.key);
          assert.equal(new Set(keys).size, keys.length);
          const mentions = goals.flatMap(({ offered, mentions: started }) =>
            [...offered, ...started].map(each => each.mention),
          );
          assert.equal(new Set(mentions).size, mentions.length);
          const expected = own
            .filter(note => note.kind === 'note' && caseKeys(note.clients).length === 1)
            .flatMap(note => note.mentions)
            // A process goal that is not started is none before its stage is reached.
            .filter(({ said }) => said.protocolGoal === undefined);
          assert.ok(
            expected.every(each => mentions.includes(each)),
            `a mention is lost in ${key}`,
          );
          assert.ok(goals.every(goal => (goal.status === 'not-started') === (goal.mentions.length === 0)));
        }
      }),
    );
  });

  it('folds only the case of the note that changed', () => {
    const index = indexOf([
      caseNote('a.md', { clients: ['A'], mentions: [mention('Walk')] }),
      caseNote('b.md', { clients: ['B'], mentions: [mention('Walk')] }),
    ]);
    const [a, b] = index.cases();
    const done = mention('Walk', { status: 'achieved' });
    assert.deepEqual(index.set(caseNote('a.md', { clients: ['A'], mentions: [done] })), ['a']);
    const [newA, sameB] = index.cases();
    assert.equal(sameB, b);
    assert.notEqual(newA, a);
    assert.equal(newA?.goals[0]?.status, 'achieved');
  });

  it('keeps a case as it is where a note that is read again says the same', () => {
    const switches = (line: number) => ({
      all: [],
      allBut: [],
      off: new Map([['goal-forgotten', [{ first: line, last: line }]]]),
      onAgain: new Map(),
    });
    const told = (line: number) =>
      caseNote('a.md', {
        clients: ['A'],
        mentions: [mention('Walk', { tags: ['x'] })],
        switches: switches(line),
      });
    const index = indexOf([told(3)]);
    const [before] = index.cases();
    assert.deepEqual(index.set(told(3)), []);
    assert.equal(index.cases()[0], before);
    assert.deepEqual(index.set(told(4)), ['a']);
    assert.notEqual(index.cases()[0], before);
  });

  it('tells only the cases of the note that changed, and no case where it says the same', () => {
    fc.assert(
      fc.property(caseNoteLists, paths.chain(caseNotes), (notes, note) => {
        const index = indexOf(notes);
        const before = index.note(note.path);
        const concerned = [
          ...caseKeys(note.clients),
          ...(before === undefined ? [] : caseKeys(before.clients)),
        ];
        for (const key of index.set(note))
          assert.ok(concerned.includes(key), `${key} is no case of the note`);
        assert.deepEqual(index.set({ ...note }), []);
      }),
    );
  });

  it('folds a case once for each change of it, when it is asked for', () => {
    let folds = 0;
    const index = new CaseIndex(twoProtocols, () => {
      folds++;
    });
    index.set(caseNote('a.md', { clients: ['A'] }));
    index.set(caseNote('b.md', { clients: ['B'] }));
    assert.equal(folds, 0);
    index.cases();
    index.cases();
    assert.equal(folds, 2);
    index.set(caseNote('a.md', { clients: ['A'], mentions: [mention('Walk')] }));
    index.cases();
    assert.equal(folds, 3);
  });

  it('moves a note that names another client, and drops the case that it leaves empty', () => {
    const index = indexOf([caseNote('n.md', { clients: ['A'] })]);
    assert.deepEqual(index.set(caseNote('n.md', { clients: ['B', 'C'] })), ['a', 'b', 'c']);
    assert.deepEqual(clientsOf(index.cases()), ['B', 'C']);
    assert.deepEqual(clientsOf(index.casesOf('n.md')), ['B', 'C']);
    assert.equal(index.get('a'), undefined);
    assert.deepEqual(index.delete('n.md'), ['b', 'c']);
    assert.deepEqual(index.cases(), []);
    assert.deepEqual(index.delete('n.md'), []);
    assert.deepEqual(index.casesOf('n.md'), []);
  });

  it('lists cases by client, the notes without client as one', () => {
    const index = indexOf([
      caseNote('1.md', { clients: ['k-2'] }),
      caseNote('2.md', { clients: ['K-1'] }),
      caseNote('3.md', { clients: [] }),
      caseNote('4.md', { clients: ['K-10'] }),
    ]);
    assert.deepEqual(clientsOf(index.cases()), ['', 'K-1', 'K-10', 'k-2']);
    assert.equal(index.get('')?.notes.length, 1);
  });

  it('folds everything anew by other protocols', () => {
    const index = indexOf([caseNote('1.md', { recordedStages: ['start'] })]);
    assert.equal(index.cases()[0]?.goals.length, 2);
    assert.deepEqual(index.setProtocols(protocolSet([])), ['a']);
    assert.deepEqual(index.cases()[0]?.goals, []);
  });
});
