/** Where the caret stands in a YAML text that may be half written. */
interface YamlCaret {
  /** The keys of the maps that it stands in, from the outermost; lists are passed through. */
  readonly path: readonly string[];
  /** The key whose value is being written; undefined where a key is. */
  readonly valueOf: string | undefined;
  /** What is written of the key or value before the caret. */
  readonly typed: string;
  /** The keys that stand beside it in the same map. */
  readonly siblings: ReadonlySet<string>;
}

interface Level {
  readonly indent: number;
  /** Undefined for the item of a list. */
  readonly key: string | undefined;
}

const KEY = /^((?:[\w-]+|"[^"]*"))[ \t]*:(?=\s|$)/;
const COMMENT = /^[ \t]*#/;

/**
 * Finds the caret by indentation and, on its line, by brackets, so that it is found in a text that does not parse.
 * `line` counts from 0, `character` in UTF-16 code units.
 */
export function yamlCaret(text: string, line: number, character: number): YamlCaret {
  const lines = text.split(/\r\n?|\n/);
  const levels: Level[] = [];
  for (const each of lines.slice(0, line)) if (each.trim() !== '' && !COMMENT.test(each)) enter(levels, each);
  const before = (lines[line] ?? '').slice(0, character);
  const rest = enter(levels, before);
  const flow = readFlow(rest.text);
  const path = [...levels.flatMap(({ key }) => key ?? []), ...flow.path];
  const last = flow.isFlow ? flow.key : rest.key;
  const inPath = last === undefined ? path : path.slice(0, flow.isFlow ? undefined : -1);
  return {
    path: inPath,
    valueOf: last,
    typed: flow.typed,
    siblings: flow.isFlow ? flow.siblings : blockSiblings(lines, line, rest.column),
  };
}

interface Entered {
  /** What follows the last key or list marker. */
  readonly text: string;
  readonly key: string | undefined;
  /** Where the last key, or what is to become one, begins. */
  readonly column: number;
}

/** Takes a line, or its beginning, into the levels that it stands in. */
function enter(levels: Level[], line: string): Entered {
  let column = line.length - line.trimStart().length;
  let text = line.slice(column);
  while (/^-(?:\s|$)/.test(text)) {
    leave(levels, ({ indent, key }) => indent > column || (indent === column && key === undefined));
    levels.push({ indent: column, key: undefined });
    const gap = text.slice(1).length - text.slice(1).trimStart().length;
    column += 1 + gap;
    text = text.slice(1 + gap);
  }
  leave(levels, ({ indent }) => indent >= column);
  const found = KEY.exec(text);
  if (found === null) return { text, key: undefined, column };
  const key = (found[1] ?? '').replace(/"/g, '');
  levels.push({ indent: column, key });
  return { text: text.slice(found[0].length), key, column };
}

function leave(levels: Level[], isLeft: (level: Level) => boolean): void {
  for (let last = levels.at(-1); last !== undefined && isLeft(last); last = levels.at(-1)) levels.pop();
}

interface Flow {
  readonly isFlow: boolean;
  readonly path: readonly string[];
  readonly key: string | undefined;
  readonly typed: string;
  readonly siblings: ReadonlySet<string>;
}

/** A bracket that is open, and for a map the key whose value is being written. */
interface Bracket {
  key: string | undefined;
  readonly isMap: boolean;
  readonly keys: Set<string>;
}

/** The brackets that are open at the end of a line's beginning. */
function readFlow(text: string): Flow {
  const open: Bracket[] = [];
  let word = '';
  for (const character of text) word = takeCharacter(open, character, word);
  const top = open.at(-1);
  const keys = open.flatMap(({ key }) => key ?? []);
  // In a list it is the key before the list whose value is written.
  const key = top?.isMap === true ? top.key : keys.at(-1);
  return {
    isFlow: top !== undefined && (top.isMap || keys.length > 0),
    path: key === undefined ? keys : keys.slice(0, -1),
    key,
    typed: word.trim(),
    siblings: top?.keys ?? new Set(),
  };
}

/** What the word at the end is after one more character. */
function takeCharacter(open: Bracket[], character: string, word: string): string {
  const top = open.at(-1);
  if (character === '{' || character === '[') {
    open.push({ key: undefined, isMap: character === '{', keys: new Set() });
    return '';
  }
  if (character === '}' || character === ']') {
    open.pop();
    return '';
  }
  if (character === ',' && top !== undefined) {
    if (top.isMap) top.key = undefined;
    return '';
  }
  if (character !== ':' || top?.isMap !== true) return word + character;
  top.key = word.trim();
  top.keys.add(top.key);
  return '';
}

/** The keys of the block map in which something begins at `column` of a line. */
function blockSiblings(lines: readonly string[], line: number, column: number): ReadonlySet<string> {
  const keys = new Set<string>();
  const take = (at: number): boolean => {
    const each = lines[at] ?? '';
    if (each.trim() === '' || COMMENT.test(each)) return true;
    const marker = /^[ \t]*(?:-[ \t]+)*/.exec(each)?.[0].length ?? 0;
    const indent = each.length - each.trimStart().length;
    if (marker < column) return false;
    const key = marker === column ? KEY.exec(each.slice(marker))?.[1] : undefined;
    if (key !== undefined) keys.add(key);
    return indent === marker || marker > column;
  };
  const startsItem = (lines[line] ?? '').slice(0, column).includes('-');
  for (let at = line - 1; !startsItem && at >= 0 && take(at); at--);
  for (let at = line + 1; at < lines.length && startsNoItem(lines[at] ?? '', column) && take(at); at++);
  return keys;
}

function startsNoItem(line: string, column: number): boolean {
  const indent = line.length - line.trimStart().length;
  return !(indent < column && line.trimStart().startsWith('-'));
}
