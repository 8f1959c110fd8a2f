import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Checks what is promised of the minified bundles: their size, and that nothing in them can reach the network, start
 * another program, or run text as code.
 */

const kilobyte = 1024;
const limits: Readonly<Record<string, number>> = {
  'dist/desktop/extension.js': 324 * kilobyte,
  // One file with all that the desktop loads when it is used: importers, exporters, agreement, every protocol and text.
  'dist/web.js': 1240 * kilobyte,
  'dist/progress.js': 350 * kilobyte,
  'dist/transcript.js': 350 * kilobyte,
  'dist/agreement.js': 20 * kilobyte,
};

const unwanted: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['a Node network module', /require\("(?:node:)?(?:https?|http2|net|tls|dgram|dns)(?:\/promises)?"\)/],
  ['fetch', /(?<![\w$.])fetch\s*\(/],
  [
    'a global network object',
    /\b(?:XMLHttpRequest|WebSocket|EventSource|WebTransport|sendBeacon|RTCPeerConnection)\b/,
  ],
  ['importScripts', /\bimportScripts\b/],
  // "cluster" alone is a word of statistics.
  [
    'another process',
    /["'`](?:node:)?(?:child_process|worker_threads)["'`]|["'`]node:cluster["'`]|\b(?:require|import)\(["'`]cluster["'`]\)/,
  ],
  ['a worker', /\bnew (?:Shared)?Worker\b/],
  ['a way to run text as code', /["'`](?:node:)?(?:vm|inspector|repl|module)["'`]/],
  ['eval', /(?<![\w$.])eval\s*\(|\(0,\s*eval\)/],
  ['Function made of text', /(?<![\w$.])(?:new\s+)?Function\s*\(/],
  ['a timer that runs text', /\bset(?:Timeout|Interval)\s*\(\s*["'`]/],
  ['native code', /\bprocess\.(?:binding|dlopen)\b|\.node["'`]\)/],
];

const scripts = readdirSync('dist', { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.js'))
  .map(file => join('dist', file));
const faults = [...Object.keys(limits).flatMap(sizeFaults), ...scripts.flatMap(contentFaults)];
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;

function sizeFaults(file: string): readonly string[] {
  const size = [...loadedWith(file)].reduce((sum, part) => sum + statSync(part).size, 0);
  console.log(`${file}: ${Math.round(size / kilobyte)} KB`);
  const limit = limits[file];
  if (limit === undefined || size <= limit) return [];
  return [`${file} is larger than ${limit / kilobyte} KB. Find what made it grow with esbuild's --analyze.`];
}

/** The file and all code that it requires at once, not what it loads later. */
function loadedWith(file: string, known: Set<string> = new Set()): ReadonlySet<string> {
  if (known.has(file)) return known;
  known.add(file);
  // What is loaded later stands in a function; what is loaded at once is a statement of its own.
  const required = readFileSync(file, 'utf8').matchAll(/(?<!=>[^;]{0,40})require\("(\.[^"]+\.js)"\)/g);
  for (const [, path = ''] of required) {
    loadedWith(join(dirname(file), path), known);
  }
  return known;
}

function contentFaults(file: string): readonly string[] {
  const source = readFileSync(file, 'utf8');
  return unwanted
    .filter(([, pattern]) => pattern.test(source))
    .map(
      ([what]) =>
        `${file} contains ${what}: no bundle may reach the network, start a program or run text as code.`,
    );
}
