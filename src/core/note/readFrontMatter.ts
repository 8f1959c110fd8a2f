import { message } from '../message';
import type { CompiledProtocol } from '../protocol/compiledProtocol';
import type { ProtocolSet } from '../protocol/protocolSet';
import { isIsoDate } from './dates';
import { integerValue, knownValues, languageValue, valueAmong } from './fieldValues';
import type { FrontMatter, FrontMatterEntry, FrontMatterFault, Located } from './frontMatter';
import { knownField } from './knownFields';
import type { Outline } from './outline';
import { readEntries, type YamlEntries } from './yamlEntries';

/** A front matter read by the protocol that it names, or else by the default one. */
export interface ReadFrontMatter {
  readonly frontMatter: FrontMatter;
  readonly protocolId: string;
  readonly protocol: CompiledProtocol | undefined;
}

/** Reads the front matter of a note; a note without one has no entries, and values as if all were absent. */
export function readFrontMatter(
  { text, frontMatter: source }: Pick<Outline, 'text' | 'frontMatter'>,
  protocols: ProtocolSet,
  defaultProtocol: string,
): ReadFrontMatter {
  const { entries, faults } = source === undefined ? nothing : readEntries(text, source);
  // The protocol says what the other keys mean, so it is read first, by the keys that mean it everywhere.
  const named = entries.find(({ key }) => knownField(key) === 'protocol')?.values[0]?.text.trim();
  const protocolId = named ?? defaultProtocol;
  const protocol = protocols.get(protocolId);
  const known = entries.map(entry => ({ ...entry, field: fieldOf(entry.key, protocol) }));
  const byField = firstByField(known);
  const frontMatter = { ...fieldsOf(byField), entries: known, faults: [...faults, ...duplicates(known)] };
  return { frontMatter, protocolId, protocol };
}

const nothing: YamlEntries = { entries: [], faults: [] };

function fieldOf(key: string, protocol: CompiledProtocol | undefined): string | undefined {
  return protocol?.fieldByKey(key)?.id ?? knownField(key);
}

type EntryByField = ReadonlyMap<string, FrontMatterEntry>;

/** Of two entries that mean one field, the first counts. */
function firstByField(entries: readonly FrontMatterEntry[]): EntryByField {
  const byField = new Map<string, FrontMatterEntry>();
  for (const entry of entries) {
    if (entry.field !== undefined && !byField.has(entry.field)) byField.set(entry.field, entry);
  }
  return byField;
}

function duplicates(entries: readonly FrontMatterEntry[]): readonly FrontMatterFault[] {
  const seen = new Set<string>();
  const faults: FrontMatterFault[] = [];
  for (const { key, field, keyRange } of entries) {
    const meaning = field === undefined ? `key ${key}` : `field ${field}`;
    if (seen.has(meaning))
      faults.push({ range: keyRange, message: message('front-matter.duplicate-key', { key }) });
    seen.add(meaning);
  }
  return faults;
}

function fieldsOf(byField: EntryByField): Omit<FrontMatter, 'entries' | 'faults'> {
  return {
    protocol: located(byField, 'protocol', text => text.trim()),
    kind: located(byField, 'kind', text => valueAmong(knownValues.kind, text))?.value ?? 'note',
    clients: listOf(byField, 'client'),
    session: located(byField, 'session', integerValue),
    date: located(byField, 'date', text => (isIsoDate(text.trim()) ? text.trim() : undefined)),
    counselor: located(byField, 'counselor', text => text.trim()),
    stages: stagesOf(byField),
    draft: located(byField, 'status', text => valueAmong(knownValues.status, text)) !== undefined,
    attendance:
      located(byField, 'attendance', text => valueAmong(knownValues.attendance, text))?.value ?? 'attended',
    contact: located(byField, 'contact', text => valueAmong(knownValues.contact, text))?.value,
    closed: located(byField, 'closed', text => valueAmong(knownValues.closed, text))?.value,
    language: located(byField, 'language', languageValue)?.value,
  };
}

/** The value of a field that holds one; a list or map there is no value. */
function located<Value>(
  byField: EntryByField,
  field: string,
  read: (text: string) => Value | undefined,
): Located<Value> | undefined {
  const entry = byField.get(field);
  const [written] = entry?.shape === 'scalar' ? entry.values : [];
  const value = written === undefined ? undefined : read(written.text);
  return written === undefined || value === undefined ? undefined : { value, range: written.range };
}

function listOf(byField: EntryByField, field: string): readonly Located<string>[] {
  const values = byField.get(field)?.values ?? [];
  return values.map(({ text, range }) => ({ value: text.trim(), range }));
}

/** A list with nothing in it narrows nothing. */
function stagesOf(byField: EntryByField): readonly Located<string>[] | undefined {
  const stages = listOf(byField, 'stages');
  return stages.length === 0 ? undefined : stages;
}
