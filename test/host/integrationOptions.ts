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
}

export interface IntegrationOptions {
  readonly cells: readonly Cell[];
  /** Runs only the tests whose full title matches this regular expression. */
  readonly grep?: string;
}

const usage = `Usage: runIntegration.mts [--version ${serverVersions.join('|')}] [--host node|web|desktop] [--language en|id] [--grep PATTERN]`;

/**
 * Reads which runs are wanted: the lowest and the newest version in Node and the newest in the web, each host in a
 * language of its own, unless arguments pick some. With SESSION_NOTES_TEST_HOST=desktop it is both versions on the
 * desktop.
 *
 * @throws HostFailure on an argument that is not understood
 */
export function readIntegrationOptions(
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): IntegrationOptions {
  const { version, host = env['SESSION_NOTES_TEST_HOST'], language, grep } = parse(args);
  const versions = version === undefined ? serverVersions : [oneOf(isServerVersion, version, '--version')];
  const hosts: readonly IntegrationHost[] =
    host === undefined || host === '' ? ['node', 'web'] : [oneOf(isHost, host, '--host')];
  const wanted = language === undefined ? undefined : oneOf(isLanguage, language, '--language');
  const cells = versions
    .flatMap(eachVersion =>
      hosts.map(eachHost => cell(eachVersion, eachHost, wanted ?? usualLanguage(eachHost))),
    )
    .filter(each => version !== undefined || hosts.length === 1 || isUsual(each));
  return grep === undefined ? { cells } : { cells, grep: validPattern(grep) };
}

/** In the web, users always have the newest version: an older one is run only when it is asked for. */
function isUsual({ version, host }: Cell): boolean {
  return host !== 'web' || version === newestVersion;
}

/** As shipped, which is English in an English VS Code; the web host has Indonesian, so that both are tested. */
function usualLanguage(host: IntegrationHost): 'id' | undefined {
  return host === 'web' ? 'id' : undefined;
}

/** A cell's name for people, such as `1.99.3 web` or `1.99.3 node (id)`. */
export function cellName({ version, host, language }: Cell): string {
  return `${version} ${host}${language === undefined ? '' : ` (${language})`}`;
}

function cell(version: ServerVersion, host: IntegrationHost, language: 'en' | 'id' | undefined): Cell {
  return language === undefined ? { version, host } : { version, host, language };
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({ args: [...args], options: { version: text, host: text, language: text, grep: text } })
      .values;
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
