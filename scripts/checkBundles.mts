import { readFileSync, statSync } from 'node:fs';

/** Checks what is promised of the minified bundles: their size, and that nothing in them can reach the network. */

const kilobyte = 1024;
const limits: Readonly<Record<string, number>> = {
  'dist/extension.js': 350 * kilobyte,
  'dist/web.js': 600 * kilobyte,
};

const networkCode: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['a Node network module', /require\("(?:node:)?(?:https?|http2|net|tls|dgram|dns)(?:\/promises)?"\)/],
  ['fetch', /(?<![\w$.])fetch\s*\(/],
  [
    'a global network object',
    /\b(?:XMLHttpRequest|WebSocket|EventSource|WebTransport|sendBeacon|RTCPeerConnection)\b/,
  ],
  ['importScripts', /\bimportScripts\b/],
];

const faults = ['dist/extension.js', 'dist/web.js', 'dist/cli.js'].flatMap(file => [
  ...sizeFaults(file),
  ...networkFaults(file),
]);
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;

function sizeFaults(file: string): readonly string[] {
  const { size } = statSync(file);
  console.log(`${file}: ${Math.round(size / kilobyte)} KB`);
  const limit = limits[file];
  if (limit === undefined || size <= limit) return [];
  return [`${file} is larger than ${limit / kilobyte} KB. Find what made it grow with esbuild's --analyze.`];
}

function networkFaults(file: string): readonly string[] {
  const source = readFileSync(file, 'utf8');
  return networkCode
    .filter(([, pattern]) => pattern.test(source))
    .map(([what]) => `${file} contains ${what}: no bundle may hold network code.`);
}
