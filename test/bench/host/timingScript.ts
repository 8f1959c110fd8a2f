/**
 * The script that VS Code loads in place of the extension's own, which it loads and times. Waiting for a processor does not
 * count: on a busy machine that would be most of it.
 */
export const timingScript = `const timed = work => {
  const processor = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1000; };
  const before = [performance.now(), processor()];
  const result = work();
  return [result, Math.min(performance.now() - before[0], processor() - before[1])];
};
const [extension, load] = timed(() => require('./dist/desktop/extension.js'));
exports.activate = context => {
  const [result, activate] = timed(() => extension.activate(context));
  globalThis.sessionNotesStart = { load, activate };
  return result;
};
`;
