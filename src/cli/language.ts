import { setInterfaceLanguage } from '../l10n/catalogue';
import type { CommandLine } from './commandLine';
import type { DiskRoot } from './roots';

/** Speaks the language that the workspace's configuration names, unless another was asked for. */
export function useConfiguredLanguage(line: CommandLine, roots: readonly DiskRoot[]): void {
  if (line.values.has('language')) return;
  const configured = roots.map(root => root.config.language).find(language => language !== 'auto');
  if (configured !== undefined) setInterfaceLanguage(configured);
}
