import { Composer, type Document, type ErrorCode, Lexer, Parser, type YAMLError } from 'yaml';
import { type Message, type MessageKey, message } from '../message';
import type { TextRange } from '../text/textRange';

/** Something wrong in a YAML text, at its place. */
export interface YamlFault {
  readonly range: TextRange;
  readonly message: Message;
  /** An error where nothing is said. */
  readonly severity?: 'warning';
}

/** A YAML text as a tree with positions. */
interface ParsedYaml {
  /** Undefined where the text could not be read at all; with syntax faults it holds what could be. */
  readonly document: Document.Parsed | undefined;
  readonly faults: readonly YamlFault[];
}

/** Only the core schema of YAML 1.2: a tag of another (`!!set`, `!!timestamp`) changes nothing of what is read. */
const options = { uniqueKeys: false, schema: 'core', resolveKnownTags: false, prettyErrors: false } as const;
/** How many collections may stand in each other. */
const MAX_DEPTH = 64;
/** How many syntax faults of one text are reported. */
const MAX_FAULTS = 20;

/**
 * Parses a YAML 1.2 text of at most `maxLength` UTF-16 code units. Duplicate keys are left to the reader. Never
 * throws: the depth is measured before the tree is built, since the builder of the tree recurses and exhausts
 * the stack, in some engines beyond what can be caught.
 */
export function parseYaml(text: string, maxLength: number): ParsedYaml {
  if (text.length > maxLength) {
    return failure({ start: 0, end: 0 }, message('yaml.too-large', { limit: Math.floor(maxLength / 1024) }));
  }
  const parser = new Parser();
  const composer = new Composer(options);
  const documents: Document.Parsed[] = [];
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) documents.push(...composer.next(token));
    if (parser.stack.length > MAX_DEPTH) {
      const start = Math.min(parser.offset, text.length);
      return failure({ start, end: start }, message('yaml.too-deep', { limit: MAX_DEPTH }));
    }
  }
  for (const token of parser.end()) documents.push(...composer.next(token));
  documents.push(...composer.end(true, text.length));
  const [document, second] = documents;
  const faults = syntaxFaults(document?.errors ?? [], text);
  if (second) faults.push({ range: rangeIn(text, second.range), message: message('yaml.several-documents') });
  return { document, faults };
}

function failure(range: TextRange, text: Message): ParsedYaml {
  return { document: undefined, faults: [{ range, message: text }] };
}

const messageKeys: Partial<Readonly<Record<ErrorCode, MessageKey>>> = {
  BAD_ALIAS: 'yaml.unknown-alias',
  BAD_DQ_ESCAPE: 'yaml.bad-escape',
  BAD_INDENT: 'yaml.bad-indent',
  BAD_SCALAR_START: 'yaml.bad-start',
  BLOCK_AS_IMPLICIT_KEY: 'yaml.nested-map',
  MISSING_CHAR: 'yaml.missing-character',
  TAB_AS_INDENT: 'yaml.tab',
};

/** An unexpected token after another fault is mostly its consequence, and stays unsaid. */
function syntaxFaults(errors: readonly YAMLError[], text: string): YamlFault[] {
  return errors
    .filter((error, at) => at === 0 || error.code !== 'UNEXPECTED_TOKEN')
    .slice(0, MAX_FAULTS)
    .map(error => ({
      range: rangeIn(text, error.pos),
      message: message(messageKeys[error.code] ?? 'yaml.syntax'),
    }));
}

/** A range of the parser, held within the text; an empty one takes in the character before it. */
function rangeIn(text: string, [start, end]: readonly [number, number, ...number[]]): TextRange {
  const from = Math.min(Math.max(0, start), text.length);
  const to = Math.min(Math.max(from, end), text.length);
  return from === to ? { start: Math.max(0, from - 1), end: to } : { start: from, end: to };
}
