import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { CaseIndex } from '../../../src/core/case/caseIndex';
import { toCaseNote } from '../../../src/core/case/toCaseNote';
import { parseNote } from '../../../src/core/note/parseNote';
import { looksLikeNote } from '../../../src/core/note/recognise';
import { builtinProtocols } from '../../../src/core/protocol/builtinProtocols';
import { protocolSet } from '../../../src/core/protocol/protocolSet';

export const builtin = protocolSet(builtinProtocols());

/** The texts of all notes below a folder of the repository, by path relative to it. */
export function noteTexts(folder: string): ReadonlyMap<string, string> {
  const root = join(__dirname, '../../..', folder);
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile());
  const texts = files.map(({ parentPath, name }) => {
    const path = join(parentPath, name);
    return [relative(root, path).split(sep).join('/'), readFileSync(path, 'utf8')] as const;
  });
  return new Map(texts.filter(([, text]) => looksLikeNote(text)));
}

/** The cases of notes under the built-in protocols. */
export function indexTexts(texts: Iterable<readonly [path: string, text: string]>): CaseIndex {
  const index = new CaseIndex(builtin);
  for (const [path, text] of texts) {
    index.set(toCaseNote(path, parseNote(text, { protocols: builtin, defaultProtocol: 'four-stage' })));
  }
  return index;
}
