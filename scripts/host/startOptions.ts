import { parseArgs } from 'node:util';
import { HostFailure } from './failure';

export interface StartOptions {
  /** Opens VS Code; else the workspace is only served. */
  readonly open: boolean;
  /** Port of the server build; chosen by the system if missing. */
  readonly port?: number;
}

const usage = 'Usage: npm start -- [--no-open] [--port N]';

const highestPort = 65_535;

/**
 * Reads the arguments of `npm start`.
 *
 * @throws HostFailure on an argument that is not understood
 */
export function readStartOptions(args: readonly string[]): StartOptions {
  const { 'no-open': noOpen = false, port } = parse(args);
  return port === undefined ? { open: !noOpen } : { open: !noOpen, port: readPort(port) };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: { 'no-open': { type: 'boolean' }, port: { type: 'string' } },
    }).values;
  } catch (error) {
    throw new HostFailure(error instanceof Error ? error.message : String(error), usage);
  }
}

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > highestPort) {
    throw new HostFailure(`"${text}" is no port: it must be a number from 1 to ${highestPort}.`, usage);
  }
  return port;
}
