import assert from 'node:assert/strict';
import { cellName, readIntegrationOptions } from '../../host/integrationOptions';

function cells(args: readonly string[], env: Record<string, string> = {}): readonly string[] {
  return readIntegrationOptions(args, env).cells.map(cellName);
}

describe('the matrix of integration tests', () => {
  it('is for npm test the core in the lowest version, and for the rest in the newest the rest and the web', () => {
    assert.deepEqual(cells(['--core']), ['1.99.3 node core']);
    assert.deepEqual(cells(['--rest']), ['1.139.1 node rest', '1.139.1 web core (id)']);
    assert.deepEqual(cells([]), [...cells(['--core']), ...cells(['--rest'])]);
    assert.deepEqual(cells(['--core', '--rest']), cells([]));
  });

  it('is as a whole both versions in Node and the newest in the web, and both languages', () => {
    const whole = ['1.99.3 node', '1.139.1 node', '1.139.1 web (id)'];
    assert.deepEqual(cells(['--matrix']), whole);
    assert.deepEqual(cells(['--grep', 'goals']), whole);
    assert.ok(readIntegrationOptions(['--matrix'], {}).cells.every(({ grep }) => grep === undefined));
  });

  it('has the lowest version in the web for whoever asks', () => {
    assert.deepEqual(cells(['--version', '1.99.3']), ['1.99.3 node', '1.99.3 web (id)']);
    assert.deepEqual(cells(['--host', 'web']), ['1.99.3 web (id)', '1.139.1 web (id)']);
    assert.deepEqual(cells(['--version', '1.99.3', '--host', 'web', '--core']), ['1.99.3 web core (id)']);
  });

  it('can be narrowed to a version, a host, a language and a pattern', () => {
    const args = ['--version', '1.99.3', '--host=web', '--language=id', '--grep', 'goals?$'];
    assert.deepEqual(readIntegrationOptions(args, {}), {
      cells: [{ version: '1.99.3', host: 'web', language: 'id', grep: 'goals?$' }],
    });
  });

  it('is the desktop where SESSION_NOTES_TEST_HOST says so, unless --host says otherwise', () => {
    const env = { SESSION_NOTES_TEST_HOST: 'desktop' };
    assert.deepEqual(cells([], env), ['1.99.3 desktop', '1.139.1 desktop']);
    assert.deepEqual(cells(['--host', 'web', '--version', '1.139.1'], env), ['1.139.1 web (id)']);
  });

  for (const args of [
    ['--version', '1.98.0'],
    ['--host', 'moon'],
    ['--language', 'fr'],
    ['--grep', '('],
    ['x'],
  ]) {
    it(`shows its usage for ${args.join(' ')}`, () => {
      assert.throws(() => readIntegrationOptions(args, {}), { name: 'HostFailure', advice: /^Usage: / });
    });
  }

  it('refuses an unknown host in the environment, too', () => {
    assert.throws(() => readIntegrationOptions([], { SESSION_NOTES_TEST_HOST: 'moon' }), {
      name: 'HostFailure',
    });
  });
});
