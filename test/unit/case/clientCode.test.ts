import assert from 'node:assert/strict';
import { classWithin, looksLikeName, remarkOnCode } from '../../../src/core/case/clientCode';

describe('what stands for a client', () => {
  it('is remarked on before it is given where it looks like a name or holds a class', () => {
    assert.equal(remarkOnCode('Rina Wati')?.key, 'client.is-name');
    assert.equal(remarkOnCode('AR-8B')?.key, 'client.has-class');
    assert.equal(remarkOnCode('AR-8'), undefined);
  });

  it('looks like a name where it is words with a capital and without digits', () => {
    for (const name of ['Rina Wati', 'Ahmad', 'R. A. Kartini', 'Anne-Marie O’Neill', 'Siti Nur Aisyah']) {
      assert.ok(looksLikeName(name), name);
    }
  });

  it('is a code where it has digits, is initials, or says what kind of client it is', () => {
    const codes = [
      'K-014',
      'AR',
      'AR-2',
      'K 14',
      'Kelompok Mawar',
      'Family',
      'Konseli A',
      'client',
      'Ab',
      '',
      'rina',
      'T.',
      'BT-7b',
    ];
    for (const code of codes) assert.ok(!looksLikeName(code), code);
  });

  it('holds a class where a part of it is one, or what the note says to be the class', () => {
    for (const [code, part] of [
      ['AR-8B', '8B'],
      ['K-XI-3', 'XI'],
      ['07_VIIIA', 'VIIIA'],
      ['12C/AR', '12C'],
    ] as const) {
      assert.equal(classWithin(code), part, code);
    }
    assert.equal(classWithin('AR-5a', '6 a'), undefined);
    assert.equal(classWithin('AR-5a', '5 a'), '5a');
  });

  it('holds none where it is a number, a letter, or nothing else', () => {
    for (const code of ['K-014', 'C-7', '8B', 'K-X', 'K-3B', 'AR-V', 'M-003', '']) {
      assert.equal(classWithin(code), undefined, code);
    }
  });
});
