import assert from 'node:assert/strict';
import { delimiter } from 'node:path';
import { type BrowserSearch, installedBrowsers } from '../../../scripts/host/browser';

function search(
  env: Record<string, string>,
  installed: readonly string[],
  platform: NodeJS.Platform = 'linux',
): BrowserSearch {
  return { env, system: { platform, arch: 'x64' }, isExecutable: path => installed.includes(path) };
}

const path = ['/usr/bin', '/opt/bin'].join(delimiter);

describe('the search for a browser', () => {
  it('takes CHROME_PATH alone where it is set', () => {
    const found = installedBrowsers(
      search({ CHROME_PATH: '/my/chrome', PATH: path }, ['/my/chrome', '/usr/bin/chromium']),
    );
    assert.deepEqual(found, ['/my/chrome']);
  });

  it('complains of a CHROME_PATH that is no program, and of one that is not absolute', () => {
    assert.throws(() => installedBrowsers(search({ CHROME_PATH: '/gone' }, [])), /CHROME_PATH is "\/gone"/);
    assert.throws(() => installedBrowsers(search({ CHROME_PATH: 'chrome' }, ['chrome'])), /absolute/);
  });

  it('prefers chromium to google-chrome to msedge, wherever on the PATH they are', () => {
    const installed = ['/usr/bin/msedge', '/usr/bin/google-chrome', '/opt/bin/chromium'];
    assert.deepEqual(installedBrowsers(search({ PATH: path }, installed)), [
      '/opt/bin/chromium',
      '/usr/bin/google-chrome',
      '/usr/bin/msedge',
    ]);
  });

  it('looks among the applications of macOS, and only there', () => {
    const chrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    assert.deepEqual(installedBrowsers(search({ PATH: path }, [chrome], 'darwin')), [chrome]);
    assert.deepEqual(installedBrowsers(search({ PATH: path }, [chrome], 'linux')), []);
  });

  it('finds nothing where nothing is', () => {
    assert.deepEqual(installedBrowsers(search({}, [])), []);
  });
});
