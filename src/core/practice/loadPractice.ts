import { type Config, defaultConfig, mergeConfig } from '../config/config';
import { loadConfig } from '../config/loadConfig';
import { type Message, message } from '../message';
import { loadWorkspaceProtocols } from '../protocol/loadWorkspaceProtocols';
import { configurationProblems, protocolProblems, unreadableFileProblem } from '../validate/fileProblems';
import { atConfiguredLevels } from '../validate/levels';
import type { Problem } from '../validate/problem';
import { makePractice, type Practice } from './practice';

/** The folder of a practice's own protocols and configuration, in its root. */
export const practiceFolder = '.session-notes';
/** The configuration in it. */
export const configurationFile = 'config.yaml';
/** The folder of the protocols in it. */
export const protocolsFolder = 'protocols';

/** The size in bytes beyond which none of its files is read. */
export const largestPracticeFile = 256 * 1024;

/**
 * Why something is not read as a file of a practice: reading a pipe or a device might never end, and more than that
 * nobody writes. `size` is in bytes.
 */
export function practiceFileFault(found: {
  readonly isFile: boolean;
  readonly size: number;
}): Message | undefined {
  if (!found.isFile) return message('file.not-regular');
  return found.size > largestPracticeFile
    ? message('yaml.too-large', { limit: largestPracticeFile / 1024 })
    : undefined;
}

/** Whether a file of this name in {@link protocolsFolder} holds a protocol. */
export function isProtocolFileName(name: string): boolean {
  return /\.ya?ml$/.test(name);
}

/** A file of a practice's own folder, as it was read. */
export interface PracticeSource {
  /** Any path or URI that tells it from the others; its last part is shown where two files clash. */
  readonly path: string;
  /** Empty where it could not be read. */
  readonly text: string;
  /** What it said before, where `text` is being typed: it serves for as long as `text` says nothing that holds. */
  readonly before?: string | undefined;
  /** Why it could not be read, if so. */
  readonly unreadable?: Message | undefined;
}

/** A file of a practice's own folder and what is wrong with it, as strictly as the configuration takes it. */
interface PracticeFile {
  readonly path: string;
  readonly text: string;
  readonly problems: readonly Problem[];
}

/** A practice, and what its own files came to. */
export interface LoadedPractice extends Practice {
  /** The path of the file that each protocol of the practice's own is in, by its id. */
  readonly protocolPaths: ReadonlyMap<string, string>;
  /** Its files, the configuration last. */
  readonly files: readonly PracticeFile[];
  /** The paths of the files whose `text` is YAML without fault from which a protocol was made. */
  readonly whole: ReadonlySet<string>;
}

/**
 * Makes a practice of the files in its folder, whatever they hold. What the configuration does not say is as
 * `settings` have it, else as the defaults.
 */
export function loadPractice(
  configuration: PracticeSource | undefined,
  protocols: readonly PracticeSource[],
  settings: Partial<Config> = {},
): LoadedPractice {
  const { config: configured } = loadConfig(configuration?.before ?? configuration?.text ?? '');
  const config = mergeConfig(defaultConfig, settings, configured);
  const saysDefault = (configured.defaultProtocol ?? settings.defaultProtocol) !== undefined;
  const loaded = loadWorkspaceProtocols(protocols);
  const files = [
    ...protocols.map(file => fileWith(file, protocolProblems(loaded.faults.get(file.path) ?? []))),
    ...(configuration === undefined
      ? []
      : [fileWith(configuration, configurationProblems(loadConfig(configuration.text).faults))]),
  ];
  return {
    ...makePractice(config, loaded.set, saysDefault),
    protocolPaths: loaded.files,
    files: files.map(file => ({ ...file, problems: atConfiguredLevels(file.problems, config) })),
    whole: loaded.whole,
  };
}

/** Nothing more is said of what could not be read. */
function fileWith({ path, text, unreadable }: PracticeSource, found: readonly Problem[]): PracticeFile {
  return { path, text, problems: unreadable === undefined ? found : [unreadableFileProblem(unreadable)] };
}
