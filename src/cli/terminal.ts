/** What a command has around it: where it was called, and where it writes. */
export interface Terminal {
  /** The working directory, absolute. */
  readonly directory: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly output: OutputStream;
  readonly errors: OutputStream;
  /**
   * Puts a question to the person who sits there, and waits for a line, which it gives trimmed; undefined where there is
   * no more. Missing where nobody does: what is read or written is a file or another program.
   */
  readonly ask?: ((question: string) => string | undefined) | undefined;
}

export interface OutputStream {
  /** Whether a person looks at it, rather than a file or another program. */
  readonly isTerminal: boolean;
  write(text: string): void;
}

/** How a command ended: 0 nothing is wrong, 1 something is, 2 it could not run (then nothing is put out). */
export type ExitCode = 0 | 1 | 2;

/** What a command has to say, and how it ended. */
export interface CommandOutcome {
  readonly exitCode: ExitCode;
  /** For standard output, whole or in pieces. */
  readonly output: string | Iterable<string>;
  /** For standard error, one message a line. */
  readonly errors: readonly string[];
}

/**
 * Control characters, which a terminal obeys; line separators; and the marks that turn the direction of text, with
 * which a line can be made to read as something else.
 */
const unsafe = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu;

/** Those of them that JSON.stringify leaves as they are; line feeds are those of its indentation. */
const rawInJson = /[\u007f-\u009f\p{Bidi_Control}\u2028\u2029]/gu;

/** One line of text with everything in it to be seen: unsafe characters stand as `\u001b`. */
export function visible(text: string): string {
  return text.replace(unsafe, escaped);
}

/** JSON in which no unsafe character stands raw; it means the same. */
export function safeJson(value: unknown, indentation?: number): string {
  return JSON.stringify(value, undefined, indentation).replace(rawInJson, escaped);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** The colours that reports use. */
export type Colour = 'red' | 'yellow' | 'blue' | 'dim' | 'bold';

const codes: Readonly<Record<Colour, readonly [on: number, off: number]>> = {
  red: [31, 39],
  yellow: [33, 39],
  blue: [34, 39],
  dim: [2, 22],
  bold: [1, 22],
};

/** Colours a text, or leaves it where nobody would see the colour. */
export type Paint = (colour: Colour, text: string) => string;

/** Colours only for a terminal that has them, and not where `NO_COLOR` is set (https://no-color.org). */
export function paintFor({ output, environment }: Terminal): Paint {
  const plain =
    !output.isTerminal || environment['TERM'] === 'dumb' || (environment['NO_COLOR'] ?? '') !== '';
  if (plain) return (_, text) => text;
  return (colour, text) => {
    const [on, off] = codes[colour];
    return `\u001b[${on}m${text}\u001b[${off}m`;
  };
}
