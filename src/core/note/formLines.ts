import { languages } from '../language/languages';
import { wordsOf } from '../language/languageWords';
import type { CompiledProtocol } from '../protocol/compiledProtocol';
import type { Field } from '../protocol/schema';
import { titleForms } from '../protocol/title';
import { comparable } from '../text/comparable';
import { plainText } from '../text/plainText';
import type { TextRange } from '../text/textRange';
import type { FrontMatter } from './frontMatter';
import { knownField } from './knownFields';
import type { Block, Outline, SourceLine } from './outline';

const TITLE_LEVEL = 1;
const LINE = /^(?<label>[^:]{2,60}?)\s*:\s*(?<value>\S.*)$/;
const before = wordsOf(languages, table => table.fieldLabels.before).map(word => `${keyOf(word)}-`);
const behind = wordsOf(languages, table => table.fieldLabels.behind).map(word => `-${keyOf(word)}`);

/** A line of a form at the top of a note, whose value belongs into the front matter. */
export interface FormLine {
  /** The id of the field that its label means. */
  readonly field: string;
  readonly value: string;
  /** Of the whole line, without its end. */
  readonly range: TextRange;
}

/**
 * The lines above all headings but the title that name a field, with a colon and a value behind it, as a form from a word
 * processor does (`Nama konseli : AR`). Of fields that the front matter has already, there are none.
 */
export function formLines(
  outline: Outline,
  frontMatter: FrontMatter,
  protocol: CompiledProtocol,
): readonly FormLine[] {
  const known = new Set(
    frontMatter.entries.flatMap(({ field, values }) =>
      values.length > 0 && field !== undefined ? [field] : [],
    ),
  );
  const found: FormLine[] = [];
  for (const [at, block] of outline.blocks.entries()) {
    if (block.kind === 'heading' && (at > 0 || block.level > TITLE_LEVEL)) break;
    for (const line of linesOf(block)) {
      const { label, value = '' } = LINE.exec(line.text)?.groups ?? {};
      const field = label === undefined ? undefined : fieldMeant(label, protocol);
      if (field === undefined || known.has(field)) continue;
      known.add(field);
      found.push({ field, value: plainText(value), range: wholeLine(outline, line) });
    }
  }
  return found;
}

/** Whether a label of a form means a field of the front matter. */
export function namesField(label: string, protocol: CompiledProtocol): boolean {
  return fieldOf(label, protocol) !== undefined;
}

/** The field that a label means, unless it is the title of a part: the members of a group are no client. */
function fieldMeant(label: string, protocol: CompiledProtocol): string | undefined {
  const field = fieldOf(label, protocol);
  return field === undefined || protocol.matchStage(plainText(label)) !== undefined ? undefined : field;
}

function linesOf(block: Block): readonly SourceLine[] {
  if (block.kind === 'paragraph') return block.lines;
  if (block.kind !== 'list') return [];
  return block.items.flatMap(({ firstParagraph, items }) =>
    firstParagraph.length === 1 && items.length === 0 ? firstParagraph : [],
  );
}

function wholeLine({ lines }: Outline, { range }: SourceLine): TextRange {
  return lines.lineRange(lines.positionAt(range.start).line);
}

function fieldOf(label: string, protocol: CompiledProtocol): string | undefined {
  for (const form of titleForms(plainText(label).replace(/\s*\([^()]*\)$/, ''))) {
    for (const key of keysOf(keyOf(form))) {
      const field = fieldWithKey(key, protocol);
      if (field !== undefined) return field;
    }
  }
  return undefined;
}

/** The key, and what is left of it without the words that a form has around it. */
function keysOf(key: string): readonly string[] {
  const shorter = before.filter(word => key.startsWith(word)).map(word => key.slice(word.length));
  const all = [key, ...shorter];
  return all.flatMap(each => [
    each,
    ...behind.filter(word => each.endsWith(word)).map(word => each.slice(0, -word.length)),
  ]);
}

function fieldWithKey(key: string, protocol: CompiledProtocol): string | undefined {
  const own = protocol.fieldByKey(key) ?? protocol.protocol.fields.find(field => hasTitle(field, key));
  return own?.id ?? knownField(key);
}

function hasTitle({ title }: Field, key: string): boolean {
  return Object.values(title ?? {}).some(each => keyOf(comparable(each)) === key);
}

function keyOf(text: string): string {
  return text.replace(/[\s/,.&-]+/g, '-').replace(/^-|-$/g, '');
}
