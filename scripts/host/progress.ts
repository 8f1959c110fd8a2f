/** Where slow work tells the person at the terminal how far it is. */
export interface Progress {
  /** One line worth reading. */
  say(line: string): void;
  /** Runs `work`, saying when it starts, that it is still going, and when it is done. */
  during<T>(label: string, work: () => Promise<T>): Promise<T>;
}

/** How often slow work says that it is still going, in milliseconds. */
const heartbeatMs = 5_000;

/** Progress on standard error, so that standard output stays free for results. */
export function stderrProgress(): Progress {
  const say = (line: string) => process.stderr.write(`${line}\n`);
  return {
    say,
    async during(label, work) {
      const started = Date.now();
      const elapsed = () => `${Math.round((Date.now() - started) / 1000)} s`;
      say(`${label} …`);
      const heartbeat = setInterval(() => say(`${label} … ${elapsed()}`), heartbeatMs);
      try {
        const result = await work();
        say(`${label}: done in ${elapsed()}`);
        return result;
      } finally {
        clearInterval(heartbeat);
      }
    },
  };
}
