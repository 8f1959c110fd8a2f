import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { launchBrowser } from '../test/host/launchBrowser';
import { stderrProgress } from './host/progress';

/** Draws `media/icon.png`, which the Marketplace asks for, from its source `media/source/icon.svg`. */

const media = join(import.meta.dirname, '..', 'media');
const size = 256;

const browser = await launchBrowser(stderrProgress());
try {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const svg = await readFile(join(media, 'source', 'icon.svg'), 'utf8');
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
  await page.screenshot({ path: join(media, 'icon.png'), omitBackground: true });
} finally {
  await browser.close();
}
