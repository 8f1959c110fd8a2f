import { yamlScalar } from '../../yaml/yamlScalar';
import type { CodePlan, PlannedCode, PlannedSet } from './codePlan';

/** What a block of lines keeps as it is: it neither begins nor ends with a blank, and has nothing that YAML would change. */
const BLOCK = /^\S(?:.*\S)?$/s;
const NOT_IN_BLOCKS = /[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|(?!\n)\p{Cc}/u;

/** The entries of `codes:` for planned codes, each as lines without indentation. */
export function codeEntries({ codes }: CodePlan, language: string): readonly (readonly string[])[] {
  return codes.map(code => codeLines(code, language));
}

/** The same for `codeSets:`. */
export function codeSetEntries({ sets }: CodePlan, language: string): readonly (readonly string[])[] {
  return sets.map(set => setLines(set, language));
}

function codeLines(code: PlannedCode, language: string): readonly string[] {
  const { id, name, parent, color, isCodable, guid, label, definition, include, exclude, examples } = code;
  return [
    `id: ${yamlScalar(id)}`,
    `title: { ${language}: ${yamlScalar(name)} }`,
    ...(label === undefined ? [] : [`label: ${yamlScalar(label)}`]),
    ...titlesLines('definition', definition, language),
    ...titlesLines('include', include, language),
    ...titlesLines('exclude', exclude, language),
    ...(examples.length === 0
      ? []
      : ['examples:', `  ${language}:`, ...examples.flatMap(example => itemLines(example))]),
    ...(parent === undefined ? [] : [`parent: ${yamlScalar(parent)}`]),
    ...(color === undefined ? [] : [`color: "${color}"`]),
    ...(isCodable ? [] : ['codable: false']),
    `guid: ${yamlScalar(guid)}`,
  ];
}

function setLines({ id, name, description, codes, guid }: PlannedSet, language: string): readonly string[] {
  return [
    `id: ${yamlScalar(id)}`,
    `title: { ${language}: ${yamlScalar(name)} }`,
    ...titlesLines('description', description, language),
    `codes: [${codes.map(yamlScalar).join(', ')}]`,
    `guid: ${yamlScalar(guid)}`,
  ];
}

function titlesLines(key: string, text: string | undefined, language: string): readonly string[] {
  if (text === undefined) return [];
  return [`${key}:`, ...textLines(`  ${language}:`, text, '    ')];
}

function itemLines(text: string): readonly string[] {
  return textLines('    -', text, '      ');
}

function textLines(start: string, text: string, indentation: string): readonly string[] {
  const isBlock = text.includes('\n') && BLOCK.test(text) && !NOT_IN_BLOCKS.test(text);
  if (!isBlock) return [`${start} ${yamlScalar(text)}`];
  return [`${start} |-`, ...text.split('\n').map(line => (line === '' ? '' : `${indentation}${line}`))];
}
