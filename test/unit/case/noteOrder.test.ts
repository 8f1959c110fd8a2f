import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { CaseNote } from '../../../src/core/case/caseNote';
import { orderNotes } from '../../../src/core/case/noteOrder';
import { caseNote, caseNoteLists } from './caseBuilder';

function pathsOf(notes: readonly CaseNote[]): readonly string[] {
  return orderNotes(notes).map(({ path }) => path);
}

describe('the order of a case', () => {
  it('is by session, then date, then path', () => {
    const notes = [
      caseNote('e', { session: 10, date: '2026-01-01' }),
      caseNote('d', { session: 2 }),
      caseNote('c', { session: 2, date: '2026-03-02' }),
      caseNote('b', { session: 2, date: '2026-03-01' }),
      caseNote('a', { session: 2, date: '2026-03-02' }),
    ];
    assert.deepEqual(pathsOf(notes), ['b', 'a', 'c', 'd', 'e']);
  });

  it('puts a note without session after the last session that is not later', () => {
    const notes = [
      caseNote('call', { date: '2026-01-10' }),
      caseNote('s1', { session: 1, date: '2026-01-01' }),
      caseNote('s2', { session: 2, date: '2026-01-10' }),
      caseNote('s3', { session: 3, date: '2026-01-20' }),
    ];
    assert.deepEqual(pathsOf(notes), ['s1', 's2', 'call', 's3']);
  });

  it('follows the last such session even when the dates of the sessions run backwards', () => {
    const notes = [
      caseNote('call', { date: '2026-01-05' }),
      caseNote('s1', { session: 1, date: '2026-01-20' }),
      caseNote('s2', { session: 2, date: '2026-01-01' }),
      caseNote('s3', { session: 3, date: '2026-02-01' }),
    ];
    assert.deepEqual(pathsOf(notes), ['s1', 's2', 'call', 's3']);
  });

  it('puts a note without session before all sessions when all are later, or after none that is dated', () => {
    const notes = [
      caseNote('first call', { date: '2025-12-01' }),
      caseNote('s1', { session: 1, date: '2026-01-01' }),
      caseNote('s0', { session: 0 }),
    ];
    assert.deepEqual(pathsOf(notes), ['first call', 's0', 's1']);
  });

  it('orders notes without session between two sessions by date and path, and the undated last', () => {
    const notes = [
      caseNote('y undated'),
      caseNote('b', { date: '2026-01-03' }),
      caseNote('a', { date: '2026-01-03' }),
      caseNote('c', { date: '2026-01-02' }),
      caseNote('x undated'),
      caseNote('s1', { session: 1, date: '2026-01-01' }),
      caseNote('s9', { session: 9 }),
    ];
    assert.deepEqual(pathsOf(notes), ['s1', 'c', 'a', 'b', 's9', 'x undated', 'y undated']);
  });

  it('compares paths by code point', () => {
    const notes = ['\u{1f600}', '\uffee', 'b', 'B'].map(path => caseNote(path));
    assert.deepEqual(pathsOf(notes), ['B', 'b', '\uffee', '\u{1f600}']);
  });

  it('keeps every note and is the same whatever order they are read in', () => {
    fc.assert(
      fc.property(
        caseNoteLists.chain(notes => fc.tuple(fc.constant(notes), shuffled(notes))),
        ([a, b]) => {
          assert.deepEqual(pathsOf(a), pathsOf(b));
          assert.deepEqual([...pathsOf(a)].sort(), a.map(({ path }) => path).sort());
        },
      ),
    );
  });

  it('puts each note without session right where its rule says, whatever the others are', () => {
    fc.assert(
      fc.property(caseNoteLists, notes => {
        const ordered = orderNotes(notes);
        for (const [at, note] of ordered.entries()) {
          if (note.session !== undefined || note.date === undefined) continue;
          const { date } = note;
          const notLater = (other: CaseNote): boolean =>
            other.session !== undefined && other.date !== undefined && other.date <= date;
          assert.ok(!ordered.slice(at).some(notLater), 'no such session comes after it');
          const previous = ordered
            .slice(0, at)
            .filter(other => other.session !== undefined)
            .at(-1);
          assert.ok(previous === undefined || notLater(previous), 'the session before it is such a one');
        }
      }),
    );
  });
});

function shuffled(notes: readonly CaseNote[]): fc.Arbitrary<CaseNote[]> {
  return fc.shuffledSubarray([...notes], { minLength: notes.length });
}
