import { parseArgs } from 'node:util';
import { HostFailure } from '../../scripts/host/failure';
import {
  isServerVersion,
  lowestVersion,
  newestVersion,
  type ServerVersion,
  serverVersions,
} from '../../scripts/host/serverBuild';
import type { SuitePart } from './suiteOptions';

/** Hosts of the extension: Node beside the server, a web worker in the browser, or a desktop VS Code. */
export type IntegrationHost = 'node' | 'web' | 'desktop';

/** One run of the suite. */
export interface Cell {
  readonly version: ServerVersion;
  readonly host: IntegrationHost;
  /** The value of `sessionNotes.language`; as shipped if missing. */
  readonly language?: 'en' | 'id';
  /** All of the suite if missing. */
  readonly part?: SuitePart;
  /** Runs only the tests whose full title matches this regular expression. */
  readonly grep?: string;
}

export interface IntegrationOptions {
  readonly cells: readonly Cell[];
}

const usage = `Usage: runIntegration.mts [--version ${serverVersions.join('|')}] [--host node|web|desktop] [--language en|id] [--grep PATTERN] [--core|--rest|--matrix]`;

/**
 * Reads which runs are wanted. `--core`, which `npm test` runs, is the core of the suite in the lowest version, which needs
 * the Node in use and no other; `--rest`, of `npm run test:all`, is the rest of it in the newest, and the core in the
 * newest in the web. Without arguments it is both. `--matrix` is all of the suite in both versions in Node and the newest
 * in the web, each host in a language of its own, and so is a pattern; other arguments pick from both versions in both
 * hosts. With SESSION_NOTES_TEST_HOST=desktop it is both versions on the desktop.
 *
 * @throws HostFailure on an argument that is not understood
 */
export function readIntegrationOptions(
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): IntegrationOptions {
  const given = parse(args);
  const { version, host = env['SESSION_NOTES_TEST_HOST'] || undefined, grep } = given;
  const language = given.language === undefined ? undefined : oneOf(isLanguage, given.language, '--language');
  if (version === undefined && host === undefined) {
    return { cells: usualCells(given).map(each => cell(each, language, grep)) };
  }
  const versions = version === undefined ? serverVersions : [oneOf(isServerVersion, version, '--version')];
  const hosts: readonly IntegrationHost[] =
    host === undefined ? ['node', 'web'] : [oneOf(isHost, host, '--host')];
  const part = partOf(given);
  return {
    cells: versions.flatMap(eachVersion =>
      hosts.map(eachHost => cell({ version: eachVersion, host: eachHost, ...part }, language, grep)),
    ),
  };
}

/** Which of the parts and versions is run where no version and no host is named. */
function usualCells({ core, rest, matrix, grep }: Wanted): readonly Cell[] {
  if (matrix || grep !== undefined) {
    const node = serverVersions.map((version): Cell => ({ version, host: 'node' }));
    return [...node, { version: newestVersion, host: 'web' }];
  }
  const inTest: Cell = { version: lowestVersion, host: 'node', part: 'core' };
  const inTestAll: readonly Cell[] = [
    { version: newestVersion, host: 'node', part: 'rest' },
    { version: newestVersion, host: 'web', part: 'core' },
  ];
  return [...(core || !rest ? [inTest] : []), ...(rest || !core ? inTestAll : [])];
}

function partOf({ core, rest }: Wanted): Pick<Cell, 'part'> {
  if (core === rest) return {};
  return { part: core ? 'core' : 'rest' };
}

/** As shipped, which is English in an English VS Code; the web host has Indonesian, so that both are tested. */
function usualLanguage(host: IntegrationHost): 'id' | undefined {
  return host === 'web' ? 'id' : undefined;
}

/** A cell's name for people, such as `1.99.3 node core` or `1.139.1 web (id)`. */
export function cellName({ version, host, part, language }: Cell): string {
  return [version, host, part, language && `(${language})`].filter(Boolean).join(' ');
}

function cell(each: Cell, wanted: 'en' | 'id' | undefined, grep: string | undefined): Cell {
  const language = wanted ?? usualLanguage(each.host);
  return {
    ...each,
    ...(language === undefined ? {} : { language }),
    ...(grep === undefined ? {} : { grep: validPattern(grep) }),
  };
}

type Wanted = ReturnType<typeof parse>;

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const options = {
    version: text,
    host: text,
    language: text,
    grep: text,
    core: flag,
    rest: flag,
    matrix: flag,
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
