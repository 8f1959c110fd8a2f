import { spawnSync } from 'node:child_process';

/**
 * `npm run test:offline [-- [--where-possible] command…]`: runs tests where there is no network but the machine's own
 * loopback, which the hosts of tests talk over. By default the core of the integration tests. Only Linux knows such a
 * place, and only where it may be made; elsewhere that is a failure, with `--where-possible` they run with the network.
 */

const setLoopbackUp = 'ip link set lo up || ifconfig lo up';
/** As root, or, where that is allowed, as a user who is root in there alone. */
const ways: readonly (readonly string[])[] = [['--net'], ['--net', '--map-root-user']];
const core = ['tsx', 'test/host/runIntegration.mts', '--core'];

const wherePossible = '--where-possible';
const [first, ...rest] = process.argv.slice(2);
const isRunAnywhere = first === wherePossible;
const given = isRunAnywhere || first === undefined ? rest : [first, ...rest];
const command = given.length > 0 ? given : core;
const way = process.platform === 'linux' ? ways.find(isPossible) : undefined;
if (way === undefined) console.log('This system makes no network of its own for a program.');
process.exitCode = exitCode();

function exitCode(): number {
  if (way !== undefined) return runIn(way, command, 'inherit').status ?? 1;
  if (!isRunAnywhere) return 1;
  const [program = '', ...args] = command;
  return spawnSync(program, args, { stdio: 'inherit', shell: process.platform === 'win32' }).status ?? 1;
}

function isPossible(options: readonly string[]): boolean {
  const reaching =
    'const s = require("net").connect(9, "192.0.2.1"); s.on("error", e => process.exit(e.code === "ENETUNREACH" ? 0 : 1));';
  return runIn(options, [process.execPath, '-e', reaching], 'ignore').status === 0;
}

function runIn(options: readonly string[], command: readonly string[], stdio: 'inherit' | 'ignore') {
  const inside = `(${setLoopbackUp}) 2>/dev/null; exec "$@"`;
  return spawnSync('unshare', [...options, '--', 'sh', '-c', inside, 'sh', ...command], { stdio });
}
