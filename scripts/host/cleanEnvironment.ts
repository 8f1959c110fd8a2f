/**
 * An environment for VS Code without what a surrounding VS Code, npm or TypeScript runner has put there: it would
 * be taken for its own.
 */
export function cleanEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const foreign = /^(?:VSCODE_|ELECTRON_|npm_|TSX_|NODE_OPTIONS$|NODE_PATH$)/;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !foreign.test(name)));
}
