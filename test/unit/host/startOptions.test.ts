import assert from 'node:assert/strict';
import { compareVersions, requireNode } from '../../../scripts/host/nodeVersion';
import { readStartOptions } from '../../../scripts/host/startOptions';

describe('npm start', () => {
  it('opens VS Code unless told not to', () => {
    assert.deepEqual(readStartOptions([]), { open: true });
    assert.deepEqual(readStartOptions(['--no-open']), { open: false });
  });

  it('takes a port', () => {
    assert.deepEqual(readStartOptions(['--no-open', '--port', '8080']), { open: false, port: 8080 });
    assert.deepEqual(readStartOptions(['--port=65535']), { open: true, port: 65535 });
  });

  for (const port of ['0', '65536', '-1', '80a', '', '8.5']) {
    it(`refuses "${port}" as a port`, () => {
      assert.throws(() => readStartOptions([`--port=${port}`]), { name: 'HostFailure' });
    });
  }

  it('shows its usage for arguments that it does not know', () => {
    assert.throws(() => readStartOptions(['--opne']), { name: 'HostFailure', advice: /Usage: npm start/ });
    assert.throws(() => readStartOptions(['folder']), { name: 'HostFailure', advice: /Usage: npm start/ });
  });

  it('refuses a Node older than package.json asks for, naming both', () => {
    assert.throws(() => requireNode('18.20.8', '20.19.0'), /20\.19\.0 or newer, and this is Node 18\.20\.8/);
    assert.throws(() => requireNode('20.18.9'), { name: 'HostFailure' });
    assert.doesNotThrow(() => requireNode('20.19.0'));
    assert.doesNotThrow(() => requireNode('24.0.0-rc.1'));
  });

  it('compares versions by number', () => {
    assert.ok(compareVersions('1.99.3', '1.139.1') < 0);
    assert.ok(compareVersions('1.139.1', '1.139.0') > 0);
    assert.equal(compareVersions('1.99', '1.99.0'), 0);
  });
});
