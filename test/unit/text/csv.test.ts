import assert from 'node:assert/strict';
import { csvText } from '../../../src/core/text/csv';

describe('a guarded cell of CSV', () => {
  const guarded = (value: string): string => csvText([[value]], { guarded: true }).trim();

  it('runs nothing, however it begins', () => {
    for (const value of ['=1+1', '+1', '-1', '@A1', '\uff1d1']) assert.equal(guarded(value), `'${value}`);
  });

  it('runs nothing where a spreadsheet parts it at another delimiter or at a line end in it', () => {
    assert.equal(guarded('a;=1+1'), "a;'=1+1");
    assert.equal(guarded('a,@A1'), `"a,'@A1"`);
    assert.equal(guarded('a\t+1'), "a\t'+1");
    assert.equal(guarded('a\n-1'), `"a\n'-1"`);
  });

  it('stays as it is where nothing would run, and where nobody asked for it', () => {
    assert.equal(guarded('a = b; c - d, e+f'), '"a = b; c - d, e+f"');
    assert.equal(csvText([['=1+1', -1]]), '=1+1,-1\r\n');
    assert.equal(csvText([[-1]], { guarded: true }), '-1\r\n');
  });
});
