import assert from 'node:assert/strict';
import { clientKey } from '../../../src/core/case/clientKey';
import { readRegister } from '../../../src/core/exchange/clientRegister';

describe('a client register', () => {
  const of = (text: string, code: string) => readRegister(text).get(clientKey(code));

  it('says who is behind a code, however the code is written', () => {
    const text = 'code,name,class\r\nK-087,Rina Wati,8B\r\nK-088,"Nugroho, Adi",\r\n';
    assert.deepEqual(of(text, 'k-087 '), { name: 'Rina Wati', className: '8B' });
    assert.deepEqual(of(text, 'K-088'), { name: 'Nugroho, Adi', className: '' });
    assert.equal(of(text, 'K-089'), undefined);
    assert.equal(of(text, 'code'), undefined);
  });

  it('has its columns in any order, in Indonesian, as Excel writes them', () => {
    assert.deepEqual(of('\ufeffKelas;Nama;Kode\n8B;Rina Wati;K-087\n', 'K-087'), {
      name: 'Rina Wati',
      className: '8B',
    });
  });

  it('may have no headings and no classes, and takes the last row of a code', () => {
    assert.deepEqual(of('K-1,Ani\nK-1,Budi\n,Nobody\nK-2,\n', 'K-1'), { name: 'Budi', className: '' });
    assert.equal(of('K-1,Ani\nK-2,\n', 'K-2'), undefined);
  });

  it('is empty where the file is', () => {
    assert.equal(readRegister('').size, 0);
  });
});
