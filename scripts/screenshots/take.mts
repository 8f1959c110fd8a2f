import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { openSample, packagedExtension } from '../../test/e2e/window';
import { WindowHost } from '../../test/window/windowHost';
import { folder, inputsOf, pictures, record, recordedInputs } from './inputs';
import { pngOf } from './png';
import { scenes } from './scenes';

/**
 * `npm run screenshots`: takes the pictures of the READMEs from the real window, with the package that `npm run package`
 * made. After `--` may stand which are wanted: `en`, `goals`, `en/goals`; otherwise all are taken.
 */

const themes = { light: 'Default Light Modern', dark: 'Default Dark Modern' } as const;
const wanted = process.argv.slice(2);
const taken = pictures.filter(
  ({ name, scene, language }) =>
    wanted.length === 0 || [name, scene, language].some(each => wanted.includes(each)),
);
const host = await WindowHost.start({ vsix: packagedExtension() });
try {
  for (const picture of taken) await take(picture);
} finally {
  await host.close();
}

async function take(picture: (typeof pictures)[number]): Promise<void> {
  const { language, scene, name } = picture;
  const { theme, scale, prepare, take } = scenes[scene];
  const window = await openSample(host, {
    size: { width: 1000, height: 620 },
    scale,
    settings: {
      'sessionNotes.language': language,
      'workbench.colorTheme': themes[theme],
      'editor.minimap.enabled': false,
      'breadcrumbs.enabled': false,
      'editor.stickyScroll.enabled': false,
      // What VS Code itself offers would hide what the extension offers.
      'editor.suggest.showSnippets': false,
      'editor.snippets.codeActions.enabled': false,
    },
    prepare: async copy => prepare?.(copy, language),
  });
  const path = `${folder}/${name}.png`;
  mkdirSync(dirname(path), { recursive: true });
  try {
    writeFileSync(path, pngOf(await take(window, language)));
  } catch (error) {
    await window.keep(`out/screenshots/${name}`);
    throw error;
  }
  await window.close();
  const recorded = { ...recordedInputs(), [name]: inputsOf(picture) };
  const inOrder = pictures.flatMap(each => (each.name in recorded ? [[each.name, recorded[each.name]]] : []));
  writeFileSync(record, `${JSON.stringify(Object.fromEntries(inOrder), undefined, 2)}\n`);
  console.log(path);
}
