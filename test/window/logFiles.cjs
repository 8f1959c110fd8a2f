// Loaded into the server of VS Code before anything else (see windowLog.ts). VS Code writes its log files by a native
// module, which the packages of the registry come without: here it is in plain JavaScript, as much of it as is used.
const childProcess = require('node:child_process');
const { appendFileSync } = require('node:fs');
const Module = require('node:module');

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'critical', 'off'];

class Logger {
  #file;
  #level = levels.indexOf('info');
  #isPlain = false;

  constructor(_type, _name, file) {
    this.#file = file;
  }

  getLevel() {
    return this.#level;
  }

  setLevel(level) {
    this.#level = level;
  }

  setPattern() {}

  clearFormatters() {
    this.#isPlain = true;
  }

  flush() {}

  drop() {}

  write(level, message) {
    if (level < this.#level) return;
    const head = this.#isPlain ? '' : `${new Date().toISOString()} [${levels[level]}] `;
    appendFileSync(this.#file, `${head}${message}${this.#isPlain ? '' : '\n'}`);
  }
}

for (const [level, name] of levels.entries()) {
  Logger.prototype[name] = function (message) {
    this.write(level, message);
  };
}

const spdlog = { version: 1, setLevel() {}, setFlushOn() {}, Logger };

const load = Module._load;
Module._load = function (request, ...rest) {
  const found = () => load.call(this, request, ...rest);
  return request === 'bindings' ? name => (name === 'spdlog' ? spdlog : found()(name)) : found();
};

// The extension host, which the server starts, takes no options from the environment.
const { fork } = childProcess;
childProcess.fork = (path, args, options) =>
  fork(path, args, { ...options, execArgv: ['--require', __filename, ...(options?.execArgv ?? [])] });
Module.syncBuiltinESMExports();
