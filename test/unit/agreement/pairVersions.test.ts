import assert from 'node:assert/strict';
import { pairVersions } from '../../../src/core/agreement/pairVersions';
import type { Version } from '../../../src/core/agreement/version';
import { paired, version } from './versions';

const turns = ['**RA:** Tell me more. #attending', '**K-014:** It was hard. #affect'];

describe('versions of transcripts', () => {
  it('belong together by their transcript: id, in the order of the raters, whatever order they come in', () => {
    const versions = [
      version({ id: 't2', rater: 'RA' }, ...turns),
      version({ id: 't1', rater: 'SN' }, ...turns),
      version({ id: 't2', rater: 'JT' }, ...turns),
      version({ id: 't1', rater: 'JT' }, ...turns),
    ];
    const expected = [
      ['t1', ['JT', 'SN']],
      ['t2', ['JT', 'RA']],
    ];
    for (const order of [versions, [...versions].reverse()]) {
      const found = paired(...order).map(({ id, versions: all }) => [id, all.map(({ rater }) => rater)]);
      assert.deepEqual(found, expected);
    }
  });

  it('without another rater, or without an id, stand alone', () => {
    const pairing = pairVersions([
      version({ id: 't1', rater: 'RA' }, ...turns),
      version({ id: '', rater: 'JT', file: 'no-id.md' }, ...turns),
      version({ id: '', rater: 'SN', file: 'no-id-either.md' }, ...turns),
    ]);
    assert.ok('alone' in pairing);
    assert.deepEqual(pairing.rated, []);
    assert.deepEqual(pairing.alone.map(({ file }) => file).sort(), [
      'no-id-either.md',
      'no-id.md',
      't1.RA.md',
    ]);
  });

  it('belong together in whatever case their id is, where another rater has the same words', () => {
    const ids = (...versions: readonly Version[]) => {
      const pairing = pairVersions(versions);
      assert.ok('rated' in pairing);
      return [pairing.rated.map(({ id }) => id), pairing.alone.length, pairing.doubled.length];
    };
    const ra = version({ id: 'K-1', rater: 'RA' }, ...turns);
    assert.deepEqual(ids(ra, version({ id: 'k-1', rater: 'JT' }, ...turns)), [['k-1'], 0, 0]);
    assert.deepEqual(ids(ra, version({ id: 'k-1', rater: 'RA' }, ...turns)), [[], 2, 0]);
    assert.deepEqual(ids(ra, version({ id: 'k-1', rater: 'JT' }, '**RA:** Other words.')), [[], 2, 0]);
  });

  it('of which one has a turn that is parted are told as such', () => {
    const parted = ['**RA:** Tell me', '**RA:** more. #attending', '**K-014:** It was hard.'];
    const pairing = pairVersions([version({ rater: 'RA' }, ...turns), version({ rater: 'JT' }, ...parted)]);
    assert.ok('reason' in pairing);
    assert.equal(pairing.reason.key, 'agree.turns-differ');
    assert.deepEqual([pairing.reason.args?.['turns'], pairing.reason.args?.['otherTurns']], [3, 2]);
  });

  it('have the same words whatever is said about them', () => {
    const other = version(
      { rater: 'JT' },
      '# A title of its own',
      '## Opening',
      '**RA**: {==Tell me==}{>>#open-question a memo<<}\nmore. #attending #time',
      '<!-- a comment -->',
      '**K-014:** It  was {==hard==}{>>#affect<<}.',
    );
    assert.equal(paired(version({ rater: 'RA' }, ...turns), other).length, 1);
  });

  it('may call a speaker by the role, as a blinded copy does', () => {
    const blinded = version({ rater: 'JT' }, '**Counselor:** Tell me more.', '**Client:** It was hard.');
    assert.equal(paired(version({ rater: 'RA' }, ...turns), blinded).length, 1);
  });

  it('are refused where words differ, with the place of the first difference', () => {
    const other = version(
      { rater: 'SN' },
      '**RA:** Tell me more.',
      '**K-014:** It was harder.',
      '**RA:** Oh?',
    );
    const fault = faultOf(version({ rater: 'RA' }, ...turns, '**RA:** Oh!'), other);
    assert.deepEqual(fault.reason, {
      key: 'agree.words-differ',
      quoted: { transcript: 't1' },
      args: { file: 't1.RA.md', line: 12, other: 't1.SN.md', otherLine: 12 },
    });
    assert.deepEqual(fault.quotes, ['It was hard.', 'It was harder.']);
  });

  it('are refused where one has a turn more, or another speaks', () => {
    const longer = faultOf(
      version({ rater: 'RA' }, ...turns),
      version({ rater: 'JT' }, ...turns, '**RA:** Yes.'),
    );
    assert.deepEqual(longer.reason, {
      key: 'agree.turn-missing',
      quoted: { transcript: 't1' },
      args: { file: 't1.JT.md', line: 14, other: 't1.RA.md', otherLine: 12 },
    });
    const swapped = version({ rater: 'JT' }, '**K-014:** Tell me more.', '**RA:** It was hard.');
    assert.equal(faultOf(version({ rater: 'RA' }, ...turns), swapped).reason.key, 'agree.speakers-differ');
  });

  it('are left out where one rater has two, and the other transcripts stay', () => {
    const twice = [{ rater: 'RA' }, { rater: 'ra', file: 'copy.md' }].map(fields =>
      version(fields, ...turns),
    );
    const others = ['RA', 'JT'].map(rater => version({ id: 't2', rater }, ...turns));
    const pairing = pairVersions([...twice, ...others]);
    assert.ok('rated' in pairing);
    assert.deepEqual(
      pairing.rated.map(({ id }) => id),
      ['t2'],
    );
    assert.deepEqual(
      pairing.doubled.map(({ reason }) => reason.key),
      ['agree.same-rater'],
    );
  });
});

function faultOf(...versions: readonly Version[]) {
  const pairing = pairVersions(versions);
  assert.ok('reason' in pairing, 'not refused');
  return pairing;
}
