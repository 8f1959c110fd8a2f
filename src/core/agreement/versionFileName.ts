import { cleanName } from '../config/noteFileName';
import { noteSuffix } from '../text/markdownPath';

/**
 * The name of the file of another rater's version: that of `file` with `.rater` before its `.session.md`, in place of
 * the name of the rater of `file` where that stands there.
 */
export function versionFileName(file: string, current: string | undefined, rater: string): string {
  const known = noteSuffix(file);
  const suffix = known ?? '.md';
  const stem = file.slice(0, file.length - (known?.length ?? 0));
  const ending = `.${cleanName(current ?? '', '')}`.toLowerCase();
  const own = ending !== '.' && stem.toLowerCase().endsWith(ending) ? stem.slice(0, -ending.length) : stem;
  return `${own}.${cleanName(rater, '') || '_'}${suffix}`;
}
