import assert from 'node:assert/strict';
import { casePlaces, january, onlyProblem, type Session, session } from './caseSupport';

const one: Session = { number: 2, date: january(8) };

function found(notes: Readonly<Record<string, Session>>): readonly string[] {
  const texts = Object.entries(notes).map(([path, each]) => [path, session(each)] as const);
  return casePlaces(Object.fromEntries(texts));
}

describe('a copy of a note', () => {
  it('is told on the later path, and points at the other', () => {
    const notes = { 'a (1).md': one, 'a.md': one };
    assert.deepEqual(found(notes), ['a.md sync-copy:1']);
    const texts = { 'a.md': session(one), 'a (1).md': session(one) };
    const { message, range, related } = onlyProblem(texts, 'a.md', 'sync-copy');
    assert.deepEqual(message.args, { file: 'a (1).md' });
    assert.deepEqual([range.start, range.end], [0, 3]);
    assert.deepEqual(
      related.map(({ path, place }) => [path, place.line]),
      [['a (1).md', 0]],
    );
  });

  it('is told of every further one, with the spelling of the client put aside', () => {
    assert.deepEqual(found({ 'a.md': one, 'b.md': { ...one, client: ' k-014' }, 'c.md': one }), [
      'b.md sync-copy:1',
      'c.md sync-copy:1',
    ]);
  });

  it('is told once where the note is of several clients', () => {
    const both = { ...one, client: '[K-014, K-015]' };
    assert.deepEqual(found({ 'a.md': both, 'b.md': both }), ['b.md sync-copy:1']);
  });

  const others: readonly (readonly [what: string, other: Session])[] = [
    ['of another date', { ...one, date: january(9) }],
    ['of another number', { ...one, number: 3 }],
    ['of another client', { ...one, client: 'K-015' }],
    ['under another protocol', { ...one, protocol: 'own' }],
    ['that is of a contact', { ...one, head: ['contact: parent'] }],
    ['that is the transcript', { ...one, head: ['kind: transcript'] }],
    ['that is the process note', { ...one, head: ['kind: process'] }],
  ];
  for (const [what, other] of others) {
    it(`is none ${what}`, () => {
      const places = found({ 'a.md': one, 'b.md': other });
      assert.deepEqual(
        places.filter(place => place.includes('sync-copy')),
        [],
      );
    });
  }

  it('is none without a number or a date, nor where no client is named', () => {
    assert.deepEqual(found({ 'a.md': { date: january(1) }, 'b.md': { date: january(1) } }), []);
    assert.equal(
      found({ 'a.md': { number: 1 }, 'b.md': { number: 1 } })
        .join()
        .includes('sync-copy'),
      false,
    );
    assert.deepEqual(found({ 'a.md': { ...one, client: '' }, 'b.md': { ...one, client: '' } }), []);
  });
});
