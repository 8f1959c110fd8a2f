import assert from 'node:assert/strict';
import { endLine, readResult, readSuiteLines, suiteLine } from '../../host/suiteLines';
import { optionsScript, suiteOptions } from '../../host/suiteOptions';

describe('what a suite says to its launcher', () => {
  it('is told from the rest of the console', () => {
    const text = ['[Extension Host] starting', suiteLine('  ✓ opens (12 ms)'), 'noise', suiteLine('')].join(
      '\r\n',
    );
    assert.deepEqual(readSuiteLines(text), ['  ✓ opens (12 ms)', '']);
    assert.deepEqual(readSuiteLines(`%c[Extension Host] %c${suiteLine('title')}`), ['title']);
  });

  it('ends with the counts', () => {
    const result = { passed: 12, failed: 1, pending: 0 };
    const [line = ''] = readSuiteLines(endLine(result));
    assert.deepEqual(readResult(line), result);
  });

  it('is no result while it is a test', () => {
    assert.equal(readResult('✓ end of a note'), undefined);
    assert.equal(readResult('end {"passed":1}'), undefined);
    assert.equal(readResult('end {"passed":1,"failed":"none","pending":0}'), undefined);
  });
});

describe('what a launcher says to its suite', () => {
  const key = 'sessionNotesSuiteOptions';
  afterEach(() => Reflect.deleteProperty(globalThis, key));

  it('is what the end of the bundle sets', () => {
    const options = { host: 'web', grep: '"quoted" \\d', language: 'id' } as const;
    new Function(optionsScript(options))();
    assert.deepEqual(suiteOptions(), options);
  });

  it('is nothing where nobody set anything', () => {
    assert.deepEqual(suiteOptions(), {});
  });
});
