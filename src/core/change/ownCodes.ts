import { message } from '../message';
import { loadProtocol, readProtocolSource } from '../protocol/loadProtocol';
import { applyEdits, type TextEdit } from '../text/textEdit';
import { itemsAt, textAt, valueAt, type YamlNode } from '../yaml/yamlNode';
import { yamlScalar } from '../yaml/yamlScalar';
import { addToProtocolList } from './addToProtocol';
import { type Change, type Edits, editsOf, refused } from './change';

/** A code that is to be added to a codebook. */
export interface NewCode {
  readonly id: string;
  readonly title: string;
  readonly definition: string | undefined;
  /** Those of the protocol: title and definition stand in each, so that they can be translated there. */
  readonly languages: readonly string[];
}

/** The protocol file of a workspace that adds `code` to the built-in protocol `protocolId`. */
export function ownProtocolText(protocolId: string, code: NewCode): string {
  const [first = '', ...others] = codeLines(code);
  const lines = [
    `id: ${yamlScalar(protocolId)}`,
    `extends: ${yamlScalar(protocolId)}`,
    'codes:',
    `  - ${first}`,
    ...others.map(line => `    ${line}`),
  ];
  return `${lines.join('\n')}\n`;
}

/**
 * Adds a code to the codes of a protocol file, behind those that it has; refused where the file is broken, where its
 * codes are not written as a list with an item a line, and where more would be wrong with it afterwards.
 */
export function addOwnCode(text: string, code: NewCode): Change {
  const edit = addToProtocolList(text, 'codes', [codeLines(code)]);
  const isSound = edit !== undefined && hasCodeSoundly(applyEdits(text, [edit]), code.id, text);
  return isSound ? editsOf([edit]) : refused(message('codes.not-written'));
}

function hasCodeSoundly(after: string, id: string, before: string): boolean {
  const { root } = readProtocolSource(after);
  const isThere = itemsAt(root, 'codes').some(node => textAt(node, 'id') === id);
  return isThere && loadProtocol(after).faults.length <= loadProtocol(before).faults.length;
}

/** Gives a code or technique of a protocol file another id, wherever the file names it. */
export function renameOwnCode(text: string, from: string, to: string): Edits {
  const { root } = readProtocolSource(text);
  if (root === undefined) return editsOf([]);
  const techniques = itemsAt(root, 'stages').flatMap(stage => itemsAt(stage, 'techniques'));
  const codes = [...techniques, ...itemsAt(root, 'codes')];
  return editsOf(codes.flatMap(code => ['id', 'parent'].flatMap(key => renaming(code, key, from, to))));
}

function renaming(code: YamlNode, key: string, from: string, to: string): readonly TextEdit[] {
  const node = valueAt(code, key);
  if (node?.kind !== 'scalar' || textAt(code, key) !== from) return [];
  return [{ range: node.range, newText: yamlScalar(to) }];
}

/** The map of a code, less the mark and indentation of its item. */
function codeLines({ id, title, definition, languages }: NewCode): readonly string[] {
  const inEach = (text: string): string =>
    languages.map(language => `${language}: ${yamlScalar(text)}`).join(', ');
  const said = definition === undefined ? [] : [`definition: { ${inEach(definition)} }`];
  return [`id: ${yamlScalar(id)}`, `title: { ${inEach(title)} }`, ...said];
}
