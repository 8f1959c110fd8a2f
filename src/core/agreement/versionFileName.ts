import { cleanName } from '../config/noteFileName';

const SUFFIX = /(?:\.session)?\.(?:md|markdown)$/i;

/**
 * The name of the file of another rater's version: that of `file` with `.rater` before its `.session.md`, in place of
 * the name of the rater of `file` where that stands there.
 */
export function versionFileName(file: string, current: string | undefined, rater: string): string {
  const suffix = SUFFIX.exec(file)?.[0] ?? '.md';
  const stem = file.slice(0, file.length - (SUFFIX.test(file) ? suffix.length : 0));
  const ending = `.${cleanName(current ?? '', '')}`.toLowerCase();
  const own = ending !== '.' && stem.toLowerCase().endsWith(ending) ? stem.slice(0, -ending.length) : stem;
  return `${own}.${cleanName(rater, '') || '_'}${suffix}`;
}
