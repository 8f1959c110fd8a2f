import { type LanguageTable, languages } from '../../src/core/language/languages';
import { goalStatuses } from '../../src/core/note/goalMention';
import { markerOfStatus, statusOfMarker } from '../../src/core/note/markers';
import { parseNote } from '../../src/core/note/parseNote';
import { builtinProtocols } from '../../src/core/protocol/builtinProtocols';
import { protocolSet } from '../../src/core/protocol/protocolSet';
import type { Grammar } from './markdownGrammars';
import { type GrammarToken, linesOf, tokenLines, withoutMark } from './tokens';

/** The scopes that say a text is a note; nothing colours them. */
const noteScopes = new Set(['meta.note.session-notes', 'meta.transcript.session-notes']);

/**
 * Whether a line of the front matter starts with `protocol:`. A grammar cannot count, so unlike the rest of the
 * program it knows no length beyond which it stops looking.
 */
export function hasProtocolLine(text: string): boolean {
  const [first = '', ...rest] = linesOf(text);
  if (!/^---[ \t]*$/.test(first)) return false;
  return rest.find(line => /^(?:---+|\.\.\.)[ \t]*$|^protocol:/.test(line))?.startsWith('protocol:') ?? false;
}

/** Where a text that is no note does not get exactly the tokens of Markdown alone. */
export function tokenDifferences(plain: Grammar, coloured: Grammar, text: string): readonly string[] {
  const expected = tokenLines(plain, text);
  return tokenLines(coloured, text).flatMap((tokens, line) => difference(expected[line] ?? [], tokens, line));
}

/** Where the front matter of a note does not get the tokens of Markdown alone. */
export function frontMatterDifferences(plain: Grammar, coloured: Grammar, text: string): readonly string[] {
  const closing = linesOf(text).findIndex((line, at) => at > 0 && /^(?:---|\.\.\.)[ \t]*$/.test(line));
  const end = closing < 0 ? undefined : closing + 1;
  const expected = tokenLines(plain, text).slice(0, end);
  return tokenLines(coloured, text)
    .slice(0, end)
    .flatMap((tokens, line) => difference(expected[line] ?? [], tokens.map(withoutNoteScopes), line));
}

function withoutNoteScopes(token: GrammarToken): GrammarToken {
  return { ...token, scopes: token.scopes.filter(scope => !noteScopes.has(scope)) };
}

function difference(
  expected: readonly GrammarToken[],
  actual: readonly GrammarToken[],
  line: number,
): readonly string[] {
  const [wanted, got] = [expected, actual].map(tokens => tokens.map(describe).join(' | '));
  return wanted === got ? [] : [`line ${line + 1}: ${got}, not ${wanted}`];
}

function describe({ startIndex, endIndex, scopes }: GrammarToken): string {
  return `${startIndex}-${endIndex} ${scopes.join(' ')}`;
}

/** The goals in lists of both kinds, one for each marker, that are not coloured by the status that the marker says. */
export function statusesWithoutColour(coloured: Grammar): readonly string[] {
  const ofStatuses = goalStatuses.map(status => ({ status, marker: markerOfStatus(status) }));
  const marked = [...ofStatuses, { status: 'achieved', marker: 'X' }];
  const goals = ['-', '1.'].flatMap(bullet =>
    marked.map(({ status, marker }) => ({ status, item: `${bullet} [${marker}] Sleep` })),
  );
  return goals.flatMap(({ status, item }) => {
    const text = `---\nprotocol: four-stage\n---\n\n${item}\n`;
    const isColoured = tokenLines(coloured, text)
      .flat()
      .some(({ scopes }) => scopes.some(scope => scope.endsWith(`.goal-${status}.session-notes`)));
    return isColoured ? [] : [`${item} (${status})`];
  });
}

/** The phrases that say why nothing is recorded and are not coloured as such. */
export function phrasesWithoutColour(coloured: Grammar): readonly string[] {
  const phrases = Object.values(languages).flatMap(({ notAddressed }) => notAddressed);
  return phrases.filter(phrase => {
    const text = `---\nprotocol: four-stage\n---\n\n${phrase}: no time\n`;
    return !hasScope(coloured, text, 'constant.language.not-addressed.session-notes');
  });
}

/** The keys that mean `kind` and do not make a transcript of a note. */
export function kindKeysWithoutColour(coloured: Grammar): readonly string[] {
  const tables: readonly LanguageTable[] = Object.values(languages);
  const keys = ['kind', ...tables.flatMap(({ fieldKeys: { kind = [] } }) => kind)];
  return keys.filter(key => {
    const text = `---\nprotocol: four-stage\n${key}: transcript\n---\n\nClient: Yes.\n`;
    return !hasScope(coloured, text, 'meta.transcript.session-notes');
  });
}

function hasScope(grammar: Grammar, text: string, scope: string): boolean {
  return tokenLines(grammar, text).some(tokens => tokens.some(({ scopes }) => scopes.includes(scope)));
}

/** The goals and actions of a note whose markers are not coloured by their status. */
export function goalsWithoutColour(coloured: Grammar, text: string): readonly string[] {
  const source = withoutMark(text);
  const note = parseNote(source, {
    protocols: protocolSet(builtinProtocols()),
    defaultProtocol: 'four-stage',
  });
  const lines = tokenLines(coloured, source);
  return note.goals.flatMap(goal => {
    // What is only nearly a task item is told, and coloured once it is mended.
    if (goal.nearly !== undefined) return [];
    const status = statusOfMarker(goal.marker);
    if (status === undefined || note.frontMatter.kind === 'transcript') return [];
    const { line, character } = note.outline.lines.positionAt(goal.markerRange.start);
    const token = lines[line]?.find(each => each.startIndex <= character && each.endIndex > character);
    const isColoured = token?.scopes.some(scope => scope.endsWith(`.goal-${status}.session-notes`));
    return isColoured ? [] : [`line ${line + 1}: ${status} in ${token?.scopes.join(' ')}`];
  });
}
