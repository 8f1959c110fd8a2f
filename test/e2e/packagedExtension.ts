import { existsSync, readFileSync } from 'node:fs';

/** The path of the VSIX that `npm run package` made. Throws when it is not there. */
export function packagedExtension(): string {
  const { name, version } = JSON.parse(readFileSync('package.json', 'utf8'));
  const vsix = `${name}-${version}.vsix`;
  if (!existsSync(vsix)) throw new Error(`${vsix} is not there. Run npm run package first.`);
  return vsix;
}
