import type { Heading } from '../note/outline';
import type { Protocol } from '../protocol/schema';
import { titleForms } from '../protocol/title';
import { comparable } from '../text/comparable';
import { plainText } from '../text/plainText';
import { yamlScalar } from '../yaml/yamlScalar';

/** What a new protocol says until its writer does, in the language of that writer. */
interface StartingWords {
  readonly stage: string;
  readonly section: string;
  /** How to say what differs from the protocol that it starts from; on one line. */
  readonly hint: string;
}

/** What every new protocol begins with. */
export interface NewProtocol {
  readonly id: string;
  readonly title: string;
  /** The language that its titles are in. */
  readonly language: string;
  readonly words: StartingWords;
}

const LONGEST_ID = 40;

/** An id made of the words of a title that is not in `taken`. */
export function idOfTitle(title: string, taken: ReadonlySet<string>): string {
  const words =
    comparable(plainText(title))
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .match(/[a-z0-9]+/g) ?? [];
  const joined = words
    .join('-')
    .slice(0, LONGEST_ID)
    .replace(/-+$/, '')
    .replace(/^[0-9-]+/, '');
  const base = joined === '' ? 'part' : joined;
  for (let count = 2, id = base; ; count++) {
    if (!taken.has(id)) return id;
    id = `${base}-${count}`;
  }
}

/** A protocol with one stage to begin from. */
export function blankProtocol(wanted: NewProtocol): string {
  const { stage, section } = wanted.words;
  return fileOf(wanted, [stageLines({ title: stage, sections: [section] }, wanted, new Set())]);
}

/** A protocol that starts from another and changes nothing yet; its stages are named in comments. */
export function extendingProtocol(wanted: NewProtocol, base: Protocol): string {
  const examples = base.stages.map(({ id }) => `#  - { id: ${id}, required: false }`);
  return [
    ...headLines(wanted),
    `extends: ${base.id}`,
    `# ${wanted.words.hint}`,
    '#stages:',
    ...examples,
    '',
  ].join('\n');
}

/** A protocol with the stages and sections that the headings of a note name; undefined where it has none. */
export function protocolOfHeadings(wanted: NewProtocol, headings: readonly Heading[]): string | undefined {
  const level = stageLevel(headings);
  const parts: { readonly title: string; readonly sections: string[] }[] = [];
  for (const heading of headings) {
    const title = titleOf(heading);
    if (title === '' || heading.level < level) continue;
    if (heading.level === level) parts.push({ title, sections: [] });
    else if (heading.level === level + 1) parts.at(-1)?.sections.push(title);
  }
  const distinct = parts.filter(({ title }, at) => parts.findIndex(each => same(each.title, title)) === at);
  if (distinct.length === 0) return undefined;
  const taken = new Set<string>();
  return fileOf(
    wanted,
    distinct.map(part => stageLines(part, wanted, taken)),
  );
}

/** The shallowest level with several headings: the only one of its level is the title of the note. */
function stageLevel(headings: readonly Heading[]): number {
  const levels = [...new Set(headings.map(({ level }) => level))].sort((a, b) => a - b);
  const several = levels.find(level => headings.filter(heading => heading.level === level).length > 1);
  return several ?? levels.at(-1) ?? 1;
}

/** Without numbering: that is not part of the title. */
function titleOf({ title }: Heading): string {
  const plain = plainText(title).replace(/[ \t]*:$/, '');
  const bare = titleForms(plain).at(-1) ?? '';
  return bare === '' ? '' : plain.slice(plain.length - bare.length);
}

function same(a: string, b: string): boolean {
  return comparable(a) === comparable(b);
}

function headLines({ id, title, language }: NewProtocol): readonly string[] {
  return [`id: ${yamlScalar(id)}`, 'version: "1.0"', `title: { ${language}: ${inFlow(title)} }`];
}

function fileOf(wanted: NewProtocol, stages: readonly (readonly string[])[]): string {
  return [...headLines(wanted), 'stages:', ...stages.flat(), ''].join('\n');
}

function stageLines(
  { title, sections }: { readonly title: string; readonly sections: readonly string[] },
  { language }: NewProtocol,
  taken: Set<string>,
): readonly string[] {
  const id = idOfTitle(title, taken);
  taken.add(id);
  const ids = new Set<string>();
  const distinct = sections.filter((each, at) => sections.findIndex(other => same(other, each)) === at);
  const inner = distinct.map(section => {
    const own = idOfTitle(section, ids);
    ids.add(own);
    return `      - { id: ${yamlScalar(own)}, title: { ${language}: ${inFlow(section)} } }`;
  });
  return [
    `  - id: ${yamlScalar(id)}`,
    `    title: { ${language}: ${inFlow(title)} }`,
    ...(inner.length === 0 ? [] : ['    sections:', ...inner]),
  ];
}

/** A plain text with these would be read otherwise between brackets. */
function inFlow(text: string): string {
  const scalar = yamlScalar(text);
  return /[,[\]{}]/.test(scalar) && !scalar.startsWith('"') ? JSON.stringify(text) : scalar;
}
