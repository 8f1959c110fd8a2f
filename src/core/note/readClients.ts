import type { ProtocolSet } from '../protocol/protocolSet';
import { indexLines } from '../text/lineIndex';
import { findFrontMatter } from './frontMatterSource';
import type { NoteContext } from './note';
import { readFrontMatter } from './readFrontMatter';

/** The clients of the note with this text, as written: what tells its cases, without reading what it holds. */
export function readClients(text: string, protocols: ProtocolSet, context: NoteContext): readonly string[] {
  const source = { text, frontMatter: findFrontMatter(text, indexLines(text)) };
  const [{ frontMatter }] = readFrontMatter(source, protocols, context.defaultProtocol);
  return frontMatter.clients.map(({ value }) => value);
}
