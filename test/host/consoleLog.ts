/** Messages that a quote shows. */
const quotedMessages = 8;

/** Lines of one message that a quote shows. */
const quotedLines = 8;

/** What every run says: about native modules and services that the server build goes without, and about itself. */
const everyRun =
  /spdlog|native-watchdog|release\/watchdog|node-pty|vsda|Service Worker|open-vsx|Canceled|AgentHost|github|Creati(?:on|ng) |Resolv(?:ed|ing) connection/i;

/** The latest messages of VS Code's console but the suite's own, kept to explain a run without a result. */
export class ConsoleLog {
  readonly #messages: string[] = [];

  add(message: string): void {
    if (!everyRun.test(message)) {
      this.#messages.push(message);
      this.#messages.splice(0, Math.max(0, this.#messages.length - quotedMessages));
    }
  }

  /** The latest messages worth reading, long ones cut. */
  quote(): string {
    return this.#messages.map(message => message.split('\n').slice(0, quotedLines).join('\n')).join('\n');
  }
}
