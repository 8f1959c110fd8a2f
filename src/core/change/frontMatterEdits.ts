import type { Note } from '../note/note';
import type { CompiledProtocol } from '../protocol/compiledProtocol';
import type { TextEdit } from '../text/textEdit';
import { correspondence } from './correspondence';

/** What names another protocol in the front matter, and the stages of that one for those that correspond. */
export function frontMatterEdits(note: Note, to: CompiledProtocol, eol: string): readonly TextEdit[] {
  return [protocolEdit(note, to, eol), ...stageEdits(note, to)];
}

function protocolEdit(
  { outline, frontMatter, protocolId }: Note,
  { protocol }: CompiledProtocol,
  eol: string,
): TextEdit {
  const entry = frontMatter.entries.find(({ field }) => field === 'protocol');
  const named = entry?.values.find(({ text }) => text.trim() === protocolId) ?? entry?.values[0];
  if (named !== undefined) return { range: named.range, newText: protocol.id };
  if (entry !== undefined) return { range: entry.valueRange, newText: ` ${protocol.id}` };
  const line = `protocol: ${protocol.id}${eol}`;
  const source = outline.frontMatter;
  const start = source?.yaml.start ?? (outline.text.startsWith('\ufeff') ? 1 : 0);
  return { range: { start, end: start }, newText: source === undefined ? `---${eol}${line}---${eol}` : line };
}

function stageEdits({ frontMatter, protocol }: Note, to: CompiledProtocol): readonly TextEdit[] {
  return (frontMatter.stages ?? []).flatMap(({ value, range }) => {
    const stage = protocol?.stageByName(value);
    const target = stage && correspondence({ stage, section: undefined }, to);
    return target === undefined ? [] : [{ range, newText: target.stage.id }];
  });
}
