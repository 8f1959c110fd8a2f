import assert from 'node:assert/strict';
import fc from 'fast-check';
import { caseKeys, clientKey, commonestSpelling } from '../../../src/core/case/clientKey';

describe('clients', () => {
  it('are the same whatever their case, blanks and compatibility forms', () => {
    for (const spelling of ['K-014', 'k-014', '  K-014 ', 'Ｋ-０１４'])
      assert.equal(clientKey(spelling), 'k-014');
    assert.equal(clientKey('Siti\u00a0 Nur'), clientKey('SITI NUR'));
    assert.equal(clientKey('Straße'), clientKey('STRASSE'));
  });

  it('are the same whatever dash a phone or a word processor writes, and with what no one sees', () => {
    for (const spelling of [
      'K–014',
      'K—014',
      'K‑014',
      'K−014',
      'K\u00ad-014',
      '\u200bK-014\ufeff',
      '\u202aK-014\u202c',
    ])
      assert.equal(clientKey(spelling), 'k-014', JSON.stringify(spelling));
  });

  it('are the same whatever stands between the letters of a code and its number', () => {
    for (const spelling of ['K106', 'k106', 'K 106', 'K.106', 'K_106', 'K - 106', 'K–106'])
      assert.equal(clientKey(spelling), 'k-106', spelling);
    assert.equal(clientKey('Kelompok 2'), clientKey('kelompok-2'));
    for (const [one, other] of [
      ['K-1-06', 'K-106'],
      ['12-3', '1-23'],
      ['K-16', 'K-106'],
      ['AK-106', 'K-106'],
    ] as const)
      assert.notEqual(clientKey(one), clientKey(other), one);
  });

  it('differ by diacritics and by leading zeros', () => {
    assert.notEqual(clientKey('José'), clientKey('Jose'));
    assert.notEqual(clientKey('014'), clientKey('14'));
  });

  it('keep their key when it is taken for a client', () => {
    assert.equal(clientKey(clientKey('STRAẞE')), clientKey('STRASSE'));
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), client => {
        assert.equal(clientKey(clientKey(client)), clientKey(client));
      }),
    );
  });

  it('put a note into each of their cases once, or into the case without client', () => {
    assert.deepEqual(caseKeys(['A', 'B', ' a ']), ['a', 'b']);
    assert.deepEqual(caseKeys([]), ['']);
    assert.deepEqual(caseKeys(['  ']), ['']);
    assert.deepEqual(caseKeys(['  ', 'A']), ['a']);
  });

  it('are shown in their commonest spelling, the first by code point among equals', () => {
    assert.equal(commonestSpelling(['k-1', 'K-1', 'k-1']), 'k-1');
    assert.equal(commonestSpelling(['k-1', 'K-1']), 'K-1');
    assert.equal(commonestSpelling(['K-1', 'k-1']), 'K-1');
    assert.equal(commonestSpelling([]), '');
  });
});
