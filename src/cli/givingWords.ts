import type { CommandLine } from './commandLine';
import type { Terminal } from './terminal';

/**
 * Whether a command that exists to give out words of notes (`goals`, `export`) does so: everywhere but where `CI` is
 * set, since the log of a build is often public; there only with `--quote`.
 */
export function givesWords({ flags }: CommandLine, { environment }: Terminal): boolean {
  const { CI: setting = '' } = environment;
  return flags.has('quote') || setting === '' || setting === 'false' || setting === '0';
}
