import { parseArgs } from 'node:util';
import { HostFailure } from '../../scripts/host/failure';
import {
  isServerVersion,
  newestVersion,
  type ServerVersion,
  serverVersions,
} from '../../scripts/host/serverBuild';

/** Hosts of the extension: Node beside the server, a web worker in the browser, or a desktop VS Code. */
export type IntegrationHost = 'node' | 'web' | 'desktop';

/** One run of the suite. */
export interface Cell {
  readonly version: ServerVersion;
  readonly host: IntegrationHost;
  /** The value of `sessionNotes.language`; as shipped if missing. */
  readonly language?: 'en' | 'id';
  /** Runs only the tests whose full title matches this regular expression. */
  readonly grep?: string;
}

export interface IntegrationOptions {
  readonly cells: readonly Cell[];
}

const usage = `Usage: runIntegration.mts [--version ${serverVersions.join('|')}] [--host node|web|desktop] [--language en|id] [--grep PATTERN] [--matrix]`;

/** The suites that `npm test` runs in the web, where each part of VS Code that hosts differ in has its test. */
const usualInWeb =
  '^(the manifest|problems (?!of a case)|quick fixes|open goals|the language of the interface)';

/**
 * Reads which runs are wanted. Without arguments, what fits into `npm test`: all of the suite in the lowest version in
 * Node, and the suites on what hosts differ in in the newest in the web; the newest in Node has the end-to-end tests.
 * `--matrix` is all of the suite in both versions in Node and the newest in the web, each host in a language of its
 * own; other arguments pick from both versions in both hosts. With SESSION_NOTES_TEST_HOST=desktop it is both versions
 * on the desktop.
 *
 * @throws HostFailure on an argument that is not understood
 */
export function readIntegrationOptions(
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): IntegrationOptions {
  const { version, host = env['SESSION_NOTES_TEST_HOST'] || undefined, language, grep, matrix } = parse(args);
  const wanted = language === undefined ? undefined : oneOf(isLanguage, language, '--language');
  if (version === undefined && host === undefined) return { cells: wholeOrUsual(matrix, wanted, grep) };
  const versions = version === undefined ? serverVersions : [oneOf(isServerVersion, version, '--version')];
  const hosts: readonly IntegrationHost[] =
    host === undefined ? ['node', 'web'] : [oneOf(isHost, host, '--host')];
  return {
    cells: versions.flatMap(eachVersion => hosts.map(eachHost => cell(eachVersion, eachHost, wanted, grep))),
  };
}

function wholeOrUsual(
  matrix: boolean,
  language: 'en' | 'id' | undefined,
  grep: string | undefined,
): readonly Cell[] {
  const node = serverVersions.map(version => cell(version, 'node', language, grep));
  const whole = [...node, cell(newestVersion, 'web', language, grep)];
  if (matrix || grep !== undefined) return whole;
  const lowest = node.filter(({ version }) => version !== newestVersion);
  return [...lowest, cell(newestVersion, 'web', language, usualInWeb)];
}

/** As shipped, which is English in an English VS Code; the web host has Indonesian, so that both are tested. */
function usualLanguage(host: IntegrationHost): 'id' | undefined {
  return host === 'web' ? 'id' : undefined;
}

/** A cell's name for people, such as `1.99.3 web` or `1.99.3 node (id)`. */
export function cellName({ version, host, language }: Cell): string {
  return `${version} ${host}${language === undefined ? '' : ` (${language})`}`;
}

function cell(
  version: ServerVersion,
  host: IntegrationHost,
  wanted: 'en' | 'id' | undefined,
  grep: string | undefined,
): Cell {
  const language = wanted ?? usualLanguage(host);
  return {
    version,
    host,
    ...(language === undefined ? {} : { language }),
    ...(grep === undefined ? {} : { grep: validPattern(grep) }),
  };
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const options = {
    version: text,
    host: text,
    language: text,
    grep: text,
    matrix: { type: 'boolean', default: false },
  } as const;
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new HostFailure(error instanceof Error ? error.message : String(error), usage);
  }
}

function oneOf<T extends string>(isOne: (text: string) => text is T, text: string, name: string): T {
  if (!isOne(text)) {
    throw new HostFailure(`"${text}" is no value of ${name}.`, usage);
  }
  return text;
}

function isHost(text: string): text is IntegrationHost {
  return text === 'node' || text === 'web' || text === 'desktop';
}

function isLanguage(text: string): text is 'en' | 'id' {
  return text === 'en' || text === 'id';
}

function validPattern(pattern: string): string {
  try {
    return new RegExp(pattern).source;
  } catch {
    throw new HostFailure(`"${pattern}" is no regular expression.`, usage);
  }
}
