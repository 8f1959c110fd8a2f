import type { FrontMatterEntry } from '../note/frontMatter';
import type { Note } from '../note/note';
import type { CompiledProtocol } from '../protocol/compiledProtocol';
import type { TextEdit } from '../text/textEdit';
import { textStart } from '../text/textStart';
import { correspondence } from './correspondence';
import { fieldRemoval, setField } from './fieldEdits';

/**
 * What names another protocol in the front matter, and in `stages:` the stages of that one: those that correspond and
 * the `filled` ones, by their ids. Where one has no counterpart the key goes, as what was covered cannot be said.
 */
export function frontMatterEdits(
  note: Note,
  to: CompiledProtocol,
  filled: ReadonlySet<string>,
  eol: string,
): readonly TextEdit[] {
  return [protocolEdit(note, to, eol), ...stageEdits(note, to, filled)];
}

/** Whether all that `stages:` names of the note's protocol has a counterpart. */
export function keepsStages(note: Note, to: CompiledProtocol): boolean {
  return ownStages(note).every(({ target }) => target(to) !== undefined);
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
  const start = source?.yaml.start ?? textStart(outline.text);
  return { range: { start, end: start }, newText: source === undefined ? `---${eol}${line}---${eol}` : line };
}

function stageEdits(note: Note, to: CompiledProtocol, filled: ReadonlySet<string>): readonly TextEdit[] {
  const entry = note.frontMatter.entries.find(({ field }) => field === 'stages');
  const own = ownStages(note);
  if (entry === undefined || own.length === 0) return [];
  const others = entry.values.filter(value => !own.some(({ range }) => range.start === value.range.start));
  const targets = own.flatMap(({ target }) => target(to) ?? []);
  if (targets.length < own.length)
    return withoutOwn(
      note,
      entry,
      others.map(({ text }) => text),
    );
  const ids = to.protocol.stages.map(({ id }) => id).filter(id => targets.includes(id) || filled.has(id));
  if (ids.length === own.length && targets.every((id, at) => id === ids[at])) {
    return own.map(({ range }, at) => ({ range, newText: ids[at] ?? '' }));
  }
  const whole = setField(note, 'stages', `[${[...ids, ...others.map(({ text }) => text)].join(', ')}]`);
  return whole === undefined ? own.map(({ range }, at) => ({ range, newText: targets[at] ?? '' })) : [whole];
}

function withoutOwn(note: Note, entry: FrontMatterEntry, others: readonly string[]): readonly TextEdit[] {
  const kept = others.length === 0 ? undefined : setField(note, 'stages', `[${others.join(', ')}]`);
  return [kept ?? fieldRemoval(note, entry)];
}

/** The values of `stages:` that name stages of the note's protocol, and the stage of another one that each comes to. */
function ownStages({ frontMatter, protocol }: Note) {
  return (frontMatter.stages ?? []).flatMap(({ value, range }) => {
    const stage = protocol?.stageByName(value);
    const target = (to: CompiledProtocol) =>
      stage && correspondence({ stage, section: undefined }, to)?.stage.id;
    return stage === undefined ? [] : [{ range, target }];
  });
}
